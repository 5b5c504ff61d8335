import type { Arrived } from '../../contract/problem-details.ts';
import type { InForce } from '../../contract/receipt.ts';
import type { Day } from '../../core/day.ts';
import { endOfDay } from '../../core/local-day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Report } from '../../core/report.ts';
import { rowsAnswered } from '../../core/rows-filled.ts';
import { type Clock, compareSaved, type SavedTime, savedAt } from '../../core/saved-time.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { CurrentVersion, Origin } from '../store/rows.ts';

/** What is compared with the version in force before a workbook may replace it. */
export interface Arrival {
  readonly report: Report;
  readonly modified: SavedTime | null;
  readonly receivedOn: Day | null;
}

/** Why a workbook must not replace the version in force unasked; `maybe-older`: their times leave it open. */
export type ReplacementDoubt = 'older' | 'maybe-older' | 'emptier';

/** The version in force as an answer names it. */
export function inForceOf({ report, receipt, origin }: CurrentVersion, { plan, obligations }: PeriodContext): InForce {
  const clock = { offset: plan.reporting.utcOffset, now: new Date(receipt.at) };
  return {
    version: receipt.version,
    at: receipt.at,
    file: origin?.file ?? null,
    modified: savedAt(origin?.modified ?? null, clock)?.toISOString() ?? null,
    rowsFilled: rowsAnswered(report, obligations, report.agency),
  };
}

/** The workbook that came upon it, told by the same facts. */
export function arrivedOf(
  { agency, report, origin }: { readonly agency: AgencyId; readonly report: Report | null; readonly origin: Origin },
  { plan, obligations }: PeriodContext,
  now: Date,
): Arrived {
  const modified = savedAt(origin.modified ?? null, { offset: plan.reporting.utcOffset, now });
  return {
    agency,
    modified: modified?.toISOString() ?? null,
    rowsFilled: report ? rowsAnswered(report, obligations, agency) : 0,
  };
}

/** Why a workbook must not replace the version in force unasked; null where it is newer and as full. */
export function replacementDoubt(
  arrival: Arrival,
  inForce: CurrentVersion,
  { plan, obligations }: PeriodContext,
  now: Date,
): ReplacementDoubt | null {
  const clock = { offset: plan.reporting.utcOffset, now };
  const order = compareSaved(savedOf(arrival, clock), savedInForce(inForce, clock), clock);
  if (order === 'earlier') return 'older';
  if (order === 'unclear') return 'maybe-older';
  const filled = (report: Report) => rowsAnswered(report, obligations, report.agency);
  return filled(arrival.report) < filled(inForce.report) ? 'emptier' : null;
}

/** A workbook was saved before it arrived: a later time comes from opening the file afterwards. */
function savedOf({ modified, receivedOn }: Arrival, clock: Clock): SavedTime | null {
  const came = receivedOn && endOfDay(receivedOn, clock.offset);
  return modified && came && came < clock.now ? notAfter(modified, came, clock) : modified;
}

/** The version in force was there when it was received, at the latest; its workbook mostly says a time before. */
function savedInForce({ origin, receipt }: CurrentVersion, clock: Clock): SavedTime {
  const came = receipt.receivedOn && endOfDay(receipt.receivedOn, clock.offset);
  const at = new Date(receipt.at);
  const latest = came && came < at ? came : at;
  return notAfter(origin?.modified ?? null, latest, clock);
}

/** A time that was said, or the latest that it can be where none was said or a later one. */
const notAfter = (modified: SavedTime | null, latest: Date, { offset }: Clock): SavedTime =>
  modified && savedAt(modified, { offset, now: latest }) ? modified : { at: latest.toISOString(), mayBeLocal: false, program: null };
