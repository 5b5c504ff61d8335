import excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { type Area, cellName } from '../../../core/grid.ts';
import { loadedBook } from '../loaded-book.ts';
import type { Knobs } from './knobs.ts';
import { areaOf, ExcelModel } from './model.ts';
import { plainCellsIn } from './plain-cells.ts';
import { columnOf, type ModelCell, type ModelSheet, PLAIN_CELLS, rowOf } from './sheet.ts';

const STYLES = 'xl/styles.xml';
const STATES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;
const UNIX_EPOCH_SERIAL = 25_569;

/**
 * The model of a file as Excel would have it open: values, cached results, number formats, looks, locks, notes, input rules, conditional
 * formats, merges, hidden rows, names, the style Normal. Exceljs gives no note of a cell that the file has nothing else of.
 */
export async function modelOf(bytes: Uint8Array, knobs: Partial<Knobs> = {}): Promise<ExcelModel> {
  const workbook = await loadedBook(bytes);
  const styles = unzipSync(bytes, { filter: ({ name }) => name === STYLES })[STYLES];
  const model = new ExcelModel(knobs, styles ? plainCellsIn(strFromU8(styles)) : PLAIN_CELLS);
  for (const worksheet of workbook.worksheets) {
    const sheet = model.addSheet(worksheet.name);
    sheet.visibility = STATES[worksheet.state];
    const { sheetProtection } = worksheet as { sheetProtection?: Readonly<Record<string, unknown>> | null }; // not in its types
    sheet.locked = sheetProtection?.sheet === true;
    sheet.protection = sheetProtection?.sheet === true ? rightsOf(sheetProtection) : {};
    const { _merges: merges, columns } = worksheet as unknown as FileSheet;
    sheet.merges.push(...Object.values(merges).map(({ range }) => areaOf(range)));
    sheet.columnFormats = columnRuns(columns ?? [])
      .filter(({ style }) => Object.keys(style).length > 0)
      .map(({ style, left, right }) => ({ left, right, cell: { ...sheet.plain.unwritten, ...lookOf({ ...style, value: null }) } }));
    worksheet.eachRow({ includeEmpty: true }, (row, number) => {
      if (row.hidden) sheet.hiddenRows.add(number);
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        // Excel knows a merged area's value at its top left cell alone.
        const master = cell.master === cell;
        sheet.put(number, column, { ...(master ? contentOf(cell) : {}), ...lookOf(cell) });
        sheet.putLook(number, column, looksOf(cell));
        if (master && cell.note) sheet.putNote(number, column, textOf(cell.note));
      });
    });
    const rules = worksheet as unknown as FileRules; // not in its types
    for (const [address, { type, formulae = [] }] of Object.entries(rules.dataValidations?.model ?? {}))
      sheet.validations.push({ area: areaOf(address), rule: `${type} ${formulae.join()}` });
    for (const { ref, rules: own } of rules.conditionalFormattings ?? [])
      for (const { type, formulae = [] } of own) {
        const id = `cf-${sheet.nextId()}`;
        const formula = type === 'expression' ? { formula: String(formulae[0]) } : {};
        sheet.signs.push(...ref.split(' ').map((address) => ({ id, area: areaOf(address), sign: '', ink: '', ...formula })));
      }
  }
  for (const { name, ranges } of workbook.definedNames.model as { name: string; ranges: string[] }[])
    if (ranges[0] !== undefined) model.names.set(name, `=${ranges[0]}`);
  return model;
}

const textOf = (note: string | excel.Comment): string =>
  typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');

/** What a sheet of exceljs holds of merges and columns; its `model` says the same, and takes half a second for it. */
interface FileSheet {
  readonly _merges: Readonly<Record<string, { readonly range: string }>>;
  readonly columns: readonly FileColumn[] | null;
}

interface FileColumn {
  readonly style: Partial<excel.Style>;
}

/** Columns side by side that the file describes together. */
function columnRuns(columns: readonly FileColumn[]) {
  const runs: { readonly style: FileColumn['style']; readonly left: number; right: number }[] = [];
  for (const [index, { style }] of columns.entries()) {
    const last = runs.at(-1);
    if (last?.style === style) last.right = index + 1;
    else runs.push({ style, left: index + 1, right: index + 1 });
  }
  return runs;
}

/**
 * `formatCells` of a file is `allowFormatCells` of Office's library, and so on; "Edit objects" is left unless the file takes it (ISO/IEC
 * 29500-1, 18.3.1.85, objects).
 */
