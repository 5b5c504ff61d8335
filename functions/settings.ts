import * as z from 'zod';
import { Period } from '../core/plan/period.ts';

const Embedded = z.object({ PHULUC_STORAGE: z.literal('embedded'), PHULUC_DATA: z.string().min(1) });
const Tables = z.object({
  PHULUC_STORAGE: z.literal('tables'),
  /** A connection string, or the address of the table service alone (https://…): then the program's own identity signs in. */
  PHULUC_TABLES: z
    .string()
    .refine(
      (text) => /^https:\/\/|(?:^|;)(?:AccountName|TableEndpoint|UseDevelopmentStorage)=/.test(text),
      'must be a connection string or https://…',
    ),
  PHULUC_TABLE: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/)
    .default('phuluc'),
  /** Address of the blob service (https://…), where it is not the account's of `PHULUC_TABLES`. */
  PHULUC_BLOBS: z.string().startsWith('https://').optional(),
});

/** NCRONTAB in UTC: second, minute, hour, day, month, weekday. Viet Nam is seven hours ahead all year. */
const Schedule = z.string().regex(/^\S+( \S+){5}$/, 'must have six fields');

/**
 * Where the functions run and keep things: `PHULUC_STORAGE` says which; bad configuration stops the start with the name of the variable.
 */
export const Environment = z.discriminatedUnion('PHULUC_STORAGE', [Embedded, Tables]).and(
  z.object({
    /** The files of another plan and of its agencies; absent: the seeds. */
    PHULUC_PLAN: z.string().optional(),
    PHULUC_AGENCIES: z.string().optional(),
    /** The period that a new store opens; absent: the plan's first. */
    PHULUC_PERIOD: Period.optional(),
    /** How many trusted proxies in front of the host append to `X-Forwarded-For`: wrong keys are counted by the caller's IP. */
    PHULUC_TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a number from 0 to 9').default('0').transform(Number),
    /** Microsoft Entra ID: JSON of the tenant and of the table group or role → agency; absent where nobody signs in with it. */
    PHULUC_ENTRA: z.string().optional(),
    /** The mail server for reminders: JSON of host, port, secure, user, pass, from. Absent: reminders stay texts to copy. */
    PHULUC_SMTP: z.string().optional(),
    /** Where agencies reach the pages, as letters name it: `https://host`. Absent: where each request came to. */
    PHULUC_ADDRESS: z
      .string()
      .regex(/^https?:\/\/[^/\s]+$/, 'must be https://host')
      .optional(),
    /** Whoever shows it as bearer reads `/metrics` from elsewhere than this machine. */
    PHULUC_METRICS_KEY: z.string().min(16).optional(),
    /** Where each agency receives them: JSON of agency → address or addresses. */
    PHULUC_MAIL_TO: z.string().optional(),
    /** When reminders are looked after: every hour from 8:00 to 17:00 in Viet Nam, Monday to Friday. */
    PHULUC_REMIND_AT: Schedule.default('0 0 1-10 * * 1-5'),
    /** Folder of the nightly backups; absent: `backups` beside the embedded store, and none for tables. */
    PHULUC_BACKUP: z.string().min(1).optional(),
    /**
     * When a backup of the day is looked for and, unless it is there, written: ten minutes past every hour, so first at 0:10 in Viet Nam.
     */
    PHULUC_BACKUP_AT: Schedule.default('0 10 * * * *'),
  }),
);
export type Environment = z.infer<typeof Environment>;
