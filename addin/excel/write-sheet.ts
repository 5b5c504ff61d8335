import type { Result } from '../../core/result.ts';
import type { Abilities } from './abilities.ts';
import { MOST_LETTERS_A_BATCH } from './batch-letters.ts';
import { addCellNotes } from './cell-notes.ts';
import { columnPoints } from './column-width.ts';
import type { ExcelCalls } from './excel-calls.ts';
import { freeTitle } from './free-title.ts';
import type { NewSheet, WrittenSheet } from './new-sheet.ts';
import { excelRange } from './ranges.ts';
import { setLooks } from './set-look.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

/** Of cells, whatever they hold, for the same reason as of letters. */
const MOST_CELLS_A_BATCH = 20_000;

type Progress = (done: number, all: number) => void;

/** Writes a sheet whole: its title, cells, looks and notes; one step of the user's undo, where Excel can undo all of it. */
export function writeSheet(
  sheet: NewSheet,
  { abilities, excel }: { readonly abilities: Abilities; readonly excel: ExcelCalls },
  progress: Progress = () => undefined,
): Promise<Result<WrittenSheet, Trouble>> {
  /** The sheet of a try that Excel broke off because it could not undo all of it: nothing of it stays. */
  let broken: string | null = null;
  return excel.changeInBatches(
    async (context) => {
      if (broken !== null) context.workbook.worksheets.getItemOrNullObject(broken).delete();
      const { title, target, isNew } = await placeFor(context, sheet);
      broken = isNew ? title : null;
      await writeValues(target, sheet, progress);
      sheet.widths.forEach((width, k) => {
        excelRange(target, { top: 1, left: k + 1, bottom: 1, right: k + 1 }).format.columnWidth = columnPoints(width);
      });
      const { rows, columns } = sheet.frozen;
      if (rows > 0 && columns > 0) target.freezePanes.freezeAt(excelRange(target, { top: 1, left: 1, bottom: rows, right: columns }));
      else if (rows > 0) target.freezePanes.freezeRows(rows);
      else if (columns > 0) target.freezePanes.freezeColumns(columns);
      await setLooks(target, sheet.looks);
      if (abilities.notes) await addCellNotes(target, sheet.notes);
      await context.sync();
      return { title, notes: abilities.notes ? sheet.notes.length : 0 };
    },
    { sheet: sheet.title, isOneUndo: true },
  );
}

/** A new sheet, or the one of that title that is ours. */
async function placeFor(
  context: Excel.RequestContext,
  { title, whenTaken, values }: NewSheet,
): Promise<{ title: string; target: Excel.Worksheet; isNew: boolean }> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const titles = worksheets.items.map(({ name }) => name);
  if (whenTaken === 'replace-own') {
    const ofThatName = titles
      .filter((one) => one.toLowerCase().startsWith(title.toLowerCase()))
      .map((one) => {
        const target = worksheets.getItem(one);
        return {
          title: one,
          target,
          isNew: false,
          labels: excelRange(target, { top: 1, left: 1, bottom: values.length, right: 1 }).load('values'),
        };
      });
    if (ofThatName.length > 0) await context.sync();
    const own = ofThatName.find(({ labels }) => values.every(([label], k) => labels.values[k]?.[0] === (label ?? '')));
    if (own) return own;
  }
  const free = freeTitle(title, new Set(titles.map((one) => one.toLowerCase())));
  return { title: free, target: worksheets.add(free), isNew: true };
}

/** Values in strips as high as a batch allows. */
async function writeValues(target: Excel.Worksheet, { values }: NewSheet, progress: Progress): Promise<void> {
  const width = values[0]?.length ?? 0;
  const all = values.length * width;
  let top = 0;
  while (top < values.length && width > 0) {
    let bottom = top;
    let letters = 0;
    while (bottom < values.length && (bottom === top || (bottom - top + 1) * width <= MOST_CELLS_A_BATCH)) {
      letters += lettersIn(values[bottom] ?? []);
      if (bottom > top && letters > MOST_LETTERS_A_BATCH) break;
      bottom++;
    }
    const area = { top: top + 1, left: 1, bottom, right: width };
    excelRange(target, area).values = values.slice(top, bottom).map((row) => row.map(typedValue));
    await target.context.sync();
    top = bottom;
    progress(top * width, all);
  }
}

const lettersIn = (row: NewSheet['values'][number]): number =>
  row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
