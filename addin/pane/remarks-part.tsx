import type { ReportEnvelope, ShownRemark } from '../../contract/report-envelope.ts';
import type { WireFinding } from '../../contract/wire-finding.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import type { CheckedForm } from './check-form.ts';

interface Props {
  readonly inForce: ReportEnvelope | null;
  readonly checked: CheckedForm | null;
  readonly onSelect: (place: Pick<WireFinding, 'sheet' | 'cell'>) => Promise<void>;
}

/** The remarks with which the version in force was returned, each leading to its row in the workbook; nothing where it was not. */
export function RemarksPart({ inForce, checked, onSelect }: Props) {
  const remarks = Object.entries(inForce?.state === 'returned' ? inForce.remarks : {}) as [RowId, ShownRemark][]; // keys are rows
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">Ý kiến khi trả lại</h2>
      <ul class="remarks">
        {remarks.map(([row, { text }]) => {
          const place = checked?.reading.places.get(row);
          return (
            <li key={row}>
              <b>{citedAs(row)}</b>: {text}{' '}
              {place && (
                <button type="button" class="link" onClick={() => void onSelect({ sheet: place.sheet, cell: `A${place.row}` })}>
                  Tới dòng
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
