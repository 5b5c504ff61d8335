import type { Workbook } from '../../core/grid.ts';
import type { Reading } from '../../core/reading/read-report.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import { toldFinding } from '../../core/wording/told-finding.ts';
import type { WireFinding } from '../api/answers.ts';
import type { Against } from '../ui/against.ts';
import { inspect } from '../ui/inspect.ts';
import { type ClickMend, clickMends } from './mends.ts';

/** A finding as the pane shows it, with the mends that one click takes. */
export interface ShownFinding extends WireFinding {
  readonly mends: readonly ClickMend[];
}

/** The open workbook as the pane shows it. */
export interface Shown {
  readonly reading: Reading;
  readonly findings: readonly ShownFinding[];
  readonly rows: { readonly filled: number; readonly owed: number };
}

/** Reads and checks the open workbook, sentences made and rows counted. */
export function shownOf(workbook: Workbook, against: Against): Shown {
  const { reading, findings, mends } = inspect(workbook, against);
  return {
    reading,
    findings: findings.map((one, k) => ({ ...toldFinding(one), mends: clickMends(mends[k] ?? []) })),
    rows: rowsFilled(reading.report, against.obligations, against.agency),
  };
}
