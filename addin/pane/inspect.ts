import { agencyName } from '../../core/agency.ts';
import { type Finding, finding } from '../../core/findings/finding.ts';
import type { Workbook } from '../../core/grid.ts';
import { owedBy } from '../../core/obligations.ts';
import { type Reading, readReport } from '../../core/reading/read-report.ts';
import { underSettings } from '../../core/settings.ts';
import { sentenceOf } from '../../core/wording/findings.ts';
import type { WireFinding } from '../api/answers.ts';
import type { Against } from '../ui/against.ts';
import { type Mend, mendsOf } from './mends.ts';

/** A finding as the pane shows it, with the mends that one click takes. */
export interface ShownFinding extends WireFinding {
  readonly mends: readonly Mend[];
}

/** The open workbook once read and checked, by the same reader and rules as the server's. */
export interface Inspection {
  readonly reading: Reading;
  readonly findings: readonly ShownFinding[];
  readonly rows: { readonly filled: number; readonly owed: number };
}

export function inspect(workbook: Workbook, against: Against): Inspection {
  const { agency, agencies, obligations, settings, context } = against;
  const read = readReport(workbook, context);
  const whose = read.identity?.agency;
  const isForeign = whose !== undefined && whose !== agency;
  const reading: Reading = isForeign ? { ...read, report: null } : read;
  const found: readonly Finding[] = isForeign
    ? [finding('identity-other-agency', { found: agencyName(agencies, whose), expected: agencyName(agencies, agency) })]
    : underSettings(read.findings, agency, settings);
  const { indicators, tasks } = owedBy(obligations, agency);
  const report = reading.report;
  const filled = [...indicators.map(({ id }) => report?.indicators[id]), ...tasks.map(({ id }) => report?.tasks[id])];
  return {
    reading,
    findings: found.map((one) => shown(one, mendsOf(one, { workbook, reading }))),
    rows: { filled: filled.filter((entry) => entry !== undefined).length, owed: filled.length },
  };
}

const shown = (one: Finding, mends: readonly Mend[]): ShownFinding => ({
  rule: one.rule,
  severity: one.severity,
  row: one.row,
  field: one.field,
  message: sentenceOf(one),
  ...(one.sheet !== undefined && { sheet: one.sheet }),
  ...(one.cell !== undefined && { cell: one.cell }),
  mends,
});