const rightsOf = (protection: Readonly<Record<string, unknown>>): ModelSheet['protection'] => ({
  ...Object.fromEntries(
    Object.entries(protection)
      .filter(([name, value]) => typeof value === 'boolean' && name !== 'sheet' && name !== 'objects')
      .map(([name, value]) => [`allow${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]),
  ),
  allowEditObjects: protection.objects !== false,
});

/** What a sheet of exceljs holds of rules. */
interface FileRules {
  readonly dataValidations?: {
    readonly model: Readonly<Record<string, { readonly type: string; readonly formulae?: readonly unknown[] }>>;
  };
  readonly conditionalFormattings?: readonly {
    readonly ref: string;
    readonly rules: readonly { readonly type: string; readonly formulae?: readonly unknown[] }[];
  }[];
}

/** Ground and font, by the names under which the model's formats are noted. */
const looksOf = ({ fill, font }: excel.Cell): Readonly<Record<string, unknown>> => ({
  fill: fill?.type === 'pattern' && fill.pattern === 'solid' ? rgb(fill.fgColor?.argb) : null,
  colour: rgb(font?.color?.argb),
  bold: font?.bold === true,
  italic: font?.italic === true,
  face: font?.name ?? null,
  size: font?.size ?? null,
});
const rgb = (argb: string | undefined): string | null => (argb ? `#${argb.slice(2)}` : null);

const lookOf = ({ numFmt, protection, font, value }: Partial<excel.Style> & Pick<excel.Cell, 'value'>): Partial<ModelCell> => ({
  font: fontOf(typeof value === 'object' && value !== null && 'richText' in value ? value.richText.map((run) => run.font ?? font) : [font]),
  numberFormat: numFmt ?? 'General',
  locked: protection?.locked !== false,
});

/** How the runs of a text look together. */
function fontOf(fonts: readonly (Partial<excel.Font> | undefined)[]): ModelCell['font'] {
  const alike = (has: (font: Partial<excel.Font> | undefined) => boolean): boolean | null => {
    const [one = false, ...more] = [...new Set(fonts.map(has))];
    return more.length === 0 ? one : null;
  };
  return {
    strikethrough: alike((font) => font?.strike === true),
    superscript: alike((font) => font?.vertAlign === 'superscript'),
    subscript: alike((font) => font?.vertAlign === 'subscript'),
  };
}

function contentOf(cell: excel.Cell): Partial<ModelCell> {
  const formula = cell.formula ? `=${cell.formula}` : null;
  const value = formula === null ? cell.value : cell.result;
  if (value instanceof Date) return { value: value.getTime() / 86_400_000 + UNIX_EPOCH_SERIAL, formula };
  if (typeof value === 'object' && value !== null) {
    if ('error' in value) return { value: value.error, error: true, formula };
    return { value: cell.text, formula };
  }
  return { value: value ?? '', formula };
}

/** The model's workbook as a file, as much of it as readers look at: cells, formats, notes, merges, hidden rows and sheets, names. */
export async function fileOf(model: ExcelModel): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  for (const sheet of model.sheets) addSheet(workbook, sheet);
  for (const [name, formula] of model.names) workbook.definedNames.add(formula.slice(1), name);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: excel.Workbook, sheet: ModelSheet): void {
  const state = (Object.keys(STATES) as (keyof typeof STATES)[]).find((one) => STATES[one] === sheet.visibility);
  const worksheet = workbook.addWorksheet(sheet.title, { state: state ?? 'visible' });
  for (const [key, cell] of sheet.cells) {
    const target = worksheet.getCell(rowOf(key), columnOf(key));
    const value = cell.error ? { error: cell.value as excel.CellErrorValue['error'] } : cell.value === '' ? null : cell.value; // an error's text
    target.value = cell.formula === null ? value : { formula: cell.formula.slice(1), result: value ?? '' };
    if (cell.numberFormat !== 'General') target.numFmt = cell.numberFormat;
  }
  for (const { row, column, text } of sheet.notes) worksheet.getCell(row, column).note = text;
  for (const area of sheet.merges) worksheet.mergeCells(addressOf(area));
  for (const row of sheet.hiddenRows) worksheet.getRow(row).hidden = true;
}

const addressOf = ({ top, left, bottom, right }: Area): string => `${cellName(top, left)}:${cellName(bottom, right)}`;
