import { azuriteStore } from '../../support/a-store.ts';
import { protocolOn } from './on-a-store.ts';

protocolOn(azuriteStore());
