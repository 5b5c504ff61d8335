import type { Area } from '../../../core/grid.ts';
import { RELATIONSHIP, SPREADSHEET } from '../../read/sheet/namespaces.ts';
import { areaIn, columnOf, placeIn, rowOf, wholeIn } from '../../read/sheet/place.ts';
import { agree, noRows, openRow } from '../../read/sheet/rows.ts';
import { LESS } from '../../read/xml/characters.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../../read/xml/events.ts';
import { next } from '../../read/xml/next.ts';
import { attributeAt, attributeOf, type Scan, startScan, textOf } from '../../read/xml/scan.ts';
import { vocabulary } from '../../read/xml/vocabulary.ts';
import { extentOf, type Tree } from '../xml/tree.ts';

/** A cell of a sheet, and where it stands in the document. */
export interface LocatedCell {
  readonly column: number;
  /** Whether it says its own place. */
  readonly said: boolean;
  readonly prefix: string;
  readonly style: number;
  readonly formula: boolean;
  readonly start: number;
  readonly tagEnd: number;
  readonly end: number;
  /** Where its value stands; both 0 without one. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface LocatedRow {
  readonly number: number;
  /** Style of its cells that are not there, 0 without one. */
  readonly style: number;
  /** In points, 0 where it does not say. */
  readonly height: number;
  readonly prefix: string;
  readonly start: number;
  readonly tagEnd: number;
  readonly contentEnd: number;
  readonly empty: boolean;
  readonly cells: readonly LocatedCell[];
}

/** A shared formula: the cell that has its text, or one of those that have only its number. */
export interface SharedFormula {
  readonly group: string;
  readonly row: number;
  readonly column: number;
  /** Null in those that have none. */
  readonly text: string | null;
  /** Where its element stands, and how its tag begins. */
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
}

/** What of a sheet is needed to change some of its cells. */
export interface LocatedSheet {
  readonly bytes: Uint8Array;
  readonly extent: Tree['extent'];
  /** `x:`, or nothing: of the sheet's element. */
  readonly prefix: string;
  readonly strict: boolean;
  /** The rows that were asked for and are there. */
  readonly rows: ReadonlyMap<number, LocatedRow>;
  /** Where a row that is not there has to stand. */
  readonly gaps: ReadonlyMap<number, number>;
  readonly data: {
    readonly prefix: string;
    readonly start: number;
    readonly tagEnd: number;
    readonly contentEnd: number;
    readonly empty: boolean;
  };
  readonly columnStyles: readonly { readonly first: number; readonly last: number; readonly style: number }[];
  readonly shared: readonly SharedFormula[];
  /** Areas of array formulas and data tables, which stand in their top left cell. */
  readonly arrays: readonly Area[];
  /** The id of the drawing of its notes, and where one has to stand. */
  readonly drawing: string | null;
  readonly drawingPlace: number;
}

const ELEMENT = { sheet: 1, columns: 2, column: 3, data: 4, row: 5, cell: 6, formula: 7, value: 8, drawing: 9 } as const;
const ATTRIBUTE = {
  place: 1,
  style: 2,
  type: 3,
  area: 4,
  group: 5,
  first: 6,
  last: 7,
  columnStyle: 8,
  styled: 9,
  id: 10,
  height: 11,
} as const;

const SHEET = vocabulary({
  namespaces: { '': SPREADSHEET, r: RELATIONSHIP },
  elements: {
    worksheet: ELEMENT.sheet,
    'worksheet/cols': ELEMENT.columns,
    'worksheet/cols/col': ELEMENT.column,
    'worksheet/sheetData': ELEMENT.data,
    'worksheet/sheetData/row': ELEMENT.row,
    'worksheet/sheetData/row/c': ELEMENT.cell,
    'worksheet/sheetData/row/c/f': ELEMENT.formula,
    'worksheet/sheetData/row/c/v': ELEMENT.value,
    'worksheet/legacyDrawing': ELEMENT.drawing,
  },
  texts: [ELEMENT.formula],
  attributes: {
    r: ATTRIBUTE.place,
    s: ATTRIBUTE.style,
    t: ATTRIBUTE.type,
    ref: ATTRIBUTE.area,
    si: ATTRIBUTE.group,
    min: ATTRIBUTE.first,
    max: ATTRIBUTE.last,
    style: ATTRIBUTE.columnStyle,
    customFormat: ATTRIBUTE.styled,
    'r:id': ATTRIBUTE.id,
    ht: ATTRIBUTE.height,
  },
});

