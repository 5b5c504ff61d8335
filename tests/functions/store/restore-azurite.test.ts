import { azuriteStore } from '../../support/a-store.ts';
import { restoreDrill } from './restore-drill.ts';

restoreDrill(azuriteStore());
