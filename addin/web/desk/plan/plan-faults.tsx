import type { ReadPlanWorkbook } from '../../../../contract/routes/read-plan-workbook.ts';
import { Notice } from '../../../ui/notice.tsx';
import { SeveritySection } from '../../../ui/severity-section.tsx';

const GROUPS = [
  { severity: 'error', what: 'phải sửa hết mới áp dụng được' },
  { severity: 'warning', what: 'áp dụng được, nên xem lại' },
] as const;

/** All that is wrong with a plan workbook, each with its sheet and cell. */
export function PlanFaults({ file, answer: { findings, more } }: { readonly file: string; readonly answer: ReadPlanWorkbook }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      {errors > 0 && (
        <Notice kind="error">
          {file}: còn {errors} lỗi. Kế hoạch đang áp dụng không thay đổi; sửa các ô dưới đây rồi chọn lại tệp.
        </Notice>
      )}
      {GROUPS.map(({ severity, what }) => {
        const those = findings.filter((one) => one.severity === severity);
        if (those.length === 0) return null;
        return (
          <SeveritySection key={severity} {...{ severity, what }} count={those.length}>
            {those.map(({ rule, sheet, cell, row, message }, k) => (
              <li key={`${rule}|${sheet}|${cell}|${k}`}>
                <p class="place">{[sheet, cell && `ô ${cell}`, row].filter(Boolean).join(' · ')}</p>
                <p>{message}</p>
              </li>
            ))}
          </SeveritySection>
        );
      })}
      {more !== undefined && <p class="quiet">Còn {more} chỗ khác; sửa các chỗ trên rồi chọn lại tệp để xem tiếp.</p>}
    </>
  );
}
