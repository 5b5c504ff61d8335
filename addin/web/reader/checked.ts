import type { Finding } from '../../../core/findings/finding.ts';
import { reasonChange } from '../../../core/fixing/reason-change.ts';
import { rowsFilled } from '../../../core/rows-filled.ts';
import { offerOf } from '../../../core/wording/mends.ts';
import { toldFinding } from '../../../core/wording/told-finding.ts';
import type { Against } from '../../ui/against.ts';
import type { Inspection } from '../../ui/inspect.ts';
import type { Checked, CheckedFinding } from './messages.ts';

/** An inspection as a page shows it: sentences made, rows counted. */
export function checkedOf(inspection: Inspection, { obligations, agency }: Against, mends: number): Checked {
  const { report } = inspection.reading;
  const findings = inspection.findings.map((one, id) => shown(one, id, inspection));
  return { report, findings, rows: rowsFilled(report, obligations, agency), mends };
}

const shown = (found: Finding, id: number, { reading, mends }: Inspection): CheckedFinding => ({
  ...toldFinding(found),
  id,
  offers: (mends[id] ?? []).map(offerOf),
  takesReason: reasonChange(found, reading, '') !== null,
});

/** A file that is no workbook: the one finding that says so. */
export const refusedFile = (found: Finding, { obligations, agency }: Against): Checked => {
  const findings = [{ ...toldFinding(found), id: 0, offers: [], takesReason: false }];
  return { report: null, findings, rows: rowsFilled(null, obligations, agency), mends: 0 };
};
