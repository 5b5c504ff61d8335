import type { LetterKind } from '../../contract/routes/get-reminders.ts';
import type { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agency } from '../../core/plan/agency.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
import type { Letter } from '../../core/wording/letter.ts';
import { digestLetter, missingLetter, type Returned, returnedLetter } from '../../core/wording/reminder.ts';
import { letterContext } from '../periods/letter-context.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { EventPlace } from '../reports/event-letters.ts';
import { remarkText, remarkTexts } from '../reports/remarks.ts';
import type { LetterName } from '../store/letter-rows.ts';
import type { Head } from '../store/rows.ts';
import { isReminderDay, isReturnedDay } from './reminder-days.ts';

/** A letter that could go to an agency today, and whether today is a day on which it does. */
export interface ReminderLetter extends LetterName, Letter {
  readonly kind: LetterKind;
  readonly due: boolean;
}

/**
 * Everything that there is to be reminded of on a day: each agency that has sent nothing, each whose report was returned, and to
 * every consolidator these two lists, and of those whose report cannot be read. Agencies that owe no row are left in peace. Nothing where
 * the period is not open.
 */
export function remindersOn(
  { context, at, address }: Pick<EventPlace, 'context' | 'at' | 'address'>,
  heads: readonly Head[],
): ReminderLetter[] {
  const { plan, period, obligations, row } = context;
  if (row.state !== 'open') return [];
  const occasion = letterContext(context, at, address);
  const { today } = occasion;
  const deadline = deadlineOf(plan, period);
  const headOf = new Map(heads.map((head) => [head.agency, head]));
  const obliged = obligations.agencies;
  // Whoever sent what cannot be read any more is not told that nothing came.
  const missing = obliged.filter(({ id }) => (headOf.get(id)?.state ?? 'not-started') === 'not-started' && !headOf.get(id)?.unreadable);
  const unreadable = obliged.filter(({ id }) => headOf.get(id)?.unreadable);
  const returned = obliged.flatMap((agency) => {
    const back = returnOf(headOf.get(agency.id), context);
    return back ? [{ agency, ...back }] : [];
  });
  const toAgencies: ReminderLetter[] = [
    ...missing.map((agency) => ({
      ...named('missing', agency, today),
      ...missingLetter(agency, occasion),
      due: isReminderDay(today, deadline),
    })),
    ...returned.map(({ agency, ...back }) => ({
      ...named('returned', agency, today),
      ...returnedLetter(agency, back, occasion),
      due: isReturnedDay(today, back.on, deadline),
    })),
  ];
  if (toAgencies.length === 0 && unreadable.length === 0) return [];
  const due = toAgencies.some((one) => one.due) || (unreadable.length > 0 && isReminderDay(today, deadline));
  const digests = [...obligations.agency.values()]
    .filter(({ roles }) => roles.includes('consolidator'))
    .map((agency) => ({
      ...named('digest', agency, today),
      ...digestLetter(agency, { obliged: obliged.length, missing, returned, unreadable }, occasion),
      due,
    }));
  return [...digests, ...toAgencies];
}

function returnOf(head: Head | undefined, { plan, agencies }: PeriodContext): Returned | null {
  if (head?.state !== 'returned' || !head.current) return null;
  const { receipt } = head.current;
  const on = localDay(new Date(head.returnedAt ?? receipt.at), plan.reporting.utcOffset);
  const remark = head.remark && remarkText(head.remark, agencies);
  return { version: receipt.version, on, remarks: remarkTexts(head.remarks, agencies), ...(remark !== undefined && { remark }) };
}

const named = (kind: LetterKind, { id }: Agency, day: Day) => ({ day, kind, agency: id });
