import { readDefinedNames, type WrittenName } from '../../core/defined-names.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type AskedSheet, askSheet, blocksOf, cellsOf, fetchBlocks, gridAsked, hiddenRowsOf } from './ask-sheet.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { KnownSheets } from './known-sheets.ts';
import type { OpenWorkbook } from './port.ts';
import { looksOf } from './text-looks.ts';
import type { Trouble } from './trouble.ts';

/** As much as the server's reader takes. */
const MOST_CELLS = 2_000_000;
/** A workbook of this size is asked for at once when it is read again. */
const MOST_CELLS_AT_ONCE = 10_000;

/**
 * Reads the open workbook in one `Excel.run`: one batch where its sheets are the ones known from last time, three or more else.
 * What Excel refuses is asked for again more carefully: sheet by sheet, then without the merged cells, of which it gives at most 512.
 */
export function workbookReader(excel: ExcelCalls, known: KnownSheets): () => Promise<Result<OpenWorkbook, Trouble>> {
  let merges = true;
  const ask = () => excel.ask((context) => readNow(context, known, merges));
  const refused = (read: Awaited<ReturnType<typeof ask>>): boolean =>
    !read.ok && read.error.kind !== 'cell-edit-mode' && read.error.kind !== 'no-answer';
  return async () => {
    let read = await ask();
    if (refused(read) && known.ids.length > 0) {
      known.forget(); // a sheet asked for at once went away or grew: look what there is
      read = await ask();
    }
    if (refused(read) && merges) {
      merges = false;
      read = await ask();
      merges = !read.ok; // where that was not it, they are asked for again next time
    }
    if (!read.ok) return read;
    return read.value ? ok(read.value) : failed({ kind: 'too-large', sheet: null, detail: `over ${MOST_CELLS} cells` });
  };
}

async function readNow(context: Excel.RequestContext, known: KnownSheets, merges: boolean): Promise<OpenWorkbook | null> {
  const { worksheets, names } = context.workbook;
  const { application } = context.workbook;
  application.load('calculationMode');
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name,items/formula');
  const hoped = new Map(
    known.ids.map((id) => {
      const look = { title: '', hidden: false, merges, cells: true };
      return [id, askSheet(worksheets.getItemOrNullObject(id), look)] as const;
    }),
  );
  await context.sync();
  const listed = worksheets.items.map(({ id, name, visibility }) => ({ id, title: name, hidden: visibility !== 'Visible' }));
  const same = listed.length === hoped.size && listed.every(({ id }) => hoped.has(id));
  const asked: AskedSheet[] = [];
  for (const { id, title, hidden } of listed) {
    const before = same ? hoped.get(id) : undefined;
    asked.push(before ? { ...before, title, hidden } : askSheet(worksheets.getItem(id), { title, hidden, merges, cells: false }));
  }
  if (!same) await context.sync();
  const cells = asked.reduce((sum, one) => sum + cellsOf(one), 0);
  if (cells > MOST_CELLS) return null;
  const blocks = same ? asked.map(blocksOf) : await fetchBlocks(context, asked);
  const hiddenRows = await hiddenRowsOf(context, asked);
  const looks = await looksOf(context, asked);
  const grids = asked.map((one, k) => gridAsked(one, blocks[k] ?? [], hiddenRows[k] ?? new Set(), looks[k] ?? (() => null)));
  const written = [...writtenNames(names, true), ...asked.flatMap((one) => writtenNames(one.names, false))];
  const titles = listed.map(({ title }) => title);
  const isCalculating = application.calculationMode === 'Automatic';
  const workbook: OpenWorkbook = { grids, names: readDefinedNames(written, titles), modified: null, isCalculating };
  known.remember(new Map(listed.map(({ id, title }) => [id, title])), workbook, cells <= MOST_CELLS_AT_ONCE);
  return workbook;
}

const writtenNames = ({ items }: Excel.NamedItemCollection, everywhere: boolean): WrittenName[] =>
  items.map(({ name, formula }) => ({ name, reference: String(formula), everywhere }));
