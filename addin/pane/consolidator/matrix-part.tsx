import { useState } from 'preact/hooks';
import { formatCount } from '../../../core/format.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import { Notice } from '../../ui/notice.tsx';
import { troubleSentence } from '../trouble-text.ts';
import { newMatrixSheet } from './matrix-sheet.ts';
import type { PeriodView } from './period-view.ts';

type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'under-way'; readonly done: number; readonly all: number }
  | { readonly kind: 'written'; readonly title: string; readonly notes: boolean }
  | { readonly kind: 'refused'; readonly why: string };

/** Puts the matrix into a new sheet of the open workbook; nothing that is there is touched. */
export function MatrixPart({ view, port }: { readonly view: PeriodView; readonly port: WorkbookPort }) {
  const [writing, setWriting] = useState<Writing>({ kind: 'idle' });
  const write = async (): Promise<void> => {
    const { agency, matrix, nameOf, plan, status } = view;
    setWriting({ kind: 'under-way', done: 0, all: 1 });
    const agencies = status.flatMap((line) => agency.get(line.agency) ?? []);
    const sheet = newMatrixSheet(matrix, { plan, agencies, nameOf, at: new Date() });
    const written = await port.addSheet(sheet, (done, all) => setWriting({ kind: 'under-way', done, all }));
    if (!written.ok) return setWriting({ kind: 'refused', why: troubleSentence(written.error) });
    const { title, notes } = written.value;
    await port.select({ sheet: title, row: 1, column: 1 });
    setWriting({ kind: 'written', title, notes: notes > 0 || sheet.notes.length === 0 });
  };
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Ma trận</h2>
      <button type="button" class="primary" disabled={writing.kind === 'under-way'} onClick={() => void write()}>
        Đưa ma trận vào sổ
      </button>
      {writing.kind === 'under-way' && (
        <>
          <progress value={writing.done} max={writing.all} aria-label="Số ô đã ghi" />
          <p role="status">
            {writing.done < writing.all
              ? `Đang ghi ${formatCount(writing.done)}/${formatCount(writing.all)} ô…`
              : 'Đang ghi màu và nguồn của từng số…'}
          </p>
        </>
      )}
      {writing.kind === 'refused' && <Notice kind="error">{writing.why}</Notice>}
      {writing.kind === 'written' && (
        <Notice kind="good">
          Đã đưa ma trận vào trang “{writing.title}”. Chọn một ô số liệu ở đó để xem nguồn tại đây.
          {!writing.notes && ' Excel này chưa có ghi chú cho ô; nguồn chỉ hiện ở đây.'}
        </Notice>
      )}
      <p class="quiet">Mỗi lần là một trang tính mới; các trang đang có không bị thay đổi.</p>
    </section>
  );
}
