import { cellName } from '../../../core/grid.ts';
import { shiftFormula } from '../../../core/shift-formula.ts';
import { markupText } from '../../../core/xml-text.ts';
import { AS_IT_STANDS, decode } from '../../read/xml/decode.ts';
import type { Styles } from '../styles/styles.ts';
import type { Splice } from '../xml/splice.ts';
import { opening, withAttributes } from '../xml/tag.ts';
import { cellXml } from './content.ts';
import type { LocatedCell, LocatedRow, LocatedSheet, SharedFormula } from './located.ts';
import type { WantedCell } from './wanted.ts';

/** The splices that give a sheet its wanted cells, and whether a formula is gone. */
export interface WrittenCells {
  readonly splices: readonly Splice[];
  readonly formulaGone: boolean;
}

/**
 * Writes cells into a sheet: those that are there in their place, the others into their row, rows that are not there between the others.
 * Null where a place is filled twice.
 */
export function writeSheetCells(sheet: LocatedSheet, wanted: readonly WantedCell[], styles: Styles): WrittenCells | null {
  const splices: Splice[] = [];
  const replaced = new Map<string, WantedCell>();
  let formulaGone = false;
  for (const [number, cells] of byRow(wanted)) {
    const row = sheet.rows.get(number);
    const fresh: WantedCell[] = [];
    for (const one of cells) {
      const found = row?.cells.filter(({ column }) => column === one.column) ?? [];
      const [cell] = found;
      if (found.length > 1) return null;
      if (row && cell) {
        splices.push(...cellSplices(sheet, row, cell, one, styles));
        if (one.content) replaced.set(`${one.row}:${one.column}`, one);
        formulaGone ||= cell.formula && one.content !== undefined;
      } else if (one.content || one.mark) fresh.push(one);
    }
    if (fresh.length > 0) splices.push(...(row ? intoRow(sheet, row, fresh, styles) : [newRow(sheet, number, fresh, styles)]));
  }
  return { splices: [...withoutEmptyData(sheet, splices), ...unshared(sheet.shared, replaced)], formulaGone };
}

function byRow(wanted: readonly WantedCell[]): readonly (readonly [number, readonly WantedCell[]])[] {
  const rows = new Map<number, WantedCell[]>();
  for (const one of [...wanted].sort((left, right) => left.row - right.row || left.column - right.column))
    rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
  return [...rows];
}

function cellSplices({ bytes }: LocatedSheet, row: LocatedRow, cell: LocatedCell, wanted: WantedCell, styles: Styles): readonly Splice[] {
  const { content, mark, stale } = wanted;
  const style = styles.styleOf(cell.style, { content, mark });
  if (content) {
    const place = cell.said ? cellName(row.number, cell.column) : null;
    return [{ start: cell.start, end: cell.end, text: cellXml(cell.prefix, place, style, content) }];
  }
  const withoutResult = stale && cell.formula && cell.valueEnd > 0;
  if (!withoutResult && style === cell.style) return [];
  const attributes = { s: style === 0 ? undefined : String(style), ...(withoutResult && { t: undefined }) };
  const tag = withAttributes(decode(bytes, cell.start, cell.tagEnd, AS_IT_STANDS), attributes);
  return [
    { start: cell.start, end: cell.tagEnd, text: tag },
    ...(withoutResult ? [{ start: cell.valueStart, end: cell.valueEnd, text: '' }] : []),
  ];
}

/** A new cell looks like its row, or its column. */
function freshCell(
  sheet: LocatedSheet,
  { row, column, content, mark }: WantedCell,
  rowStyle: number,
  prefix: string,
  styles: Styles,
): string {
  const base = rowStyle || (sheet.columnStyles.find(({ first, last }) => first <= column && column <= last)?.style ?? 0);
  return cellXml(prefix, cellName(row, column), styles.styleOf(base, { content, mark }), content ?? { kind: 'blank' });
}

/** Cells that say their place may be followed by some that do not: a new one stands in front of one that does, or behind all. */
function intoRow(sheet: LocatedSheet, row: LocatedRow, fresh: readonly WantedCell[], styles: Styles): readonly Splice[] {
  const xml = (one: WantedCell): string => freshCell(sheet, one, row.style, row.prefix, styles);
  if (row.empty) {
    const tag = opening(decode(sheet.bytes, row.start, row.tagEnd, AS_IT_STANDS));
    return [{ start: row.start, end: row.tagEnd, text: `${tag}${fresh.map(xml).join('')}</${row.prefix}row>` }];
  }
  return fresh.map((one) => {
    const next = row.cells.find(({ said, column }) => said && column > one.column);
    const at = next?.start ?? row.contentEnd;
    return { start: at, end: at, text: xml(one) };
  });
}

function newRow(sheet: LocatedSheet, number: number, fresh: readonly WantedCell[], styles: Styles): Splice {
  const { prefix } = sheet.data;
  const at = sheet.gaps.get(number) ?? sheet.data.contentEnd;
  const cells = fresh.map((one) => freshCell(sheet, one, 0, prefix, styles)).join('');
  return { start: at, end: at, text: `<${prefix}row r="${number}">${cells}</${prefix}row>` };
}

/** A sheet without any row, `<sheetData/>`, is opened for those that are new. */
function withoutEmptyData({ bytes, data }: LocatedSheet, splices: readonly Splice[]): readonly Splice[] {
  if (!data.empty || splices.length === 0) return splices;
  const tag = opening(decode(bytes, data.start, data.tagEnd, AS_IT_STANDS));
  const rows = splices.map(({ text }) => text).join('');
  return [{ start: data.start, end: data.tagEnd, text: `${tag}${rows}</${data.prefix}sheetData>` }];
}

/** Where the cell that has the text of a shared formula is replaced, those that shared it are given their own. */
function unshared(shared: readonly SharedFormula[], replaced: ReadonlyMap<string, WantedCell>): readonly Splice[] {
  const isReplaced = ({ row, column }: SharedFormula): boolean => replaced.has(`${row}:${column}`);
  const gone = new Map(shared.filter((one) => one.text !== null && isReplaced(one)).map((one) => [one.group, one]));
  return shared.flatMap((one) => {
    const master = gone.get(one.group);
    if (!master || one.text !== null || isReplaced(one)) return [];
    const text = markupText(shiftFormula(master.text ?? '', one.row - master.row, one.column - master.column));
    return [{ start: one.start, end: one.end, text: `<${one.prefix}f>${text}</${one.prefix}f>` }];
  });
}
