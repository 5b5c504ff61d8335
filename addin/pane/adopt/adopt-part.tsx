import { useEffect, useState } from 'preact/hooks';
import { adoptionEdits } from '../../../core/adopting/adoption-edits.ts';
import { recognise } from '../../../core/adopting/recognise.ts';
import type { Recognition } from '../../../core/adopting/recognition.ts';
import type { Workbook } from '../../../core/grid.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { noPlaceSentence, unconfirmedSentence } from '../../../core/wording/adopting.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import type { CheckContext } from '../../ui/check-context.ts';
import { Notice } from '../../ui/notice.tsx';
import { troubleSentence } from '../trouble-text.ts';
import { AppendixMatch } from './appendix-match.tsx';
import { type Appendix, type Choice, confirmed, mustChoose, NOTHING_CHOSEN, tableOf } from './choice.ts';

interface Props {
  readonly port: WorkbookPort;
  readonly against: CheckContext;
  /** Whether tables of the plan are there. */
  readonly onFound: (hasTables: boolean) => void;
  /** The workbook has become a form: it is to be read and checked as one. */
  readonly onAdopted: () => Promise<void>;
}

const TITLES = { indicators: 'Phụ lục I', tasks: 'Phụ lục II' } as const satisfies Record<Appendix, string>;

/** The workbook as it is now, with what was recognised in it; a sentence where it cannot be read. */
async function recognised(port: WorkbookPort, { obligations }: CheckContext): Promise<Result<Recognised, string>> {
  const workbook = await port.read();
  if (!workbook.ok) return failed(troubleSentence(workbook.error));
  return ok({ workbook: workbook.value, recognition: recognise(workbook.value, obligations) });
}

interface Recognised {
  readonly workbook: Workbook;
  readonly recognition: Recognition;
}

const hasTables = ({ indicators, tasks }: Recognition): boolean => indicators.tables.length + tasks.tables.length > 0;

/** A workbook with the plan's own tables becomes the agency's form in place, once a person has confirmed which row is which. */
export function AdoptPart({ port, against, onFound, onAdopted }: Props) {
  const [found, setFound] = useState<Result<Recognised, string> | null>(null);
  const [choice, setChoice] = useState<Choice>(NOTHING_CHOSEN);
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    void recognised(port, against).then((now) => {
      setFound(now);
      onFound(now.ok && hasTables(now.value.recognition));
    });
  }, [port, against]);

  /** The workbook is read once more: somebody may have edited it since it was shown. */
  const adopt = async (): Promise<string | null> => {
    const now = await recognised(port, against);
    if (!now.ok) return now.error;
    const sure = confirmed(now.value.recognition, choice);
    if (!sure.ok) {
      setFound(now);
      return `Sổ vừa thay đổi. ${unconfirmedSentence(sure.error)}`;
    }
    const edits = adoptionEdits(now.value.workbook, sure.value, against.obligations, against.agency);
    if (!edits.ok) return noPlaceSentence(edits.error);
    const done = await port.apply(edits.value);
    if (!done.ok) return `${troubleSentence(done.error)} Các cột đã thêm vẫn còn; bấm lại để làm tiếp.`;
    await onAdopted();
    return null;
  };

  if (!found) return <p role="status">Đang tìm bảng của Kế hoạch trong sổ…</p>;
  if (!found.ok) return <Notice kind="error">{found.error}</Notice>;
  const { recognition } = found.value;
  if (!hasTables(recognition))
    return (
      <Notice kind="info">
        Sổ đang mở không có bảng Phụ lục nào của Kế hoạch. Mở biểu của đơn vị, hoặc lấy biểu ở{' '}
        <a href="/" target="_blank" rel="noopener">
          trang nộp báo cáo
        </a>
        .
      </Notice>
    );
  const appendices = (['indicators', 'tasks'] as const).filter((one) => recognition[one].tables.length > 0);
  const sure = confirmed(recognition, choice);
  const why = appendices.some((one) => mustChoose(recognition[one], choice.tables[one]))
    ? 'Chọn bảng sẽ dùng.'
    : appendices.every((one) => tableOf(recognition[one], choice.tables[one]) === null)
      ? 'Chưa chọn bảng nào.'
      : sure.ok
        ? null
        : unconfirmedSentence(sure.error);
  return (
    <section aria-labelledby="adopting">
      <h2 id="adopting">Nhận sổ này làm biểu</h2>
      <p>
        Sổ đang mở có bảng của Kế hoạch nhưng chưa phải biểu của đơn vị. Xem các dòng đã nhận ra, xác nhận dòng còn ngờ, rồi thêm cột của
        biểu. Nội dung và định dạng đang có được giữ nguyên.
      </p>
      {appendices.map((one) => (
        <AppendixMatch
          key={one}
          title={TITLES[one]}
          found={recognition[one]}
          chosen={choice.tables[one]}
          rows={choice.rows}
          plan={against.context.plan}
          onTable={(key) => setChoice({ ...choice, tables: { ...choice.tables, [one]: key } })}
          onRow={(id, row) => {
            const rows = new Map(choice.rows);
            if (row === undefined) rows.delete(id);
            else rows.set(id, row);
            setChoice({ ...choice, rows });
          }}
          onShow={(sheet, row) => void port.select({ sheet, row, column: 1 })}
        />
      ))}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      <button
        type="button"
        class="primary"
        disabled={why !== null || working}
        aria-describedby="adopt-why"
        onClick={async () => {
          setWorking(true);
          setTrouble(await adopt());
          setWorking(false);
        }}
      >
        {working ? 'Đang thêm cột…' : 'Thêm cột của biểu vào sổ'}
      </button>
      <p id="adopt-why" class="quiet">
        {why}
      </p>
    </section>
  );
}
