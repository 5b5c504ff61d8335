import type { AgencyId } from '../../core/plan/agency.ts';
import type { MailSettings } from './mail-settings.ts';
import { loadMailing, type Mailer, openMailer } from './mailer.ts';

/** How letters are sent. */
export interface MailService {
  readonly open: () => Promise<Mailer>;
  /** Where an agency receives mail; undefined where it is not configured. */
  readonly emailsOf: (agency: AgencyId) => readonly string[] | undefined;
}

export function mailServiceOf({ smtp, to }: MailSettings): MailService {
  loadMailing().catch(() => {}); // the first letter says so
  return { open: () => openMailer(smtp), emailsOf: (agency) => to.get(agency) };
}
