import { everySyncTakes } from '../../../support/excel/sync-speed.ts';

// The suites beside this folder once more, in an Excel that answers no sync sooner (OfficeDev/office-js issue 4812).
everySyncTakes(700);
