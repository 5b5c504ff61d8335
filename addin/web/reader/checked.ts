import type { Finding } from '../../../core/findings/finding.ts';
import { owedBy } from '../../../core/obligations.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { offerOf } from '../../../core/wording/mends.ts';
import type { Against } from '../../ui/against.ts';
import type { Checked, CheckedFinding } from './messages.ts';
import { type Inspection, reasonChange } from './upload.ts';

/** An inspection as a page shows it: sentences made, rows counted. */
export function checkedOf(inspection: Inspection, { obligations, agency }: Against, mends: number): Checked {
  const { report } = inspection.reading;
  const { indicators, tasks } = owedBy(obligations, agency);
  const filled =
    report === null
      ? 0
      : indicators.filter(({ id }) => report.indicators[id] !== undefined).length +
        tasks.filter(({ id }) => report.tasks[id] !== undefined).length;
  return {
    report,
    findings: inspection.findings.map((one, id) => shown(one, id, inspection)),
    rows: { filled, owed: indicators.length + tasks.length },
    mends,
  };
}

const shown = (found: Finding, id: number, { reading, mends }: Inspection): CheckedFinding => ({
  ...told(found),
  id,
  offers: (mends[id] ?? []).map(offerOf),
  takesReason: reasonChange(found, reading, '') !== null,
});

/** A file that is no workbook: the one finding that says so. */
export const refusedFile = (found: Finding, { obligations, agency }: Against): Checked => {
  const { indicators, tasks } = owedBy(obligations, agency);
  const findings = [{ ...told(found), id: 0, offers: [], takesReason: false }];
  return { report: null, findings, rows: { filled: 0, owed: indicators.length + tasks.length }, mends: 0 };
};

function told(found: Finding) {
  const { rule, severity, row, field, sheet, cell } = found;
  return {
    rule,
    severity,
    row,
    field,
    message: sentenceOf(found),
    ...(sheet !== undefined && { sheet }),
    ...(cell !== undefined && { cell }),
  };
}