/** What the format has behind the drawing of the notes (ECMA-376-1, CT_Worksheet); controls may be wrapped for older programs. */
const BEHIND_DRAWING: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
]);

/** Looks for rows in a worksheet, as `readSheet` understands it; null where it is damaged. */
export function locate(document: Uint8Array, wanted: ReadonlySet<number>): LocatedSheet | null {
  const scan = startScan(document, SHEET);
  if (!scan) return null;
  const search = aSearch(wanted);
  let root = '';
  let namespace = 0;
  let drawing: string | null = null;
  let drawingPlace = -1;
  let data = null as Open<LocatedSheet['data']> | null; // as: assigned in the loop
  for (let event = next(scan); event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) search.formulaText(scan);
    else if (event === CLOSE) {
      if (!search.close(scan)) return null;
      if (scan.closed === ELEMENT.data && data && !data.empty) data.contentEnd = endTagStart(scan);
      if (scan.closed === ELEMENT.sheet && drawingPlace < 0) drawingPlace = endTagStart(scan);
    } else if (event === OPEN) {
      const start = tagStart(scan);
      if (scan.node === ELEMENT.sheet) [root, namespace] = [prefixOf(scan), (scan.name.prefix ?? scan.names.noPrefix).namespace];
      else if (scan.node === ELEMENT.data) {
        if (data) return null;
        data = { prefix: prefixOf(scan), start, tagEnd: scan.at, contentEnd: scan.at, empty: scan.emptyTag };
      } else if (scan.node === ELEMENT.drawing) drawing ??= attributeOf(scan, ATTRIBUTE.id);
      else if (!search.open(scan)) return null;
      if (scan.depth === 2 && data && drawingPlace < 0 && BEHIND_DRAWING.has(scan.name.local)) drawingPlace = start;
    }
  }
  if (!data || drawingPlace < 0) return null;
  const strict = scan.namespaces.numbers.get(SPREADSHEET[1]) === namespace;
  const { rows, gaps, columnStyles, shared, arrays } = search;
  const extent = extentOf(scan, document);
  return { bytes: scan.bytes, extent, prefix: root, strict, rows, gaps, data, columnStyles, shared, arrays, drawing, drawingPlace };
}

const tagStart = (scan: Scan): number => (scan.tagStarts[scan.depth] ?? 0) - 1;
const endTagStart = ({ bytes, at }: Scan): number => bytes.lastIndexOf(LESS, at - 1);
const prefixOf = ({ name: { text, local } }: Scan): string => text.slice(0, text.length - local.length);

