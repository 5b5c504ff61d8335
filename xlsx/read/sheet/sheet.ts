import { LAST_COLUMN, LAST_ROW } from '../../../core/address.ts';
import type { Area, Grid } from '../../../core/grid.ts';
import { ok } from '../../../core/result.ts';
import { damaged, exceeding, type ReadResult } from '../file-finding.ts';
import { MOST_CELLS, MOST_MERGES } from '../limits.ts';
import { collectText, forget } from '../xml/collected-text.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { attributeAt, attributeOf, type Scan, startScan, textOf } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { cellType, finishCell, noCell, type OpenCell, type Tables } from './cell.ts';
import { formulaAt, noSharedFormulas, sharedFormula } from './formula.ts';
import { beginRun, endRun, noteTextLook, openRunElement } from './looks.ts';
import { mergesThatMatter } from './merges.ts';
import { SPREADSHEET } from './namespaces.ts';
import { areaIn, columnOfPlace, placeIn, rowOfPlace, wholeIn } from './place.ts';
import { type Counter, readPlainCells } from './plain-cells.ts';
import { addCell, closeRow, emptyRows, finishRows, matchesOpenRow, type OpenRows, openRow } from './rows.ts';

/** A sheet as the workbook lists it. */
export interface SheetToRead {
  readonly part: string;
  readonly title: string;
  readonly hidden: boolean;
}

const ELEMENT = {
  sheet: 1,
  data: 2,
  row: 3,
  cell: 4,
  formula: 5,
  value: 6,
  inline: 7,
  inlineText: 8,
  run: 9,
  runText: 10,
  merges: 11,
  merge: 12,
  font: 13,
  strike: 14,
  position: 15,
} as const;
const ATTRIBUTE = { place: 1, style: 2, type: 3, hidden: 4, area: 5, value: 6, shared: 7 } as const;

const SHEET = vocabulary({
  namespaces: { '': SPREADSHEET },
  elements: {
    worksheet: ELEMENT.sheet,
    'worksheet/sheetData': ELEMENT.data,
    'worksheet/sheetData/row': ELEMENT.row,
    'worksheet/sheetData/row/c': ELEMENT.cell,
    'worksheet/sheetData/row/c/f': ELEMENT.formula,
    'worksheet/sheetData/row/c/v': ELEMENT.value,
    'worksheet/sheetData/row/c/is': ELEMENT.inline,
    'worksheet/sheetData/row/c/is/t': ELEMENT.inlineText,
    'worksheet/sheetData/row/c/is/r': ELEMENT.run,
    'worksheet/sheetData/row/c/is/r/t': ELEMENT.runText,
    'worksheet/sheetData/row/c/is/r/rPr': ELEMENT.font,
    'worksheet/sheetData/row/c/is/r/rPr/strike': ELEMENT.strike,
    'worksheet/sheetData/row/c/is/r/rPr/vertAlign': ELEMENT.position,
    'worksheet/mergeCells': ELEMENT.merges,
    'worksheet/mergeCells/mergeCell': ELEMENT.merge,
  },
  texts: [ELEMENT.formula, ELEMENT.value, ELEMENT.inlineText, ELEMENT.runText],
  attributes: {
    r: ATTRIBUTE.place,
    s: ATTRIBUTE.style,
    t: ATTRIBUTE.type,
    hidden: ATTRIBUTE.hidden,
    ref: ATTRIBUTE.area,
    val: ATTRIBUTE.value,
    si: ATTRIBUTE.shared,
  },
});

