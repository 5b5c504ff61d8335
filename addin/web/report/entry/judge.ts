import type { ReportEnvelope } from '../../../../contract/report-envelope.ts';
import { entryWorkbook } from '../../../../core/entering/entry-workbook.ts';
import { isBlankRow, type TypedRows } from '../../../../core/entering/typed-rows.ts';
import type { Finding } from '../../../../core/findings/finding.ts';
import type { Fix } from '../../../../core/fixing/fix.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { underSettings } from '../../../../core/plan/settings.ts';
import type { Reading } from '../../../../core/reading/read-report.ts';
import { unansweredRemarks } from '../../../../core/reading/unanswered-remarks.ts';
import { rowsFilled } from '../../../../core/rows-filled.ts';
import { wireFinding } from '../../../../core/wording/wire-finding.ts';
import type { CheckContext } from '../../../ui/check-context.ts';
import { inspect } from '../../../ui/inspect.ts';

/** Something found in what was typed, as the form shows it, with the fixes of one click. */
export interface EntryFinding extends ReturnType<typeof wireFinding> {
  readonly fixes: readonly Fix[];
}

/** What was typed, once judged. */
export interface Judged {
  readonly reading: Reading;
  readonly findings: readonly EntryFinding[];
  readonly rows: { readonly filled: number; readonly owed: number };
}

/** Judges what was typed as the server judges a report, and a returned one beside its remarks. */
export function judge(typed: TypedRows, against: CheckContext, inForce: ReportEnvelope | null): Judged {
  const { obligations, agency, settings } = against;
  const { reading, findings, fixes } = inspect(entryWorkbook(typed, obligations, agency), against);
  const unanswered = reading.report && inForce ? underSettings(remarksLeft(reading.report, inForce), agency, settings) : [];
  return {
    reading,
    findings: [...findings.map((one, k) => shown(one, fixes[k] ?? [])), ...unanswered.map((one) => shown(one, []))],
    rows: rowsFilled(reading.report, obligations, agency),
  };
}

const shown = (found: Finding, fixes: readonly Fix[]): EntryFinding => ({ ...wireFinding(found), fixes });

function remarksLeft(report: NonNullable<Reading['report']>, { state, report: before, remarks }: ReportEnvelope): readonly Finding[] {
  if (state !== 'returned') return [];
  const texts = Object.fromEntries(Object.entries(remarks).flatMap(([row, said]) => (said ? [[row, said.text]] : [])));
  return unansweredRemarks({ report: before, remarks: texts }, report);
}

/** The findings of a row that a person can do something about: a row in which nothing was typed is no fault of typing. */
export const findingsOfRow = (findings: readonly EntryFinding[], row: RowId, typed: TypedRows): readonly EntryFinding[] =>
  findings.filter((one) => one.row === row && (one.severity === 'error' || !isBlankRow(typed[row])));
