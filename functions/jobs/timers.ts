import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import type { Environment } from '../settings.ts';
import { finishCloses } from './finish-closes.ts';
import { nightlyBackup } from './nightly-backup.ts';
import { remind } from './remind.ts';
import { sendEventLetters } from './send-event-letters.ts';
import { sweepWorkbooks } from './sweep-workbooks.ts';

/** What runs by the clock. A run that fails throws: the host logs it, and the next one goes on. */
export interface Timer {
  readonly name: string;
  /** NCRONTAB in UTC. */
  readonly schedule: string;
  readonly run: () => Promise<void>;
}

const EVERY_FIVE_SECONDS = '*/5 * * * * *';
/** At 2:40 in Viet Nam. */
const EVERY_NIGHT = '0 40 19 * * *';
const EVERY_FIVE_MINUTES = '0 */5 * * * *';

/**
 * The timers of a deployment, each under the plan that is in force then. Without a folder for backups there is no backup: on Azure
 * `PHULUC_BACKUP` names a mounted share.
 */
export function timersOf(depsNow: () => Promise<Deps>, settings: Environment, hasMail: boolean): readonly Timer[] {
  const now = (job: (deps: Deps) => Promise<void>) => async () => job(await depsNow());
  const folder = settings.PHULUC_BACKUP ?? (settings.PHULUC_STORAGE === 'embedded' ? join(settings.PHULUC_DATA, 'backups') : null);
  return [
    { name: 'finish-closes', schedule: EVERY_FIVE_MINUTES, run: now(finishCloses) },
    { name: 'remind', schedule: settings.PHULUC_REMIND_AT, run: now(remind) },
    ...(hasMail ? [{ name: 'send-letters', schedule: EVERY_FIVE_SECONDS, run: now(sendEventLetters) }] : []),
    { name: 'sweep-workbooks', schedule: EVERY_NIGHT, run: now(sweepWorkbooks) },
    ...(folder === null ? [] : [{ name: 'backup', schedule: settings.PHULUC_BACKUP_AT, run: now((deps) => nightlyBackup(deps, folder)) }]),
  ];
}
