import { useState } from 'preact/hooks';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import { isPassingInExcel } from '../../excel/trouble.ts';
import { ActOutcome } from '../../ui/act-outcome.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { troubleSentence } from '../trouble-text.ts';
import type { PeriodView } from './period-view.ts';

interface Props {
  readonly view: PeriodView;
  readonly port: WorkbookPort;
}

/** The desk's tab from which a browser saves the same file. */
const DESK = '/desk/?the=xuat';

interface Outcome {
  readonly kind: 'good' | 'warning';
  readonly text: string;
  /** The address from which a browser has the file, where Excel opens nothing; null where there is no need of it. */
  readonly address: string | null;
}

/**
 * The appendix workbook, opened beside this one: Excel's web views save no file (OfficeDev/office-js issues 3385, 3). What came of it is
 * said.
 */
export function ExportPart({ view: { api, line }, port }: Props) {
  const act = useAct();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const exportAppendix = async (): Promise<void> => {
    setOutcome(null);
    const answer = await act.run(() => api.appendix(line.period), null);
    if (!answer) return;
    const opened = await port.openAsWorkbook(answer.value);
    if (opened.ok) {
      const text = `Đã mở phụ lục kỳ ${shortPeriodName(line.period)} trong một sổ làm việc mới. Lưu sổ đó để trình ký.`;
      return setOutcome({ kind: 'good', text, address: null });
    }
    const why = isPassingInExcel(opened.error)
      ? `Chưa mở được phụ lục trong Excel. ${troubleSentence(opened.error)}`
      : 'Excel này không mở được phụ lục thành sổ làm việc mới.';
    const address = location.origin + DESK;
    const inBrowser = port.openInBrowser(address);
    const way = inBrowser
      ? 'Đã mở trang dành cho cơ quan tổng hợp, mục Xuất, trong trình duyệt.'
      : 'Lấy tệp bằng trình duyệt, ở trang dành cho cơ quan tổng hợp, mục Xuất: bấm liên kết bên dưới, hoặc chép địa chỉ và dán vào trình duyệt.';
    setOutcome({ kind: 'warning', text: `${why} ${way}`, address: inBrowser ? null : address });
  };
  return (
    <section aria-labelledby="export">
      <h2 id="export">Phụ lục tổng hợp</h2>
      <button type="button" disabled={act.waiting} onClick={() => void exportAppendix()}>
        Xuất phụ lục để trình ký
      </button>
      <ActOutcome act={act} />
      {outcome && (
        <Notice kind={outcome.kind}>
          <p>{outcome.text}</p>
          {outcome.address && (
            <CopyButton text={outcome.address} told="Đã chép địa chỉ.">
              Chép địa chỉ
            </CopyButton>
          )}
        </Notice>
      )}
      <p class="quiet">
        {line.state === 'closed' ? 'Kỳ đã khóa: số liệu không đổi nữa.' : 'Kỳ đang mở: khóa kỳ trước khi trình ký.'} Cũng lấy được ở{' '}
        <a href={DESK} target="_blank" rel="noopener">
          trang dành cho cơ quan tổng hợp, mục Xuất
        </a>{' '}
        bằng trình duyệt: {location.origin}/desk/
      </p>
    </section>
  );
}
