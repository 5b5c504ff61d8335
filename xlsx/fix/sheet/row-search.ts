import type { Area } from '../../../core/grid.ts';
import { areaIn, columnOfPlace, placeIn, rowOfPlace, wholeIn } from '../../read/sheet/place.ts';
import { emptyRows, matchesOpenRow, openRow } from '../../read/sheet/rows.ts';
import { LESS } from '../../read/xml/characters.ts';
import { attributeAt, attributeOf, type Scan, textOf } from '../../read/xml/scan.ts';
import type { LocatedCell, LocatedRow, LocatedSheet, SharedFormula } from './located.ts';
import { ATTRIBUTE, ELEMENT } from './sheet-words.ts';

/** Where the tag just opened begins, where the end tag just read does, and the prefix of the element just opened. */
export const tagStart = (scan: Scan): number => (scan.tagStarts[scan.depth] ?? 0) - 1;
export const endTagStart = ({ bytes, at }: Scan): number => bytes.lastIndexOf(LESS, at - 1);
export const prefixOf = ({ name: { text, local } }: Scan): string => text.slice(0, text.length - local.length);

function wholeOf(scan: Scan, attribute: number): number | null {
  const k = attributeAt(scan, attribute);
  return k < 0 ? null : wholeIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
}

function areaOf(scan: Scan, attribute: number): Area | null {
  const k = attributeAt(scan, attribute);
  return k < 0 ? null : areaIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
}

const isTrue = (text: string | null): boolean => text === '1' || text === 'true';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenRow = Open<Omit<LocatedRow, 'cells'>> & { readonly cells: Open<LocatedCell>[] };

/** What the search has found by now. */
type Found = Pick<LocatedSheet, 'rows' | 'gaps' | 'columnStyles' | 'shared' | 'arrays'>;

/** A search that is told every element of a sheet; false where the sheet is damaged. */
export interface RowSearch extends Found {
  readonly open: (scan: Scan) => boolean;
  readonly text: (scan: Scan) => void;
  readonly close: (scan: Scan) => boolean;
}

/** Follows the rows of a sheet, numbered as the reader numbers them, and keeps those that are wanted. */
export function searchRows(wanted: ReadonlySet<number>): RowSearch {
  const rows = new Map<number, LocatedRow>();
  const gaps = new Map<number, number>();
  const columnStyles: Found['columnStyles'][number][] = [];
  const shared: SharedFormula[] = [];
  const arrays: Area[] = [];
  const numbering = emptyRows();
  let row: OpenRow | null = null;
  let cell: Open<LocatedCell> | null = null;
  let formula: Open<SharedFormula> | null = null;
  /** Formulas of the open row, whose number is known when it closes. */
  let formulas: Open<SharedFormula>[] = [];
  let unplaced = [...wanted].sort((one, two) => one - two);

  const openCell = (scan: Scan, cells: Open<LocatedCell>[]): boolean => {
    const k = attributeAt(scan, ATTRIBUTE.place);
    const place = k < 0 ? -1 : placeIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
    if (k >= 0 && (place < 0 || !matchesOpenRow(numbering, rowOfPlace(place)))) return false;
    cell = {
      column: k < 0 ? (cells[cells.length - 1]?.column ?? 0) + 1 : columnOfPlace(place),
      said: k >= 0,
      prefix: prefixOf(scan),
      style: wholeOf(scan, ATTRIBUTE.style) ?? 0,
      formula: false,
      start: tagStart(scan),
      tagEnd: scan.at,
      end: scan.at,
      valueStart: 0,
      valueEnd: 0,
    };
    cells.push(cell);
    return true;
  };

  const openFormula = (scan: Scan, { column }: LocatedCell): void => {
    const kind = attributeOf(scan, ATTRIBUTE.type);
    const area = areaOf(scan, ATTRIBUTE.area);
    if ((kind === 'array' || kind === 'dataTable') && area) arrays.push(area);
    if (kind !== 'shared') return;
    const group = attributeOf(scan, ATTRIBUTE.group) ?? '';
    formula = { group, row: 0, column, text: null, start: tagStart(scan), end: scan.at, prefix: prefixOf(scan) };
    formulas.push(formula);
  };

  const openRowTag = (scan: Scan): boolean => {
    openRow(numbering, wholeOf(scan, ATTRIBUTE.place), false);
    row = {
      number: 0,
      style: isTrue(attributeOf(scan, ATTRIBUTE.styled)) ? (wholeOf(scan, ATTRIBUTE.style) ?? 0) : 0,
      height: Number(attributeOf(scan, ATTRIBUTE.height) ?? 0),
      prefix: prefixOf(scan),
      start: tagStart(scan),
      tagEnd: scan.at,
      contentEnd: scan.at,
      empty: scan.emptyTag,
      cells: [],
    };
    return numbering.number >= 1;
  };

  const closeRow = (scan: Scan, closing: OpenRow): boolean => {
    const { number, said } = numbering;
    closing.number = number;
    if (!closing.empty) closing.contentEnd = endTagStart(scan);
    for (const one of formulas) shared.push({ ...one, row: number });
    if (formulas.length > 0) formulas = [];
    if (said && number > (unplaced[0] ?? number)) {
      for (const one of unplaced) if (one < number) gaps.set(one, closing.start);
      unplaced = unplaced.filter((one) => one >= number);
    }
    if (!wanted.has(number)) return true;
    const twice = rows.has(number);
    rows.set(number, closing);
    return !twice;
  };

  return {
    rows,
    gaps,
    columnStyles,
    shared,
    arrays,
    open(scan) {
      const { node } = scan;
      if (node === ELEMENT.row) return openRowTag(scan);
      if (node === ELEMENT.cell && row) return openCell(scan, row.cells);
      if (node === ELEMENT.value && cell) cell.valueStart = tagStart(scan);
      else if (node === ELEMENT.formula && cell) {
        cell.formula = true;
        openFormula(scan, cell);
      } else if (node === ELEMENT.column) {
        const [first, last] = [wholeOf(scan, ATTRIBUTE.first) ?? 0, wholeOf(scan, ATTRIBUTE.last) ?? 0];
        columnStyles.push({ first, last, style: wholeOf(scan, ATTRIBUTE.columnStyle) ?? 0 });
      }
      return true;
    },
    text(scan) {
      if (formula) formula.text = (formula.text ?? '') + textOf(scan);
    },
    close(scan) {
      const { closed, at } = scan;
      if (closed === ELEMENT.cell && cell) cell.end = at;
      else if (closed === ELEMENT.value && cell) cell.valueEnd = at;
      else if (closed === ELEMENT.formula) {
        if (formula) formula.end = at;
        formula = null;
      } else if (closed === ELEMENT.row && row) return closeRow(scan, row);
      return true;
    },
  };
}