function wholeOf(scan: Scan, attribute: number): number | null {
  const k = attributeAt(scan, attribute);
  return k < 0 ? null : wholeIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Follows the rows of a sheet and keeps those that are wanted. */
function aSearch(wanted: ReadonlySet<number>) {
  const rows = new Map<number, LocatedRow>();
  const gaps = new Map<number, number>();
  const columnStyles: { first: number; last: number; style: number }[] = [];
  const shared: SharedFormula[] = [];
  const arrays: Area[] = [];
  const numbering = noRows();
  let row: Open<LocatedRow> & { cells: LocatedCell[] } = aRow();
  let cell: Open<LocatedCell> = aCell();
  let formulas: (Open<SharedFormula> & { kind: string })[] = [];
  let unplaced = [...wanted].sort((one, two) => one - two);

  const close = (scan: Scan): boolean => {
    if (scan.closed === ELEMENT.formula) {
      const last = formulas.at(-1);
      if (last) last.end = scan.at;
    } else if (scan.closed === ELEMENT.value) cell.valueEnd = scan.at;
    else if (scan.closed === ELEMENT.cell) row.cells.push({ ...cell, end: scan.at });
    else if (scan.closed === ELEMENT.row) {
      row.number = numbering.number;
      if (!row.empty) row.contentEnd = endTagStart(scan);
      for (const { kind, ...formula } of formulas) shared.push({ ...formula, row: row.number });
      formulas = [];
      return closeRow();
    }
    return true;
  };

  const closeRow = (): boolean => {
    const { number } = row;
    if (numbering.said && number > (unplaced[0] ?? number)) {
      for (const one of unplaced) if (one < number) gaps.set(one, row.start);
      unplaced = unplaced.filter((one) => one >= number);
    }
    if (!wanted.has(number)) return true;
    if (rows.has(number)) return false;
    rows.set(number, row);
    return true;
  };

  const open = (scan: Scan): boolean => {
    switch (scan.node) {
      case ELEMENT.column:
        columnStyles.push({
          first: wholeOf(scan, ATTRIBUTE.first) ?? 0,
          last: wholeOf(scan, ATTRIBUTE.last) ?? 0,
          style: wholeOf(scan, ATTRIBUTE.columnStyle) ?? 0,
        });
        return true;
      case ELEMENT.row: {
        openRow(numbering, wholeOf(scan, ATTRIBUTE.place), false);
        const styled = attributeOf(scan, ATTRIBUTE.styled) ?? '';
        const style = /^(1|true)$/.test(styled) ? (wholeOf(scan, ATTRIBUTE.style) ?? 0) : 0;
        const height = Number(attributeOf(scan, ATTRIBUTE.height) ?? 0);
        row = {
          ...aRow(),
          style,
          height,
          prefix: prefixOf(scan),
          start: tagStart(scan),
          tagEnd: scan.at,
          contentEnd: scan.at,
          empty: scan.emptyTag,
        };
        return numbering.number >= 1;
      }
      case ELEMENT.cell: {
        const k = attributeAt(scan, ATTRIBUTE.place);
        const said = k < 0 ? -1 : placeIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
        if (k >= 0 && (said < 0 || !agree(numbering, rowOf(said)))) return false;
        const column = k < 0 ? (row.cells.at(-1)?.column ?? 0) + 1 : columnOf(said);
        cell = {
          ...aCell(),
          column,
          said: k >= 0,
          prefix: prefixOf(scan),
          style: wholeOf(scan, ATTRIBUTE.style) ?? 0,
          start: tagStart(scan),
          tagEnd: scan.at,
        };
        return true;
      }
      case ELEMENT.value:
        cell.valueStart = tagStart(scan);
        return true;
      case ELEMENT.formula: {
        cell.formula = true;
        const kind = attributeOf(scan, ATTRIBUTE.type) ?? '';
        const k = attributeAt(scan, ATTRIBUTE.area);
        const area = k < 0 ? null : areaIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
        if ((kind === 'array' || kind === 'dataTable') && area) arrays.push(area);
        if (kind === 'shared')
          formulas.push({
            kind,
            group: attributeOf(scan, ATTRIBUTE.group) ?? '',
            row: 0,
            column: cell.column,
            text: null,
            start: tagStart(scan),
            end: scan.at,
            prefix: prefixOf(scan),
          });
        return true;
      }
      default:
        return true;
    }
  };

  const formulaText = (scan: Scan): void => {
    const last = formulas.at(-1);
    if (last && last.column === cell.column && last.start > cell.start) last.text = (last.text ?? '') + textOf(scan);
  };
  return { rows, gaps, columnStyles, shared, arrays, open, close, formulaText };
}

const aRow = () => ({
  number: 0,
  style: 0,
  height: 0,
  prefix: '',
  start: 0,
  tagEnd: 0,
  contentEnd: 0,
  empty: false,
  cells: [] as LocatedCell[],
});
const aCell = (): Open<LocatedCell> => ({
  column: 0,
  said: false,
  prefix: '',
  style: 0,
  formula: false,
  start: 0,
  tagEnd: 0,
  end: 0,
  valueStart: 0,
  valueEnd: 0,
});
