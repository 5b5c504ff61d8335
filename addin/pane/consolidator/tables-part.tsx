import { useState } from 'preact/hooks';
import { formatCount } from '../../../core/format.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import type { TableOutcome } from '../../excel/refreshed-table.ts';
import { countedOrNone } from '../../ui/counted.ts';
import { Notice } from '../../ui/notice.tsx';
import { troubleSentence } from '../trouble-text.ts';
import { PERIOD_TABLES, type PeriodTable } from './period-tables.ts';
import type { PeriodView } from './period-view.ts';

type Writing =
  | { readonly kind: 'idle' | 'under-way' }
  | { readonly kind: 'done'; readonly outcome: TableOutcome }
  | { readonly kind: 'refused'; readonly why: string };

/** Puts who has sent and how far the tasks are into tables of the open workbook, or brings those that are there up to date. */
export function TablesPart({ view, port }: { readonly view: PeriodView; readonly port: WorkbookPort }) {
  const [writing, setWriting] = useState<Writing>({ kind: 'idle' });
  const write = async (table: PeriodTable): Promise<void> => {
    setWriting({ kind: 'under-way' });
    const done = await port.putTable(table.of(view, new Date()));
    if (!done.ok) return setWriting({ kind: 'refused', why: troubleSentence(done.error) });
    setWriting({ kind: 'done', outcome: done.value });
    if (done.value.kind === 'written') await port.select({ sheet: done.value.sheet, row: 1, column: 1 });
  };
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">Bảng trong sổ làm việc</h2>
      <div class="row">
        {PERIOD_TABLES.map((table) => (
          <button type="button" key={table.title} disabled={writing.kind === 'under-way'} onClick={() => void write(table)}>
            {table.title}
          </button>
        ))}
      </div>
      {writing.kind === 'under-way' && <p role="status">Đang ghi bảng…</p>}
      {writing.kind === 'refused' && <Notice kind="error">{writing.why}</Notice>}
      {writing.kind === 'done' && <Outcome outcome={writing.outcome} />}
      <p class="quiet">
        Lần đầu thêm một trang có bảng; lần sau cập nhật chính bảng đó theo Mã. Cột, thứ tự, bộ lọc riêng được giữ; ô thay đổi có nền xanh;
        một lần hoàn tác (Ctrl+Z) trả lại như trước, nơi Excel làm được.
      </p>
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: TableOutcome }) {
  switch (outcome.kind) {
    case 'written':
      return <Notice kind="good">Đã đưa bảng vào trang “{outcome.sheet}”.</Notice>;
    case 'refreshed':
      return (
        <Notice kind="good">
          Đã cập nhật bảng ở trang “{outcome.sheet}”: {countedOrNone(outcome.changed, 'ô')} thay đổi
          {outcome.added > 0 && `, ${formatCount(outcome.added)} dòng mới`}
          {outcome.gone > 0 && `, ${formatCount(outcome.gone)} dòng không còn trong danh sách`}.
        </Notice>
      );
    case 'without-key':
      return (
        <Notice kind="warning">
          Bảng ở trang “{outcome.sheet}” không còn cột Mã nên chưa cập nhật gì. Đặt lại tiêu đề Mã, hoặc xóa trang đó rồi bấm lại.
        </Notice>
      );
  }
}
