import { useState } from 'preact/hooks';
import { type AdoptionProtection, adoptionEdits } from '../../../core/adopting/adoption-edits.ts';
import { noPlaceSentence, unconfirmedSentence } from '../../../core/wording/adopting.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import type { CheckContext } from '../../ui/check-context.ts';
import { Notice } from '../../ui/notice.tsx';
import { troubleSentence } from '../trouble-text.ts';
import { AppendixMatch } from './appendix-match.tsx';
import { type AdoptionChoice, confirmed, mustChoose, NOTHING_CHOSEN, tableOf } from './choice.ts';
import { type RecognisedWorkbook, recognisedIn } from './recognised-in.ts';

interface Props {
  readonly port: WorkbookPort;
  /** The workbook as last read. */
  readonly recognised: RecognisedWorkbook;
  readonly checkContext: CheckContext;
  /** Reads the workbook again, which by then may have become a form. */
  readonly readAgain: () => Promise<void>;
}

/** A workbook with the plan's own tables becomes the agency's form in place, once a person has confirmed which row is which. */
export function AdoptPart({ port, recognised, checkContext, readAgain }: Props) {
  const { recognition } = recognised;
  const [choice, setChoice] = useState<AdoptionChoice>(NOTHING_CHOSEN);
  const [protection, setProtection] = useState<AdoptionProtection>('none');
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  /** The workbook is read once more: somebody may have edited it since it was shown. */
  const adopt = async (): Promise<string | null> => {
    const workbook = await port.read();
    if (!workbook.ok) return troubleSentence(workbook.error);
    const now = recognisedIn(workbook.value, checkContext);
    const sure = confirmed(now.recognition, choice);
    if (!sure.ok) {
      await readAgain();
      return `Sổ vừa thay đổi. ${unconfirmedSentence(sure.error)}`;
    }
    const edits = adoptionEdits(now.workbook, sure.value, checkContext.obligations, checkContext.agency, protection);
    if (!edits.ok) return noPlaceSentence(edits.error);
    const done = await port.apply(edits.value);
    if (!done.ok) return `${troubleSentence(done.error)} Các cột đã thêm vẫn còn; bấm lại để làm tiếp.`;
    await readAgain();
    return null;
  };

  if (!recognised.hasTables)
    return (
      <Notice kind="info">
        Sổ đang mở không có bảng nào của Kế hoạch. Mở biểu của đơn vị, hoặc lấy biểu ở{' '}
        <a href="/" target="_blank" rel="noopener">
          trang nộp báo cáo
        </a>
        .
      </Notice>
    );
  const appendices = recognition.filter(({ tables }) => tables.length > 0);
  const sure = confirmed(recognition, choice);
  const why = appendices.some((one) => mustChoose(one, choice.tables[one.layout.table]))
    ? 'Chọn bảng sẽ dùng.'
    : appendices.every((one) => tableOf(one, choice.tables[one.layout.table]) === null)
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
          key={one.layout.table}
          title={one.layout.title}
          found={one}
          chosen={choice.tables[one.layout.table]}
          rows={choice.rows}
          plan={checkContext.context.plan}
          onTable={(key) => setChoice({ ...choice, tables: { ...choice.tables, [one.layout.table]: key } })}
          onRow={(id, row) => {
            const rows = new Map(choice.rows);
            if (row === undefined) rows.delete(id);
            else rows.set(id, row);
            setChoice({ ...choice, rows });
          }}
          onShow={(sheet, row) => void port.select({ sheet, row, column: 1 })}
        />
      ))}
      <label>
        <input
          type="checkbox"
          checked={protection !== 'none'}
          onChange={({ currentTarget }) => setProtection(currentTarget.checked ? 'form-columns' : 'none')}
        />{' '}
        Khóa các cột của biểu, trừ ô nhập (không mật khẩu; ô khác của sổ vẫn sửa được)
      </label>
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
