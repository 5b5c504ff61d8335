import { embeddedStore } from '../../support/a-store.ts';
import { storeContract } from './contract.ts';

storeContract(embeddedStore());
