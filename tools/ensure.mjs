import { ensureOffice } from './office.mjs';
import { ALL, ensurePackages, RUNNING } from './packages.mjs';

// Runs before the commands of package.json, so that each works on a fresh clone; costs some milliseconds when all is there.
if (!(await ensurePackages(process.argv.includes('--running') ? RUNNING : ALL))) process.exit(1);
if (process.argv.includes('--office')) await ensureOffice();