/** Reads a worksheet's cells. What the sheet says of its own size (`dimension`, `spans`) is not looked at: programs get it wrong. */
export function readWorksheet(
  document: Uint8Array,
  { part, title, hidden }: SheetToRead,
  tables: Tables,
  counter: Counter,
): ReadResult<Grid> {
  const scan = startScan(document, SHEET);
  if (!scan) return damaged(part, title);
  const open = emptyRows();
  const cell = noCell();
  const shared = noSharedFormulas();
  let share: string | null = null;
  const merges: Area[] = [];
  for (;;) {
    if (scan.node === ELEMENT.row) readPlainCells(scan, open, cell, tables, counter);
    const event = next(scan);
    if (event === END) break;
    let sound = event !== FAULT;
    if (event === TEXT && scan.node === ELEMENT.formula) {
      cell.formulaText = cell.formulaText === null ? formulaAt(scan) : null; // in pieces as nobody writes it: not looked at
    } else if (event === TEXT) {
      collectText(cell.value, scan);
      if (!cell.looks.seen && !cell.value.goesOn && scan.node !== ELEMENT.value) noteTextLook(cell.looks, textOf(scan));
    } else if (event === OPEN) {
      if (scan.node === ELEMENT.cell || scan.node === ELEMENT.merge) {
        if (++counter.cells > MOST_CELLS) return exceeding('cells', MOST_CELLS);
        if (merges.length > MOST_MERGES) return exceeding('cells', MOST_MERGES);
      }
      if (scan.node === ELEMENT.formula) share = attributeOf(scan, ATTRIBUTE.shared);
      sound = openElement(scan, open, cell, merges);
    } else if (event === CLOSE) {
      if (scan.closed === ELEMENT.cell) sound = closeCell(scan, open, cell, tables);
      else if (scan.closed === ELEMENT.row) sound = closeRow(open);
      else if (scan.closed === ELEMENT.formula && share !== null)
        cell.formulaText = sharedFormula(shared, share, cell.formulaText, open.number, cell.column);
      else if (scan.closed === ELEMENT.run || scan.closed === ELEMENT.inlineText) endRun(cell.looks);
    }
    if (!sound) return damaged(part, title);
  }
  const rows = finishRows(open);
  if (!rows) return damaged(part, title);
  return ok({ title, hidden, rows, merges: mergesThatMatter(merges, rows), ...(tables.date1904 && { date1904: true }) });
}

function openElement(scan: Scan, open: OpenRows, cell: OpenCell, merges: Area[]): boolean {
  switch (scan.node) {
    case ELEMENT.cell:
      return openCell(scan, open, cell);
    case ELEMENT.value:
    case ELEMENT.inline: {
      const first = !cell.valued;
      cell.valued = true;
      return first;
    }
    case ELEMENT.formula:
      cell.formula = true;
      return true;
    case ELEMENT.row:
      cell.column = 0;
      return startRow(scan, open);
    case ELEMENT.merge:
      return addMerge(scan, open, merges);
    default:
      openRunElement(cell.looks, scan, ELEMENT, ATTRIBUTE.value);
      return true;
  }
}

function startRow(scan: Scan, open: OpenRows): boolean {
  const k = attributeAt(scan, ATTRIBUTE.place);
  const number = k < 0 ? null : wholeIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
  openRow(open, number, isTrue(attributeOf(scan, ATTRIBUTE.hidden)));
  return open.number >= 1 && open.number <= LAST_ROW;
}

function openCell(scan: Scan, open: OpenRows, cell: OpenCell): boolean {
  const place = attributeAt(scan, ATTRIBUTE.place);
  const style = attributeAt(scan, ATTRIBUTE.style);
  const type = cellType(scan, ATTRIBUTE.type);
  forget(cell.value);
  cell.formula = false;
  cell.valued = false;
  cell.formulaText = null;
  cell.looks.looks = 0;
  beginRun(cell.looks);
  cell.style = style < 0 ? 0 : wholeIn(scan.bytes, scan.valueStarts[style] ?? 0, scan.valueEnds[style] ?? 0);
  cell.column++;
  if (type === null) return false;
  cell.type = type;
  if (place < 0) return cell.column <= LAST_COLUMN;
  const said = placeIn(scan.bytes, scan.valueStarts[place] ?? 0, scan.valueEnds[place] ?? 0);
  if (said < 0 || !matchesOpenRow(open, rowOfPlace(said))) return false;
  cell.column = columnOfPlace(said);
  return true;
}

function closeCell(scan: Scan, open: OpenRows, cell: OpenCell, tables: Tables): boolean {
  const finished = finishCell(cell, scan.bytes, tables);
  if (finished === 'damaged') return false;
  if (finished) addCell(open, finished);
  return true;
}

function addMerge(scan: Scan, { rows, rowsInOrder }: OpenRows, merges: Area[]): boolean {
  const k = attributeAt(scan, ATTRIBUTE.area);
  const area = k < 0 ? null : areaIn(scan.bytes, scan.valueStarts[k] ?? 0, scan.valueEnds[k] ?? 0);
  if (area === null) return false;
  const last = rows.at(-1);
  if (!last || !rowsInOrder || area.top <= last.number) merges.push(area); // areas follow the rows: most that are many lie below them
  return true;
}

const isTrue = (text: string | null): boolean => text === '1' || text === 'true';
