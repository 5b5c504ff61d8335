import { areaOfAddress, LAST_COLUMN } from '../../../core/address.ts';
import { type Area, cellName } from '../../../core/grid.ts';
import { EventDesk } from './events.ts';
import { hasSet, type Knobs, NO_TROUBLES } from './knobs.ts';
import { movedReferences } from './moved-references.ts';
import { Refusal } from './refusal.ts';
import { type CellValue, type ModelCell, ModelSheet } from './sheet.ts';

// A workbook that answers Microsoft's own office.js over its wire protocol. What it does is OUR CLAIM about Excel, put together from
// the documentation and public issues: it was never held against a real Excel. It proves our code against this claim, not against
// Excel. It calculates nothing: formulas keep the value they came with, until a test says `recalculated`. An API member that
// stands nowhere in `api/` is answered `ApiNotSimulated` and listed: every test asserts that the list is empty.

/** What a user's hand does in a cell. */
interface Hand {
  readonly source?: 'Local' | 'Remote';
  readonly silent?: boolean;
}

export class ExcelModel {
  readonly sheets: ModelSheet[] = [];
  readonly names = new Map<string, string>();
  readonly settings = new Map<string, unknown>();
  readonly events = new EventDesk();
  knobs: Knobs;
  active = '';
  selection: Area = { top: 1, left: 1, bottom: 1, right: 1 };
  /** While a cell is being typed in, batches wait or are refused (issues 806, 3388, 1393). */
  typing = false;
  /** What Ctrl+Z would take back, the latest last. */
  readonly undoable: string[] = [];
  /** Files that were opened as new workbooks, and addresses opened in the person's browser. */
  readonly openedFiles: Uint8Array[] = [];
  readonly openedAddresses: string[] = [];
  #ids = 0;

  constructor(knobs: Partial<Knobs> = {}) {
    this.knobs = { ...NO_TROUBLES, ...knobs };
  }

  addSheet(title: string): ModelSheet {
    if (this.find(title)) throw new Refusal('ItemAlreadyExists', `"${title}" is there already.`);
    const sheet = new ModelSheet(`{00000000-0000-0000-0000-${String(++this.#ids).padStart(12, '0')}}`, title);
    this.sheets.push(sheet);
    this.active ||= sheet.id;
    this.events.emit('added', sheet.id, { source: 'Local' });
    return sheet;
  }

  find(titleOrId: string): ModelSheet | undefined {
    return this.sheets.find(({ id, title }) => id === titleOrId || title.toLowerCase() === titleOrId.toLowerCase());
  }

  sheet(titleOrId: string): ModelSheet {
    const found = this.find(titleOrId);
    if (!found) throw new Refusal('ItemNotFound', `"${titleOrId}": no such sheet.`);
    return found;
  }

  /** The user types a value into a cell: what Excel made of the keys (a number typed is a number here). */
  type(title: string, cell: string, value: CellValue, hand: Hand & { readonly numberFormat?: string } = {}): void {
    this.#place(title, cell, [[value]], hand);
    const { top, left } = areaOf(cell);
    if (hand.numberFormat !== undefined) this.sheet(title).put(top, left, { numberFormat: hand.numberFormat });
  }

