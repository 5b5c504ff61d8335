import { azuriteStore } from '../../support/a-store.ts';
import { storeContract } from './contract.ts';

storeContract(azuriteStore());
