import { useState } from 'preact/hooks';
import { formatCount } from '../../../core/format.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import { Notice } from '../../ui/notice.tsx';
import { troubleSentence } from '../trouble-text.ts';
import { matrixRefresh } from './matrix-refresh.ts';
import { newMatrixSheet } from './matrix-sheet.ts';
import type { PeriodView } from './period-view.ts';
import { Refreshed, type RefreshOutcome } from './refreshed.tsx';
import { matrixGridIn } from './standing-matrix.ts';

type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'under-way'; readonly done: number; readonly all: number }
  | { readonly kind: 'written'; readonly title: string; readonly notes: boolean }
  | { readonly kind: 'refreshed'; readonly outcome: RefreshOutcome }
  | { readonly kind: 'refused'; readonly why: string };

/** Puts the matrix into a new sheet of the open workbook, or brings the one that is there up to date. */
export function MatrixPart({ view, port }: { readonly view: PeriodView; readonly port: WorkbookPort }) {
  const [writing, setWriting] = useState<Writing>({ kind: 'idle' });
  const { agency, matrix, nameOf, plan, status } = view;
  const { abilities } = port;
  /** The agencies of the period, in the order of every list. */
  const agencies = status.flatMap((line) => agency.get(line.agency) ?? []);
  const add = async (): Promise<void> => {
    setWriting({ kind: 'under-way', done: 0, all: 1 });
    const sheet = newMatrixSheet(matrix, { plan, agencies, nameOf, at: new Date(), hasNotes: abilities.notes });
    const written = await port.addSheet(sheet, (done, all) => setWriting({ kind: 'under-way', done, all }));
    if (!written.ok) return setWriting({ kind: 'refused', why: troubleSentence(written.error) });
    const { title, notes } = written.value;
    await port.select({ sheet: title, row: 1, column: 1 });
    setWriting({ kind: 'written', title, notes: notes > 0 || sheet.notes.length === 0 });
  };
  /** The sheet that is there keeps its place, its order and whatever stands beside it; a workbook without one gets one. */
  const put = async (): Promise<void> => {
    setWriting({ kind: 'under-way', done: 0, all: 1 });
    const workbook = await port.read();
    if (!workbook.ok) return setWriting({ kind: 'refused', why: troubleSentence(workbook.error) });
    const grid = matrixGridIn(workbook.value, matrix.period);
    if (!grid) return add();
    const { edits, ...refresh } = matrixRefresh(grid, matrix, { plan, agencies, agency, nameOf, at: new Date() });
    const done = await port.apply(edits);
    if (!done.ok) return setWriting({ kind: 'refused', why: troubleSentence(done.error) });
    const notes = done.value === 'whole' ? 'refreshed' : abilities.notes ? 'protected' : 'unknown-to-excel';
    setWriting({ kind: 'refreshed', outcome: { ...refresh, notes } });
  };
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Ma trận</h2>
      <div class="row">
        <button type="button" class="primary" disabled={writing.kind === 'under-way'} onClick={() => void put()}>
          Đưa ma trận vào sổ
        </button>
        <button type="button" disabled={writing.kind === 'under-way'} onClick={() => void add()}>
          Thêm trang ma trận mới
        </button>
      </div>
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
      {writing.kind === 'refreshed' && <Refreshed outcome={writing.outcome} plan={plan} />}
      <p class="quiet">
        “Đưa ma trận vào sổ” thêm một trang, lần sau cập nhật số và ghi chú trên trang ma trận cuối cùng của kỳ; cột, dòng, thứ tự và ghi
        chú riêng trên trang đó được giữ.
      </p>
    </section>
  );
}
