import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { reasonChange } from '../../core/fixing/reason-change.ts';
import type { Workbook } from '../../core/grid.ts';
import type { Reading } from '../../core/reading/read-report.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import { ruleWithId } from '../../core/rules/rule-by-id.ts';
import { wireFinding } from '../../core/wording/wire-finding.ts';
import type { WorkbookPlace } from '../excel/port.ts';
import type { CheckContext } from '../ui/check-context.ts';
import { inspect } from '../ui/inspect.ts';
import { type ClickFix, clickFixes, writeOf } from './fixes.ts';

/** A finding as the pane shows it, with the fixes that one click makes. */
export interface FixableFinding extends WireFinding {
  readonly fixes: readonly ClickFix[];
  /** Where its reason is to be written; null where it asks for none. */
  readonly reasonAt: WorkbookPlace | null;
}

/** What a check of the open form comes to. */
export interface CheckedForm {
  readonly reading: Reading;
  readonly findings: readonly FixableFinding[];
  readonly rows: { readonly filled: number; readonly owed: number };
  /** It is no form of ours: its tables may be adopted. */
  readonly isForeign: boolean;
}

/** Reads and checks the open workbook as the server would: findings as sentences, rows counted. */
export function checkForm(workbook: Workbook, context: CheckContext): CheckedForm {
  const { reading, findings, fixes } = inspect(workbook, context);
  return {
    reading,
    findings: findings.map((one, k) => ({
      ...wireFinding(one),
      fixes: clickFixes(fixes[k] ?? [], workbook),
      reasonAt: reasonPlace(one, reading, workbook),
    })),
    rows: rowsFilled(reading.report, context.obligations, context.agency),
    isForeign: findings.some(({ rule }) => ruleWithId(rule).stage === 'foreign'),
  };
}

function reasonPlace(finding: Finding, reading: Reading, workbook: Workbook): WorkbookPlace | null {
  const change = reasonChange(finding, reading, '');
  return change && writeOf(change, workbook);
}

/** The same finding of the form as it is read now, wherever its row stands by now; null where it is not found any more. */
export function foundAgain({ rule, row, field, sheet, cell }: FixableFinding, { findings }: CheckedForm): FixableFinding | null {
  const alike = findings.filter((one) => one.rule === rule && one.row === row && one.field === field && one.sheet === sheet);
  const [only = null, ...others] = row === null || alike.length > 1 ? alike.filter((one) => one.cell === cell) : alike;
  return others.length === 0 ? only : null;
}
