import { entryWorkbook } from '../../../../core/entering/entry-workbook.ts';
import { isBlankRow, type TypedRows } from '../../../../core/entering/typed-rows.ts';
import type { Fix } from '../../../../core/fixing/fix.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import type { Reading } from '../../../../core/reading/read-report.ts';
import { type RowsStanding, rowsStanding } from '../../../../core/rows-filled.ts';
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
  readonly rows: RowsStanding;
}

/** Judges what was typed as the server judges a report, and a returned one beside its remarks. */
export function judge(typed: TypedRows, against: CheckContext): Judged {
  const { obligations, agency } = against;
  const { reading, findings, fixes } = inspect(entryWorkbook(typed, obligations, agency), against);
  return {
    reading,
    findings: findings.map((one, k) => ({ ...wireFinding(one), fixes: fixes[k] ?? [] })),
    rows: rowsStanding(reading.report, findings, obligations, agency),
  };
}

/** The findings of a row that a person can do something about: a row in which nothing was typed is no fault of typing. */
export const findingsOfRow = (findings: readonly EntryFinding[], row: RowId, typed: TypedRows): readonly EntryFinding[] =>
  findings.filter((one) => one.row === row && (one.severity === 'error' || !isBlankRow(typed[row])));
