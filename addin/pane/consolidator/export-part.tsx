import { ActOutcome } from '../../ui/act-outcome.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useAct } from '../../ui/use-act.ts';
import type { PeriodView } from './period-view.ts';

/** The appendix workbook as a file; Excel's web view may refuse to save one, and does not say so. */
export function ExportPart({ view: { api, line } }: { readonly view: PeriodView }) {
  const act = useAct();
  const name = `phu-luc-tong-hop-${line.period}.xlsx`;
  return (
    <section aria-labelledby="export">
      <h2 id="export">Phụ lục tổng hợp</h2>
      <button
        type="button"
        disabled={act.waiting}
        onClick={async () => {
          const answer = await act.run(() => api.appendix(line.period), `Đã lập ${name}.`);
          if (answer) saveFile(answer.value, name);
        }}
      >
        Xuất phụ lục để trình ký
      </button>
      <ActOutcome act={act} />
      <p class="quiet">
        {line.state === 'closed' ? 'Kỳ đã khóa: số liệu không đổi nữa.' : 'Kỳ đang mở: khóa kỳ trước khi trình ký.'} Nếu Excel không lưu
        được tệp, mở{' '}
        <a href="/desk/?the=xuat" target="_blank" rel="noopener">
          trang dành cho cơ quan tổng hợp, mục Xuất
        </a>{' '}
        bằng trình duyệt: {location.origin}/desk/
      </p>
    </section>
  );
}
