import excel from 'exceljs';
import { type Area, cellName } from '../../../core/grid.ts';
import type { Knobs } from './knobs.ts';
import { areaOf, ExcelModel } from './model.ts';
import { columnOf, type ModelCell, type ModelSheet, rowOf } from './sheet.ts';

const STATES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;
const UNIX_EPOCH_SERIAL = 25_569;

/** The model of a file as Excel would have it open: values, cached results, number formats, locks, merges, hidden rows, names. */
export async function modelOf(bytes: Uint8Array, knobs: Partial<Knobs> = {}): Promise<ExcelModel> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]); // declared as a Buffer of an older Node
  const model = new ExcelModel(knobs);
  for (const worksheet of workbook.worksheets) {
    const sheet = model.addSheet(worksheet.name);
    sheet.visibility = STATES[worksheet.state];
    const { sheetProtection } = worksheet as { sheetProtection?: { readonly sheet?: boolean } | null }; // not in its types
    sheet.locked = sheetProtection?.sheet === true;
    sheet.merges.push(...(worksheet.model.merges as unknown as string[]).map(areaOf)); // addresses, whatever its types say
    worksheet.eachRow({ includeEmpty: true }, (row, number) => {
      if (row.hidden) sheet.hiddenRows.add(number);
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        // Excel knows a merged area's value at its top left cell alone.
        const master = cell.master === cell;
        sheet.put(number, column, { ...(master ? contentOf(cell) : {}), ...lookOf(cell) });
      });
    });
  }
  for (const { name, ranges } of workbook.definedNames.model as { name: string; ranges: string[] }[])
    if (ranges[0] !== undefined) model.names.set(name, `=${ranges[0]}`);
  return model;
}

const lookOf = ({ numFmt, protection, font, value }: excel.Cell): Partial<ModelCell> => ({
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

/** The model's workbook as a file, as much of it as readers look at: cells, formats, merges, hidden rows and sheets, names. */
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
  for (const area of sheet.merges) worksheet.mergeCells(addressOf(area));
  for (const row of sheet.hiddenRows) worksheet.getRow(row).hidden = true;
}

const addressOf = ({ top, left, bottom, right }: Area): string => `${cellName(top, left)}:${cellName(bottom, right)}`;
