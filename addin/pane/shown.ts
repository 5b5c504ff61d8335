import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { reasonChange } from '../../core/fixing/reason-change.ts';
import type { Workbook } from '../../core/grid.ts';
import type { Reading } from '../../core/reading/read-report.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import { ruleOf } from '../../core/rules/rules.ts';
import { wireFinding } from '../../core/wording/wire-finding.ts';
import type { Place } from '../excel/port.ts';
import type { CheckContext } from '../ui/check-context.ts';
import { inspect } from '../ui/inspect.ts';
import { type ClickMend, clickMends, writeOf } from './mends.ts';

/** A finding as the pane shows it, with the mends that one click takes. */
export interface ShownFinding extends WireFinding {
  readonly mends: readonly ClickMend[];
  /** Where its reason is to be written; null where it asks for none. */
  readonly reasonAt: Place | null;
}

/** The open workbook as the pane shows it. */
export interface Shown {
  readonly reading: Reading;
  readonly findings: readonly ShownFinding[];
  readonly rows: { readonly filled: number; readonly owed: number };
  /** It is no form of ours: its tables may be adopted. */
  readonly isForeign: boolean;
}

/** Reads and checks the open workbook, sentences made and rows counted. */
export function shownOf(workbook: Workbook, against: CheckContext): Shown {
  const { reading, findings, fixes } = inspect(workbook, against);
  return {
    reading,
    findings: findings.map((one, k) => ({ ...wireFinding(one), mends: clickMends(fixes[k] ?? []), reasonAt: reasonPlace(one, reading) })),
    rows: rowsFilled(reading.report, against.obligations, against.agency),
    isForeign: findings.some(({ rule }) => ruleOf(rule).stage === 'foreign'),
  };
}

function reasonPlace(finding: Finding, reading: Reading): Place | null {
  const change = reasonChange(finding, reading, '');
  return change && writeOf(change);
}
