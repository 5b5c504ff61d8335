import type { MicrosoftSignIn } from '../contract/routes/get-sign-in.ts';
import type { Agencies } from '../core/plan/agency.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { ReadsUploads } from '../templates/beside/reading-pool.ts';
import type { WritesDocuments } from '../templates/beside/writing-pool.ts';
import type { Metrics } from './http/metrics.ts';
import type { Elapsed } from './identity/elapsed.ts';
import type { MailService } from './mail/mail-service.ts';
import type { Files } from './store/files.ts';
import type { PlanOfDesk } from './store/plan-in-force.ts';
import type { Table } from './store/table.ts';

/** How a server that runs goes on by another plan. */
export interface PlanSwitch {
  /** Looks at once which plan is in force. */
  readonly renew: () => Promise<void>;
  /** Why agencies do not fit what the server was started with (sign-in, mail), as a sentence; null where they do. */
  readonly refusal: (agencies: Agencies) => string | null;
}

/** What the functions are made of; the composition root fills it in, tests put their own. */
export interface Deps {
  readonly table: Table;
  /** Workbooks as they were sent. */
  readonly files: Files;
  readonly plan: Plan;
  readonly agencies: Agencies;
  /** Who confirmed plan and agencies on the desk; absent where they are those of the files. */
  readonly confirmed?: PlanOfDesk | undefined;
  /** The tag of what was confirmed there last; null or absent where nothing ever was. */
  readonly planTag?: string | null;
  /** How this very server goes on by another plan; absent, as in tests of single routes, it does not. */
  readonly plans?: PlanSwitch;
  readonly clock: () => Date;
  /** Reads uploads beside everything else. */
  readonly uploads: ReadsUploads;
  /** Writes documents beside everything else. */
  readonly documents: WritesDocuments;
  /** Absent: the machine's own. */
  readonly elapsed?: Elapsed;
  /** Tells audit entries of one moment apart. */
  readonly nonce: () => string;
  /** Sends reminders; absent where no mail server is named, and they stay texts to copy. */
  readonly mail?: MailService;
  /** Where the pages are, without a slash at the end, as letters name it; absent: where the request came to. */
  readonly address?: string;
  /** What this server counts; absent: nothing is counted. */
  readonly metrics?: Metrics;
  /** Whoever shows it reads the metrics from elsewhere than this machine. */
  readonly metricsKey?: string;
  /** What the pane asks tokens of Microsoft 365 with; absent where nobody signs in so. */
  readonly microsoft?: MicrosoftSignIn;
}
