import { dayOfSerial, serialOfDay } from '../../core/day.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { cutOffOf, deadlineOf, periodsBefore } from '../../core/plan/plan-periods.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';
import { type Cast, castOf, countsIn, type MistakeKind } from './cast.ts';
import { diceOf } from './dice.ts';
import { indicatorEntries } from './indicator-entries.ts';
import { type CellMistake, spoil } from './mistakes.ts';
import { workday } from './papers.ts';
import { textFile, xlsFile } from './strange-files.ts';
import { taskEntries } from './task-entries.ts';

/** A workbook to be built from a form: whose, what it reports, and what is wrong with it. */
export interface MadeUpFile {
  readonly name: string;
  readonly agency: AgencyId;
  /** The period of the form that was filled in: not the inbox's own where somebody took last year's. */
  readonly formPeriod: Period;
  readonly report: Report;
  readonly kind: MistakeKind | null;
  readonly mistakes: readonly CellMistake[];
  readonly repeatedRow?: RowId;
  readonly late: boolean;
  /** Time of last change, as the workbook's own properties give it. */
  readonly modified: string;
  /** Whether its figures come into the matrix; false for an earlier version too. */
  readonly counts: boolean;
}

/** A file that is no workbook, and whose it would have been. */
export interface StrangeFile {
  readonly name: string;
  readonly agency: AgencyId;
  readonly kind: MistakeKind;
  readonly bytes: Uint8Array;
}

/** All that a province's mailbox holds after the deadline of a period. */
export interface MadeUpInbox {
  readonly period: Period;
  /** When the consolidator opens it: after the late ones came. */
  readonly asOf: string;
  readonly files: readonly MadeUpFile[];
  readonly strange: readonly StrangeFile[];
  readonly silent: readonly AgencyId[];
}

const DAYS_TO_SEND = 12;

/** Made-up reports of every agency for the obligations' period, mistakes and silence included; the same on every machine. */
export function madeUpInbox(obligations: Obligations): MadeUpInbox {
  const cast = castOf(obligations);
  const indicators = indicatorEntries(obligations, cast);
  const senders = obligations.agencies.filter(({ id }) => !cast.silent.has(id));
  const reportOf = (agency: Agency): Report => ({
    plan: obligations.plan.id,
    period: obligations.period,
    agency: agency.id,
    indicators: Object.fromEntries(indicators.get(agency.id) ?? []),
    tasks: Object.fromEntries(taskEntries(obligations, agency)),
  });
  return {
    period: obligations.period,
    asOf: `${later(obligations, 3)}T08:00:00${obligations.plan.reporting.utcOffset}`,
    files: senders.flatMap((agency) => filesOf(obligations, agency, reportOf(agency), cast)),
    strange: senders.flatMap((agency): StrangeFile[] => {
      const kind = cast.mistakes.get(agency.id);
      if (kind === 'renamed-xls') return [{ name: nameOf(agency, obligations.period), agency: agency.id, kind, bytes: xlsFile() }];
      if (kind === 'text-file')
        return [{ name: nameOf(agency, obligations.period), agency: agency.id, kind, bytes: textFile(obligations.plan) }];
      return [];
    }),
    silent: [...cast.silent],
  };
}

function filesOf(obligations: Obligations, agency: Agency, report: Report, cast: Cast): MadeUpFile[] {
  const kind = cast.mistakes.get(agency.id) ?? null;
  if (kind === 'renamed-xls' || kind === 'text-file') return [];
  const late = cast.late.has(agency.id);
  const formPeriod =
    kind === 'form-of-last-period' ? (periodsBefore(obligations.plan, obligations.period)[0] ?? obligations.period) : obligations.period;
  const { cells, repeatedRow } = spoil(kind, report);
  const file: MadeUpFile = {
    name: nameOf(agency, obligations.period),
    agency: agency.id,
    formPeriod,
    report: { ...report, period: formPeriod },
    kind,
    mistakes: cells,
    ...(repeatedRow ? { repeatedRow } : {}),
    late,
    modified: sentAt(obligations, agency, late),
    counts: countsIn(cast, agency.id),
  };
  return kind === 'sent-twice' ? [draftOf(obligations, file), file] : [file];
}

/** The version sent a few days earlier, before the last figures were in: a tenth less of everything that was counted. */
function draftOf(obligations: Obligations, file: MadeUpFile): MadeUpFile {
  const fewer = (entry: IndicatorEntry): IndicatorEntry =>
    entry.numerator === undefined ? entry : { ...entry, numerator: Math.floor(entry.numerator * 0.9) };
  const indicators = Object.entries(file.report.indicators).flatMap(([row, entry]) => (entry ? [[row, fewer(entry)] as const] : []));
  const day = workday(diceOf('draft', file.agency), cutOffOf(obligations.plan, obligations.period), later(obligations, -DAYS_TO_SEND - 1));
  return {
    ...file,
    name: file.name.replace(/\.xlsx$/, ' (bản đầu).xlsx'),
    report: { ...file.report, indicators: Object.fromEntries(indicators) },
    modified: `${day}T09:30:00${obligations.plan.reporting.utcOffset}`,
    counts: false,
  };
}

/** Most keep the name that the form came with; some give it one of their own. */
function nameOf(agency: Agency, period: Period): string {
  const dice = diceOf('name', agency.id, period);
  if (dice.chance(0.7)) return `${agency.id}.xlsx`;
  return dice.pick([`Phụ lục ${period} - ${agency.shortName}.xlsx`, `${agency.shortName} - báo cáo Chính quyền số ${period}.xlsx`]);
}

/** In working hours between the cut-off and the deadline; a late one in the two days after it. */
function sentAt(obligations: Obligations, agency: Agency, late: boolean): string {
  const dice = diceOf('sent', agency.id, obligations.period);
  const [from, to] = late ? [later(obligations, 1), later(obligations, 2)] : [later(obligations, -DAYS_TO_SEND), later(obligations, -1)];
  const day = workday(dice, from, to);
  const [hour, minute] = [dice.between(8, 16), dice.between(0, 59)];
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00${obligations.plan.reporting.utcOffset}`;
}

function later({ plan, period }: Obligations, days: number) {
  const deadline = deadlineOf(plan, period);
  return dayOfSerial(serialOfDay(deadline) + days) ?? deadline;
}
