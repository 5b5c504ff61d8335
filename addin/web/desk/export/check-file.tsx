import { useState } from 'preact/hooks';
import type { VerifiedDocument } from '../../../../contract/routes/verify-document.ts';
import { DOCX, XLSX } from '../../../../core/media-types.ts';
import { quotedOrNone, uncheckedSentence, verifiedSentence } from '../../../../core/wording/verified-document.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { useFileDrop } from '../../../ui/use-drop.ts';
import type { DeskProps } from '../desk-props.ts';

interface Checked {
  readonly file: string;
  readonly answer: VerifiedDocument;
}

/** A report or an appendix workbook, edited and about to be signed: every figure of it worked out once more. */
export function CheckFile({ api, period }: Pick<DeskProps, 'api' | 'period'>) {
  const act = useAct();
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = async (file: File): Promise<void> => {
    if (act.waiting) return;
    setChecked(null);
    const type = /\.docx$/i.test(file.name) ? DOCX : XLSX;
    const answer = await act.run(() => api.verifyDocument(period, { name: file.name, content: file, type }), null);
    if (answer) setChecked({ file: file.name, answer: answer.value });
  };
  const { handlers, refused, take } = useFileDrop((file) => void check(file));
  return (
    <section class="panel" aria-labelledby="check-file-title" {...handlers}>
      <h3 id="check-file-title">Đối chiếu trước khi ký</h3>
      <p>
        Báo cáo (.docx) hoặc phụ lục tổng hợp (.xlsx) tải ở trên, đã sửa lời văn: mọi số liệu trong tệp được tính lại từ báo cáo của các đơn
        vị. Tệp không được lưu.
      </p>
      <FileButton id="check-file" accept=".docx,.xlsx" disabled={act.waiting} onFiles={take}>
        Chọn tệp để đối chiếu
      </FileButton>
      <p class="quiet by-mouse">Hoặc kéo thả tệp vào đây.</p>
      {refused && <Notice kind="error">{refused}</Notice>}
      {act.waiting && (
        <p class="quiet" role="status">
          Đang tính lại…
        </p>
      )}
      <ActOutcome act={act} />
      {checked && <Outcome {...checked} />}
    </section>
  );
}

function Outcome({ file, answer: { count, differences, more = 0, unchecked, moreUnchecked = 0 } }: Checked) {
  const [different, open] = [differences.length + more, unchecked.length + moreUnchecked];
  return (
    <>
      <Notice kind={different > 0 ? 'error' : 'good'}>
        {file}: {verifiedSentence(count, different)}
      </Notice>
      {different > 0 && (
        <ScrollBox label="Chỗ khác với kết quả tổng hợp" low>
          <table>
            <thead>
              <tr>
                <th scope="col">Chỗ</th>
                <th scope="col">Trong tệp</th>
                <th scope="col">Tính lại</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ place, printed, computed }, k) => (
                <tr key={`${k}|${place}`}>
                  <th scope="row">{place}</th>
                  <td>{quotedOrNone(printed)}</td>
                  <td>{quotedOrNone(computed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {more > 0 && <p class="quiet">Còn {more} chỗ khác nữa.</p>}
      {open > 0 && (
        <section class="findings warning" aria-label={uncheckedSentence(open)}>
          <h4>{uncheckedSentence(open)}</h4>
          <ul>
            {unchecked.map(({ place, text }, k) => (
              <li key={`${k}|${place}`}>
                <p class="place">{place}</p>
                <p>{text}</p>
              </li>
            ))}
          </ul>
          {moreUnchecked > 0 && <p class="quiet">Còn {moreUnchecked} chỗ khác nữa.</p>}
        </section>
      )}
    </>
  );
}
