import { formatDate } from '../../core/format.ts';
import { localDay, localTime } from '../../core/local-day.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import { acceptedLetter, receivedLetter, returnedNowLetter } from '../../core/wording/event-letters.ts';
import type { Letter, LetterContext } from '../../core/wording/letter.ts';

import { letterChange } from '../mail/outbox.ts';
import { letterContext } from '../periods/letter-context.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { EventKind } from '../store/letter-rows.ts';
import type { Head, StoredReceipt } from '../store/rows.ts';
import type { Change } from '../store/table.ts';
import { remarkText, remarkTexts } from './remarks.ts';

/** When something happened, what tells it apart, and where the pages are. */
export interface EventPlace {
  readonly context: PeriodContext;
  readonly at: Date;
  readonly nonce: string;
  readonly address: string | null;
}

/** The letter about a version that has come in. */
export const receivedChanges = (place: EventPlace, { agency, version, id, at }: StoredReceipt): Change[] => {
  const { utcOffset } = place.context.plan.reporting;
  const moment = new Date(at);
  const said = { version, receipt: id, at: `${localTime(moment, utcOffset)} ${formatDate(localDay(moment, utcOffset))}` };
  return written(place, 'received', agency, (to, context) => receivedLetter(to, said, context));
};

/** The letter about what a review came to; none where the report stays as it was. */
export function reviewedChanges(place: EventPlace, { agency, state, current, remarks, remark }: Head): Change[] {
  const version = current?.receipt.version ?? 0;
  const { agencies } = place.context;
  if (state === 'accepted') return written(place, 'accepted', agency, (to, context) => acceptedLetter(to, { version }, context));
  if (state !== 'returned') return [];
  const said = { version, remarks: remarkTexts(remarks, agencies), remark: remark ? remarkText(remark, agencies) : null };
  return written(place, 'sent-back', agency, (to, context) => returnedNowLetter(to, said, context));
}

function written(
  { context, at, nonce, address }: EventPlace,
  kind: EventKind,
  id: AgencyId,
  write: (agency: Agency, context: LetterContext) => Letter,
): Change[] {
  const agency = context.agencies.find((one) => one.id === id);
  if (!agency) return [];
  const about = letterContext(context, at, address);
  return [letterChange({ day: about.today, kind, agency: id, event: nonce, ...write(agency, about) })];
}
