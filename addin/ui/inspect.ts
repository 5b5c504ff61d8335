import { type Finding, placed } from '../../core/findings/finding.ts';
import type { Fix } from '../../core/fixing/fix.ts';
import { fixesOf } from '../../core/fixing/fixes-of.ts';
import type { Workbook } from '../../core/grid.ts';
import { localDay } from '../../core/local-day.ts';
import { underSettings } from '../../core/plan/settings.ts';
import { ownReading } from '../../core/reading/own-reading.ts';
import { type Reading, readReport } from '../../core/reading/read-report.ts';
import { unansweredRemarks } from '../../core/reading/unanswered-remarks.ts';
import type { CheckContext } from './check-context.ts';

/** A workbook once read and checked, with the fixes of each finding. */
export interface Inspection {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly fixes: readonly (readonly Fix[])[];
}

/** Reads and checks a workbook as the server would today: the same reader, rules, settings and remarks to be answered. */
export function inspect(workbook: Workbook, { agency, agencies, settings, context, returned }: CheckContext): Inspection {
  const today = localDay(new Date(), context.plan.reporting.utcOffset);
  const reading = ownReading(readReport(workbook, { ...context, today }), agency, agencies);
  const unanswered = returned && reading.report ? placed(unansweredRemarks(returned, reading.report), reading.places) : [];
  const findings = underSettings([...reading.findings, ...unanswered], agency, settings);
  return { reading, findings, fixes: findings.map((one) => fixesOf(one, { workbook, reading })) };
}
