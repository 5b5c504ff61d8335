import type { Day } from '../../core/day.ts';
import { reopenedLetter } from '../../core/wording/event-letters.ts';
import type { Deps } from '../deps.ts';
import type { MailService } from '../mail/mail-service.ts';
import { putLetters } from '../mail/outbox.ts';
import { type LetterSending, sendLetters } from '../mail/send-letters.ts';
import { isNewsYet, newsDays } from '../mail/waiting-letters.ts';
import { letterContext } from '../periods/letter-context.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { OutboxRow, outboxOf, POSTINGS, PostingRow } from '../store/letter-rows.ts';
import { soundValue, soundValues } from '../store/sound-row.ts';

/** Sends the letters about what happened to reports and periods; run every few seconds where a mail server is named. */
export async function sendEventLetters(deps: Deps): Promise<void> {
  const { mail, clock } = deps;
  if (!mail) return;
  for (const context of await openedPeriods(deps)) {
    await writeReopened(deps, context);
    for (const day of newsDays(clock(), context.plan.reporting.utcOffset)) await sendOf(deps, mail, context.partition, day);
  }
}

/** Nobody is connected to unless a letter waits. */
async function sendOf({ table, clock }: Deps, { open, emailsOf }: MailService, partition: string, day: Day): Promise<void> {
  const isNews: LetterSending['holds'] = ({ event }) => event !== undefined;
  const letters = soundValues(table, partition, await table.list(partition, outboxOf(day)), OutboxRow);
  if (
    !letters.some((letter) => isNews(letter) && letter.mail.state !== 'sent' && letter.mail.state !== 'refused' && emailsOf(letter.agency))
  )
    return;
  const mailer = await open();
  try {
    await sendLetters({ table, partition, day, mailer, emailsOf, holds: isNews, clock });
  } finally {
    mailer.close();
  }
}

/** Letters to all agencies about a reopening, which one transaction could not hold. Run again it writes none twice. */
async function writeReopened({ table, clock, address }: Deps, context: PeriodContext): Promise<void> {
  const { partition, agencies } = context;
  for (const entity of await table.list(partition, POSTINGS)) {
    const posting = soundValue(table, partition, entity, PostingRow);
    if (!posting || !isNewsYet(posting, clock())) continue;
    const about = letterContext(context, new Date(posting.at), address ?? null);
    const told = agencies.filter(({ id }) => posting.agencies.includes(id));
    const letters = told.map((agency) => ({
      day: about.today,
      kind: 'reopened' as const,
      agency: agency.id,
      event: posting.event,
      ...reopenedLetter(agency, posting, about),
    }));
    await putLetters(table, partition, letters);
    const done: PostingRow = { ...posting, done: true };
    await table.commit(partition, [{ kind: 'replace', row: entity.row, etag: entity.etag, value: done }]);
  }
}
