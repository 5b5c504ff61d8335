import { type Area, cellName } from '../../../../core/grid.ts';
import { areaOf, type ExcelModel } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelCell, ModelSheet } from '../sheet.ts';
import { usParsed } from '../us-parse.ts';
import { conditionalFormatsApi } from './conditional-formats.ts';
import { formatApi } from './format.ts';
import { validationApi } from './validation.ts';

const areas = new WeakMap<Remote, Area>();

/** The area of a range that came as an argument. */
export function areaOfRange(range: Remote): Area {
  const area = areas.get(range);
  if (!area) throw new Refusal('InvalidArgument', `${range.type} is no range`);
  return area;
}

/** A range of a sheet. Whole rows, columns or sheets are not to be asked for cell by cell. */
export function rangeApi(model: ExcelModel, sheet: ModelSheet, area: Area): Remote {
  const { top, left, bottom, right } = area;
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const each = <T>(give: (cell: Readonly<ModelCell>) => T): T[][] =>
    Array.from({ length: rows }, (_, k) => Array.from({ length: columns }, (_, n) => give(sheet.at(top + k, left + n))));
  const setEach = (given: unknown, change: (cell: Readonly<ModelCell>, value: unknown) => Partial<ModelCell>): void => {
    const matrix = given as readonly (readonly unknown[])[]; // checked just below
    const fits = Array.isArray(given) && given.length === rows && given.every((row) => Array.isArray(row) && row.length === columns);
    // An array of the range's own size, in which null leaves a cell as it is (learn.microsoft.com, "Blank and null values in Excel add-ins").
    if (!fits) throw new Refusal('InvalidArgument', `the array is not of the size ${rows} x ${columns}`);
    sheet.guard(area);
    matrix.forEach((row, k) => {
      row.forEach((value, n) => {
        if (value !== null) sheet.put(top + k, left + n, change(sheet.at(top + k, left + n), value));
      });
    });
    model.tables.keepHeaders(sheet, area);
    model.wroteByAddin(sheet, area);
  };
  const hidden = (): boolean | null => {
    const count = Array.from({ length: rows }, (_, k) => sheet.hiddenRows.has(top + k)).filter(Boolean).length;
    return count === 0 ? false : count === rows ? true : null;
  };
  const range: Remote = {
    type: 'Range',
    kept: true,
    get: {
      Address: () => `'${sheet.title}'!${cellName(top, left)}:${cellName(bottom, right)}`,
      RowIndex: () => top - 1,
      ColumnIndex: () => left - 1,
      RowCount: () => rows,
      ColumnCount: () => columns,
      RowHidden: hidden,
      Values: () => each(({ value }) => value),
      Formulas: () => each(({ value, formula }) => formula ?? value),
      NumberFormat: () => each(({ numberFormat }) => numberFormat),
      ValueTypes: () => each(typeOf),
    },
    set: {
      ColumnHidden: (value) => {
        sheet.need('allowFormatColumns'); // hiding is one of them (support.microsoft.com, "Protect a worksheet", Format columns)
        for (let column = left; column <= right; column++) sheet.hiddenColumns[value === true ? 'add' : 'delete'](column);
      },
      Values: (given) => setEach(given, ({ numberFormat }, value) => usParsed(value, numberFormat)),
      // "Format cells" is a right of its own (Excel.WorksheetProtectionOptions, allowFormatCells): without it no cell takes a format, open
      // or not.
      NumberFormat: (given) => {
        sheet.need('allowFormatCells');
        setEach(given, (_, value) => ({ numberFormat: String(value) }));
      },
    },
    to: {
      Format: () => formatApi(sheet, [area]),
      ConditionalFormats: () => conditionalFormatsApi(sheet, [area]),
      DataValidation: () => validationApi(sheet, area),
    },
    call: {
      // The library cuts arrays of more than 1,500 cells into strips of its own.
      _ValidateArraySize: (height, width) => {
        if (height !== rows || width !== columns) throw new Refusal('InvalidArgument', `an array of ${height} x ${width}`);
      },
      GetBoundingRect: (other) => {
        if (!isRemote(other)) throw new Refusal('ApiNotSimulated', 'Range.getBoundingRect() by address');
        const to = areaOfRange(other);
        return rangeApi(model, sheet, {
          top: Math.min(top, to.top),
          left: Math.min(left, to.left),
          bottom: Math.max(bottom, to.bottom),
          right: Math.max(right, to.right),
        });
      },
      Clear: (what) => {
        if (what !== 'Formats') throw new Refusal('ApiNotSimulated', `Range.clear(${String(what)})`);
        sheet.clearFormats(area);
        model.events.emit('formatChanged', sheet.id, { address: `${cellName(top, left)}:${cellName(bottom, right)}`, source: 'Local' });
      },
      GetRow: (k) => rangeApi(model, sheet, { top: top + Number(k), left, bottom: top + Number(k), right }),
      GetCellProperties: () => each(({ font }) => ({ format: { font } })),
      GetMergedAreasOrNullObject: () => mergedAreasApi(model, sheet, area),
      Select: () => model.select(sheet.title, cellName(top, left)),
    },
  };
  areas.set(range, area);
  return range;
}

function typeOf({ value, error }: Readonly<ModelCell>): string {
  if (error) return 'Error';
  if (value === '') return 'Empty';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** `worksheet.getRanges("A1,B2:C3")`; that an address may have so many characters is our claim. */
export function rangesApi(model: ExcelModel, sheet: ModelSheet, addresses: string): Remote {
  if (addresses.length > 8192) throw new Refusal('InvalidArgument', `an address of ${addresses.length} characters`);
  return areasApi(model, sheet, addresses.split(/[,;]/).map(areaOf));
}

/** The merged areas in a range; the null object where there are none. */
export function mergedAreasApi(model: ExcelModel, sheet: ModelSheet, { top, left, bottom, right }: Area): Remote | null {
  const merges = sheet.merges.filter((one) => one.top <= bottom && one.bottom >= top && one.left <= right && one.right >= left);
  if (merges.length > 512) throw new Refusal('InvalidArgument', 'more than 512 merged areas'); // Excel.Range.getMergedAreasOrNullObject
  return merges.length > 0 ? areasApi(model, sheet, merges) : null;
}

const areasApi = (model: ExcelModel, sheet: ModelSheet, areas: readonly Area[]): Remote => ({
  type: 'RangeAreas',
  kept: true,
  get: { AreaCount: () => areas.length },
  to: {
    Areas: () => ({ type: 'RangeCollection', items: () => areas.map((area) => rangeApi(model, sheet, area)) }),
    Format: () => formatApi(sheet, areas),
    ConditionalFormats: () => conditionalFormatsApi(sheet, areas),
  },
});
