import type { AgencyId } from '../../core/plan/agency.ts';
import type { MailSettings } from './mail-settings.ts';
import { type Mailer, openMailer } from './mailer.ts';

/** How letters are sent. */
export interface Post {
  readonly open: () => Promise<Mailer>;
  /** Where an agency receives mail; undefined where it is not configured. */
  readonly emailsOf: (agency: AgencyId) => readonly string[] | undefined;
}

export const postOf = ({ smtp, to }: MailSettings): Post => ({ open: () => openMailer(smtp), emailsOf: (agency) => to.get(agency) });
