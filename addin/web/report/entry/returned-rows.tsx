import { Notice } from '../../../ui/notice.tsx';
import type { AgencyPeriod } from '../agency-period.ts';
import { ownRows } from '../own-tables.ts';
import { focusRow } from './focus.ts';

/** Of a returned report: what was said of it as a whole, and ways to the rows that carry a remark. */
export function ReturnedRows({ place }: { readonly place: AgencyPeriod }) {
  const { inForce } = place;
  if (inForce?.state !== 'returned') return null;
  const rows = ownRows(place).filter(({ id }) => inForce.remarks[id]);
  return (
    <Notice kind="warning">
      {inForce.remark && <p class="remark">{inForce.remark.text}</p>}
      {rows.length === 0 && <p>Báo cáo được trả lại. Sửa theo ý kiến của cơ quan thẩm định rồi gửi lại.</p>}
      {rows.length > 0 && (
        <>
          <p>Báo cáo được trả lại, có ý kiến ở {rows.length} dòng. Sửa số liệu hoặc ghi giải trình tại từng dòng:</p>
          <p class="row">
            {rows.map(({ id, cited }) => (
              <button type="button" key={id} onClick={() => focusRow(id)}>
                Tới dòng {cited}
              </button>
            ))}
          </p>
        </>
      )}
    </Notice>
  );
}
