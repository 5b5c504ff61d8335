import { embeddedStore } from '../../support/a-store.ts';
import { protocolOn } from './on-a-store.ts';

protocolOn(embeddedStore());
