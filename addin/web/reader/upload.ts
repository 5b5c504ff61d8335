import { agencyName } from '../../../core/agency.ts';
import { ASKS_REASON } from '../../../core/findings/catalogue.ts';
import { type Finding, finding } from '../../../core/findings/finding.ts';
import { cellName, type Workbook } from '../../../core/grid.ts';
import type { CellChange } from '../../../core/mending/cell-change.ts';
import type { Mend } from '../../../core/mending/mend.ts';
import { mendsOf } from '../../../core/mending/mend-of.ts';
import { withChanges } from '../../../core/mending/with-changes.ts';
import { type Reading, readReport } from '../../../core/reading/read-report.ts';
import { underSettings } from '../../../core/settings.ts';
import type { Against } from '../../ui/against.ts';

/** A workbook in the worker's hands: as it came, and what was mended since. Each step is all the changes of one click. */
export interface Upload {
  readonly workbook: Workbook;
  readonly steps: readonly (readonly CellChange[])[];
}

/** An upload once read and checked, with the mends of each finding. */
export interface Inspection {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly mends: readonly (readonly Mend[])[];
}

/** The changes of all steps; of one cell only the last. */
export function changesOf({ steps }: Upload): readonly CellChange[] {
  return [...new Map(steps.flat().map((change) => [`${change.cell} ${change.sheet}`, change])).values()];
}

/** Reads and checks an upload as the server would: the same reader, rules and settings. */
export function inspect(upload: Upload, against: Against): Inspection {
  const workbook = withChanges(upload.workbook, changesOf(upload));
  const reading = ownReading(readReport(workbook, against.context), against);
  const findings = underSettings(reading.findings, against.agency, against.settings);
  return { reading, findings, mends: findings.map((one) => mendsOf(one, { workbook, reading })) };
}

/** Another agency's form is refused for that alone, as the server does. */
function ownReading(reading: Reading, { agency, agencies }: Against): Reading {
  const found = reading.identity?.agency;
  if (found === undefined || found === agency) return reading;
  const facts = { found: agencyName(agencies, found), expected: agencyName(agencies, agency) };
  return { ...reading, report: null, findings: [finding('identity-other-agency', facts)] };
}

/** The change that writes a reason into `Giải trình` of a finding's row; null where the finding asks for none or its sheet has no place for one. */
export function reasonChange({ rule, row }: Finding, { places }: Reading, text: string): CellChange | null {
  if (!ASKS_REASON.has(rule) && rule !== 'no-figure-explained') return null;
  const place = row === null ? undefined : places.get(row);
  const column = place?.columns.explanation;
  if (!place || column === undefined) return null;
  return { sheet: place.sheet, cell: cellName(place.row, column), value: text, format: 'plain' };
}
