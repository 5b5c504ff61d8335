import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { Workbook } from '../../core/grid.ts';
import { reasonChange } from '../../core/mending/reason-change.ts';
import type { Reading } from '../../core/reading/read-report.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import { ruleWithId } from '../../core/rules/rule-by-id.ts';
import { toldFinding } from '../../core/wording/told-finding.ts';
import type { Against } from '../ui/against.ts';
import { inspect } from '../ui/inspect.ts';
import type { Place } from '../workbook/port.ts';
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
export function shownOf(workbook: Workbook, against: Against): Shown {
  const { reading, findings, mends } = inspect(workbook, against);
  return {
    reading,
    findings: findings.map((one, k) => ({ ...toldFinding(one), mends: clickMends(mends[k] ?? []), reasonAt: reasonPlace(one, reading) })),
    rows: rowsFilled(reading.report, against.obligations, against.agency),
    isForeign: findings.some(({ rule }) => ruleWithId(rule).stage === 'foreign'),
  };
}

function reasonPlace(finding: Finding, reading: Reading): Place | null {
  const change = reasonChange(finding, reading, '');
  return change && writeOf(change);
}