  /**
   * The user pastes a block, its top left cell on `cell`. A lock is part of a cell's format (Excel.RangeFormat.protection), and a paste from
   * another workbook brings format, lock and input rule with it, also where the sheet is protected (LibreOffice does the same, measured):
   * an open cell that was pasted over is locked from then on.
   */
  paste(
    title: string,
    cell: string,
    values: readonly (readonly CellValue[])[],
    hand: Hand & { readonly brings?: Partial<ModelCell> } = {},
  ): void {
    this.#place(title, cell, values, hand);
    const { top, left } = areaOf(cell);
    const { brings } = hand;
    if (!brings) return;
    const sheet = this.sheet(title);
    const area = { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 };
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) sheet.put(row, column, brings);
    sheet.dropRules(area);
    this.events.emit('formatChanged', sheet.id, { address: cell, source: 'Local' });
  }

  /**
   * The user cuts cells and pastes them elsewhere, or drags them. Formulas that read them follow them, formulas that read what stood there read
   * `#REF!` (support.microsoft.com, "How to correct a #REF! error"), and the cells left behind have the style Normal.
   */
  cut(title: string, from: string, to: string): void {
    const sheet = this.sheet(title);
    const source = areaOf(from);
    const { top, left } = areaOf(to);
    const [down, right] = [top - source.top, left - source.left];
    const moved: { row: number; column: number; cell: ModelCell }[] = [];
    for (let row = source.top; row <= source.bottom; row++)
      for (let column = source.left; column <= source.right; column++) {
        sheet.guard(row, column);
        sheet.guard(row + down, column + right);
        moved.push({ row, column, cell: { ...sheet.at(row, column) } });
      }
    const target = { top, left, bottom: source.bottom + down, right: source.right + right };
    for (const [key, cell] of sheet.cells)
      if (cell.formula !== null) sheet.cells.set(key, { ...cell, formula: movedReferences(cell.formula, { source, target, down, right }) });
    for (const { row, column } of moved) sheet.cells.delete(row * (LAST_COLUMN + 1) + column);
    for (const { row, column, cell } of moved) sheet.put(row + down, column + right, cell);
    this.undoable.push('cut');
    const { bottom } = target;
    this.#changed(sheet, from, {});
    this.#changed(sheet, `${cellName(top, left)}:${cellName(bottom, target.right)}`, {});
  }

  /** The user chooses from a cell's drop-down list. */
  choose(title: string, cell: string, value: string): void {
    this.#place(title, cell, [[value]], { silent: this.knobs.silentDropDowns });
  }

  /** The user clears cells. */
  clear(title: string, address: string): void {
    const { top, left, bottom, right } = areaOf(address);
    const blank = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => ''));
    this.#place(title, cellName(top, left), blank, {});
  }

  /** A co-author types (issue 108: both users' add-ins get the event). */
  coauthorTypes(title: string, cell: string, value: CellValue): void {
    this.#place(title, cell, [[value]], { source: 'Remote' });
  }

  /** The user chooses a cell, of another sheet maybe. */
  select(title: string, address: string): void {
    const sheet = this.sheet(title);
    this.activate(title);
    this.selection = areaOf(address);
    this.events.emit('selection', sheet.id, { address });
  }

  activate(title: string): void {
    const sheet = this.sheet(title);
    if (sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation', `"${title}" is hidden.`);
    if (this.active === sheet.id) return;
    this.active = sheet.id;
    this.events.emit('activated', sheet.id, {});
  }

  /** The user sorts rows: `order` says which of the old rows comes first, second… */
  sortRows(title: string, first: number, order: readonly number[]): void {
    const sheet = this.sheet(title);
    const used = sheet.used();
    if (!used) return;
    const old = order.map((row) => Array.from({ length: used.right }, (_, k) => sheet.at(row, k + 1)));
    old.forEach((cells, k) => {
      cells.forEach((cell, n) => {
        sheet.put(first + k, n + 1, cell);
      });
    });
    const address = `${first}:${first + order.length - 1}`;
    if (hasSet(this.knobs, '1.10')) this.events.emit('rowsSorted', sheet.id, { address, source: 'Local' });
    else this.#changed(sheet, address, {});
  }

  deleteSheet(title: string): void {
    const sheet = this.sheet(title);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.events.emit('deleted', sheet.id, { source: 'Local' });
  }

  /** The user gives a cell another number format. */
  format(title: string, cell: string, numberFormat: string): void {
    const { top, left } = areaOf(cell);
    const sheet = this.sheet(title);
    sheet.guard(top, left);
    sheet.put(top, left, { numberFormat });
    this.events.emit('formatChanged', sheet.id, { address: cell, source: 'Local' });
  }

  /** A formula gives another result: no event of an edit comes (issue 3899). */
  recalculated(title: string, cell: string, value: CellValue): void {
    const { top, left } = areaOf(cell);
    const sheet = this.sheet(title);
    sheet.put(top, left, { value });
    this.events.emit('calculated', sheet.id, { address: cell });
  }

  protect(title: string): void {
    this.sheet(title).locked = true;
  }

  unprotect(title: string): void {
    this.sheet(title).locked = false;
  }

  /** Tells of cells that the add-in wrote. Its own writes come back to it. */
  wroteByAddin(sheet: ModelSheet, area: Area): void {
    const { top, left, bottom, right } = area;
    const address = top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
    this.#changed(sheet, address, { own: true });
  }

  valueAt(title: string, cell: string): CellValue {
    const { top, left } = areaOf(cell);
    return this.sheet(title).at(top, left).value;
  }

  #place(title: string, cell: string, values: readonly (readonly CellValue[])[], { source = 'Local', silent = false }: Hand): void {
    const sheet = this.sheet(title);
    const { top, left } = areaOf(cell);
    const before = sheet.at(top, left);
    values.forEach((row, k) => {
      row.forEach((value, n) => {
        sheet.guard(top + k, left + n);
        sheet.put(top + k, left + n, { value, error: false, formula: null });
      });
    });
    const [bottom, right] = [top + values.length - 1, left + (values[0]?.length ?? 1) - 1];
    const single = bottom === top && right === left;
    const address = single ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
    const details = single && hasSet(this.knobs, '1.9') && !this.knobs.noDetails ? { before, after: sheet.at(top, left) } : undefined;
    if (!silent && !this.knobs.lostEvents) this.#changed(sheet, address, { source, ...(details ? { details } : {}) });
  }

  #changed(
    sheet: ModelSheet,
    address: string,
    more: { source?: 'Local' | 'Remote'; own?: boolean; details?: { before: Readonly<ModelCell>; after: Readonly<ModelCell> } },
  ): void {
    const { source = 'Local', own = false, details } = more;
    this.events.emit('changed', sheet.id, {
      address,
      changeType: 'RangeEdited',
      source,
      ...(details ? { valueBefore: details.before.value, valueAfter: details.after.value } : {}),
      ...(hasSet(this.knobs, '1.14') ? { triggerSource: own ? 'ThisLocalAddin' : 'Unknown' } : {}),
    });
    if (sheet.calculates && hasSet(this.knobs, '1.8')) this.events.emit('calculated', sheet.id, { address });
  }
}

export function areaOf(address: string): Area {
  const area = areaOfAddress(address);
  if (!area) throw new Refusal('InvalidArgument', `"${address}" is no address.`);
  return area;
}
