import type { Report } from '../../../../core/report.ts';
import { Notice } from '../../../ui/notice.tsx';
import { answersIn } from '../../../ui/remark-answer.ts';
import type { AgencyPeriod } from '../agency-period.ts';
import { AnswerBadge } from '../answer-badge.tsx';
import { ownRows } from '../own-tables.ts';
import { focusRow } from './focus.ts';

/**
 * Of a returned report: what was said of it as a whole, and ways to the rows that carry a remark, each ticked as what is typed answers it.
 */
export function ReturnedRows({ place, next }: { readonly place: AgencyPeriod; readonly next: Report | null }) {
  const { inForce } = place;
  if (inForce?.state !== 'returned') return null;
  const answers = next && answersIn(inForce, next, place.ground.plan);
  const rows = ownRows(place).filter(({ id }) => inForce.remarks[id]);
  return (
    <Notice kind="warning">
      {inForce.remark && <p class="remark">{inForce.remark.text}</p>}
      {rows.length === 0 && <p>Báo cáo được trả lại. Sửa theo ý kiến của cơ quan thẩm định rồi gửi lại.</p>}
      {rows.length > 0 && (
        <>
          <p>Báo cáo được trả lại, có ý kiến ở {rows.length} dòng. Sửa số liệu hoặc ghi giải trình tại từng dòng:</p>
          <ul>
            {rows.map(({ id, cited }) => (
              <li key={id}>
                <button type="button" onClick={() => focusRow(id)}>
                  Tới dòng {cited}
                </button>{' '}
                {answers && <AnswerBadge answer={answers.get(id) ?? 'none'} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
