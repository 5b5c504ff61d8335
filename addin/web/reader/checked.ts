import type { Finding } from '../../../core/findings/finding.ts';
import { formatFixes } from '../../../core/fixing/format-fixes.ts';
import { reasonChange } from '../../../core/fixing/reason-change.ts';
import { rowsStanding } from '../../../core/rows-filled.ts';
import { offerOf } from '../../../core/wording/fixes.ts';
import { wireFinding } from '../../../core/wording/wire-finding.ts';
import type { CheckContext } from '../../ui/check-context.ts';
import type { Inspection } from '../../ui/inspect.ts';
import type { Checked, CheckedFinding } from './messages.ts';

/** An inspection as a page shows it: sentences made, rows counted. */
export function checkedOf(inspection: Inspection, { obligations, agency }: CheckContext, fixes: number): Checked {
  const { report } = inspection.reading;
  const findings = inspection.findings.map((one, id) => shown(one, id, inspection));
  const rows = rowsStanding(report, inspection.findings, obligations, agency);
  return { report, findings, rows, fixes, formatFixes: formatFixes(inspection.findings, inspection.fixes).length };
}

const shown = (found: Finding, id: number, { reading, fixes }: Inspection): CheckedFinding => ({
  ...wireFinding(found),
  id,
  offers: (fixes[id] ?? []).map(offerOf),
  takesReason: reasonChange(found, reading, '') !== null,
});

/** A file that is no workbook: the one finding that says so. */
export const refusedFile = (found: Finding, { obligations, agency }: CheckContext): Checked => {
  const findings = [{ ...wireFinding(found), id: 0, offers: [], takesReason: false }];
  return { report: null, findings, rows: rowsStanding(null, [found], obligations, agency), fixes: 0, formatFixes: 0 };
};
