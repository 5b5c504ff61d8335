import type { Result } from '../../core/result.ts';
import type { Abilities } from './abilities.ts';
import { columnPoints } from './column-width.ts';
import type { ExcelCalls } from './excel-calls.ts';
import type { NewSheet, WrittenSheet } from './new-sheet.ts';
import { excelRange } from './ranges.ts';
import { setLooks } from './set-look.ts';
import type { Trouble } from './trouble.ts';
import { typedValue } from './typed-value.ts';

/** A batch stays under the 5 MB that Excel on the web takes: escaped Vietnamese is up to six bytes a letter. */
const MOST_CELLS_A_BATCH = 20_000;
const MOST_LETTERS_A_BATCH = 500_000;
const MOST_NOTES_A_BATCH = 1200;
/** Longest title that Excel takes. */
const MOST_TITLE = 31;

type Progress = (done: number, all: number) => void;

/** Writes a sheet whole: its title, cells, looks and notes. */
export const writeSheet = (
  sheet: NewSheet,
  { abilities, excel }: { readonly abilities: Abilities; readonly excel: ExcelCalls },
  progress: Progress = () => undefined,
): Promise<Result<WrittenSheet, Trouble>> =>
  excel.changeInBatches(async (context) => {
    const { title, target } = await placeFor(context, sheet);
    await writeValues(target, sheet, progress);
    sheet.widths.forEach((width, k) => {
      excelRange(target, { top: 1, left: k + 1, bottom: 1, right: k + 1 }).format.columnWidth = columnPoints(width);
    });
    const { rows, columns } = sheet.frozen;
    if (rows > 0 && columns > 0) target.freezePanes.freezeAt(excelRange(target, { top: 1, left: 1, bottom: rows, right: columns }));
    else if (rows > 0) target.freezePanes.freezeRows(rows);
    else if (columns > 0) target.freezePanes.freezeColumns(columns);
    await setLooks(target, sheet.looks);
    const notes = abilities.notes ? await addNotes(target, sheet) : 0;
    await context.sync();
    return { title, notes };
  }, sheet.title);

/** A new sheet, or the one of that title that is ours. */
async function placeFor(
  context: Excel.RequestContext,
  { title, whenTaken, values }: NewSheet,
): Promise<{ title: string; target: Excel.Worksheet }> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const titles = worksheets.items.map(({ name }) => name);
  if (whenTaken === 'replace-own') {
    const ofThatName = titles
      .filter((one) => one.toLowerCase().startsWith(title.toLowerCase()))
      .map((one) => {
        const target = worksheets.getItem(one);
        return { title: one, target, labels: excelRange(target, { top: 1, left: 1, bottom: values.length, right: 1 }).load('values') };
      });
    if (ofThatName.length > 0) await context.sync();
    const own = ofThatName.find(({ labels }) => values.every(([label], k) => labels.values[k]?.[0] === (label ?? '')));
    if (own) return own;
  }
  const free = freeTitle(title, new Set(titles.map((one) => one.toLowerCase())));
  return { title: free, target: worksheets.add(free) };
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  for (let k = 1; ; k++) {
    const ending = k === 1 ? '' : ` (${k})`;
    const one = title.slice(0, MOST_TITLE - ending.length) + ending;
    if (!taken.has(one.toLowerCase())) return one;
  }
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

async function addNotes(target: Excel.Worksheet, { notes }: NewSheet): Promise<number> {
  for (const [k, { row, column, text }] of notes.entries()) {
    target.notes.add(excelRange(target, { top: row, left: column, bottom: row, right: column }), text);
    if ((k + 1) % MOST_NOTES_A_BATCH === 0) await target.context.sync();
  }
  return notes.length;
}
