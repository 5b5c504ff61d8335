import type { Finding } from '../../core/findings/finding.ts';
import type { Mend } from '../../core/fixing/mend.ts';
import { mendsOf } from '../../core/fixing/mend-of.ts';
import type { Workbook } from '../../core/grid.ts';
import { underSettings } from '../../core/plan/settings.ts';
import { ownReading } from '../../core/reading/own-reading.ts';
import { type Reading, readReport } from '../../core/reading/read-report.ts';
import type { Against } from './against.ts';

/** A workbook once read and checked, with the mends of each finding. */
export interface Inspection {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly mends: readonly (readonly Mend[])[];
}

/** Reads and checks a workbook as the server would: the same reader, rules and settings. */
export function inspect(workbook: Workbook, { agency, agencies, settings, context }: Against): Inspection {
  const reading = ownReading(readReport(workbook, context), agency, agencies);
  const findings = underSettings(reading.findings, agency, settings);
  return { reading, findings, mends: findings.map((one) => mendsOf(one, { workbook, reading })) };
}
