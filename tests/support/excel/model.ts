import { areaOfAddress } from '../../../core/address.ts';
import { type Area, cellName } from '../../../core/grid.ts';
import { EventDesk } from './events.ts';
import { type Knobs, NO_TROUBLES } from './knobs.ts';
import { movedReferences } from './moved-references.ts';
import { Refusal } from './refusal.ts';
import {
  type AreaSign,
  type AreaValidation,
  type CellValue,
  columnOf,
  type ModelCell,
  ModelSheet,
  PLAIN_CELLS,
  type PlainCells,
  rowOf,
} from './sheet.ts';
import { refuseTitle } from './sheet-title.ts';
import { ModelTables } from './tables.ts';
import { UndoStack } from './undo-stack.ts';

// A workbook that answers Microsoft's own office.js over its wire protocol. What it does is OUR CLAIM about Excel, put together from
// the documentation and public issues: it was never held against a real Excel. It proves our code against this claim, not against
// Excel. It calculates nothing: formulas keep the value they came with, until a test says `recalculated`. An API member that
// stands nowhere in `api/` is answered `ApiNotSimulated` and listed: every test asserts that the list is empty.

/** What pasted cells bring with them from where they were copied; a part that is left out is that of the style Normal: no rule, no sign. */
interface Brought {
  readonly look?: Partial<ModelCell>;
  readonly validation?: Omit<AreaValidation, 'area'>;
  readonly signs?: readonly Omit<AreaSign, 'area'>[];
  /** Ground, ink and the like, by the names that `ModelSheet.lookAt` has. */
  readonly looks?: Readonly<Record<string, unknown>>;
}

/** What a user's hand does in a cell. */
interface Hand {
  readonly source?: 'Local' | 'Remote';
  readonly silent?: boolean;
}

export class ExcelModel {
  readonly sheets: ModelSheet[] = [];
  readonly names = new Map<string, string>();
  readonly settings = new Map<string, unknown>();
  readonly tables = new ModelTables(this);
  readonly events = new EventDesk();
  knobs: Knobs;
  active = '';
  selection: Area = { top: 1, left: 1, bottom: 1, right: 1 };
  /** Whether Excel has a cell to tell of when it is asked for the active one. */
  hasActiveCell = true;
  /** While a cell is being typed in, batches wait or are refused (issues 806, 3388, 1393). */
  typing = false;
  readonly undoStack = new UndoStack();
  /** The group of the batch that is being carried out (`mergeUndoGroup`); null where it has none. */
  undoGroup: number | null = null;
  /** Files that were opened as new workbooks, and addresses opened in the person's browser. */
  readonly openedFiles: Uint8Array[] = [];
  readonly openedAddresses: string[] = [];
  /** Whether the workbook's structure is protected. */
  isStructureLocked = false;
  /** Whether Excel calculates by itself, or only by F9 (Excel.Application.calculationMode). */
  calculates: 'Automatic' | 'Manual' = 'Automatic';
  #ids = 0;
  readonly #plain: PlainCells;

  constructor(knobs: Partial<Knobs> = {}, plain: PlainCells = PLAIN_CELLS) {
    this.knobs = { ...NO_TROUBLES, ...knobs };
    this.#plain = plain;
  }

  addSheet(title: string): ModelSheet {
    this.#changeStructure('WorksheetCollection.add');
    refuseTitle(title, 'WorksheetCollection.add');
    this.#refuseTaken(title, undefined);
    const id = `{00000000-0000-0000-0000-${String(++this.#ids).padStart(12, '0')}}`;
    const sheet = new ModelSheet(id, title, { undo: this.undoStack, plain: this.#plain });
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
    const { top, left } = areaOf(cell);
    this.undoStack.record('type', () => {
      this.#place(title, cell, [[value]], hand);
      if (hand.numberFormat !== undefined) this.sheet(title).put(top, left, { numberFormat: hand.numberFormat });
    });
  }

  /** The user presses Ctrl+Z: the latest act is taken back, and each cell that is another then is an edit. Gives what was taken back. */
  undo(): string | null {
    const before = this.sheets.map((sheet) => ({ sheet, cells: new Map(sheet.cells) }));
    const name = this.undoStack.undo();
    for (const { sheet, cells } of before) {
      const keys = [...new Set([...cells.keys(), ...sheet.cells.keys()])].filter((key) => cells.get(key) !== sheet.cells.get(key));
      const area = areaAround(keys);
      if (area) this.#changed(sheet, addressOf(area), {});
    }
    return name;
  }

  /**
   * The user pastes a block, its top left cell on `cell`. A lock is part of a cell's format (Excel.RangeFormat.protection), and a paste
   * from another workbook brings format, lock, input rule and conditional formats with it (Walkenbach, "Excel 2013 Formulas", "Copying or
   * moving a cell or range"), also where the sheet is protected (LibreOffice does the same, measured): an open cell that was pasted over is
   * locked from then on. The rules that stood there are cut to what lies around the block (excelribbon.tips.net, T001143). Values alone
   * bring nothing.
   */
  paste(title: string, cell: string, values: readonly (readonly CellValue[])[], hand: Hand & { readonly brings?: Brought } = {}): void {
    this.undoStack.record('paste', () => {
      this.#place(title, cell, values, hand);
      if (hand.brings) this.#bring(this.sheet(title), areaOfBlock(cell, values), hand.brings);
    });
  }

  #bring(sheet: ModelSheet, area: Area, { look = {}, validation, signs = [], looks = {} }: Brought): void {
    for (const [name, value] of Object.entries(looks)) sheet.look({ area, name, value });
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const { value, error, formula } = sheet.at(row, column);
        sheet.putNormal(row, column, { value, error, formula, ...look });
      }
    sheet.setRules({
      validations: [...sheet.validationsOutside(area), ...(validation ? [{ area, ...validation }] : [])],
      signs: [...sheet.signsOutside(area), ...signs.map((one) => ({ area, ...one }))],
    });
    this.events.emit('formatChanged', sheet.id, { address: addressOf(area), source: 'Local' });
  }

  /**
   * The user cuts cells and pastes them elsewhere, or drags them. Formulas that read them follow them, formulas that read what stood there
   * read `#REF!` (support.microsoft.com, "How to correct a #REF! error"), and the cells left behind have the style Normal.
   */
  cut(title: string, from: string, to: string): void {
    const sheet = this.sheet(title);
    const source = areaOf(from);
    const { top, left } = areaOf(to);
    const [down, right] = [top - source.top, left - source.left];
    const target = { top, left, bottom: source.bottom + down, right: source.right + right };
    for (const area of [source, target]) sheet.guard(area);
    const moved: { row: number; column: number; cell: ModelCell }[] = [];
    for (let row = source.top; row <= source.bottom; row++)
      for (let column = source.left; column <= source.right; column++) moved.push({ row, column, cell: { ...sheet.at(row, column) } });
    this.undoStack.record('cut', () => {
      for (const [key, cell] of sheet.cells)
        if (cell.formula !== null) sheet.set(key, { ...cell, formula: movedReferences(cell.formula, { source, target, down, right }) });
      for (const { row, column } of moved) sheet.putNormal(row, column, {});
      for (const { row, column, cell } of moved) sheet.put(row + down, column + right, cell);
    });
    this.#changed(sheet, from, {});
    this.#changed(sheet, addressOf(target), {});
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

  /** The user chooses a cell, of another sheet maybe. On the web the cell that is chosen already gives no event (issue 4691). */
  select(title: string, address: string): void {
    const sheet = this.sheet(title);
    const isSame = this.active === sheet.id && JSON.stringify(this.selection) === JSON.stringify(areaOf(address));
    this.activate(title);
    this.selection = areaOf(address);
    if (isSame && this.knobs.quietReselection) return;
    this.events.emit('selection', sheet.id, { address });
  }

  activate(title: string): void {
    const sheet = this.sheet(title);
    // By hand nobody comes to a hidden sheet; which code an add-in gets is our claim.
    if (sheet.visibility !== 'Visible') throw new Refusal('InvalidOperation', `"${title}" is hidden.`);
    if (this.active === sheet.id) return;
    this.active = sheet.id;
    this.events.emit('activated', sheet.id, {});
  }

  /**
   * The user sorts rows: `order` says which of the old rows comes first, second… A protected sheet must leave the right, and every cell must
   * be open (learn.microsoft.com, Worksheet.Protect of VBA, AllowSorting). Notes stay: what Excel does with them nobody says.
   */
  sortRows(title: string, first: number, order: readonly number[]): void {
    const sheet = this.sheet(title);
    const used = sheet.used();
    if (!used) return;
    sheet.need('allowSort');
    sheet.guard({ top: first, left: 1, bottom: first + order.length - 1, right: used.right });
    const old = order.map((row) => Array.from({ length: used.right }, (_, k) => sheet.at(row, k + 1)));
    this.undoStack.record('sort', () => {
      old.forEach((cells, k) => {
        cells.forEach((cell, n) => {
          sheet.put(first + k, n + 1, cell);
        });
      });
    });
    this.events.emit('rowsSorted', sheet.id, { address: `${first}:${first + order.length - 1}`, source: 'Local' });
  }

  /** A protection of the sheet alone is about its cells (OfficeDev/office-js issue 325): nothing says that it keeps the sheet. */
  deleteSheet(title: string): void {
    this.#changeStructure('Worksheet.delete');
    const sheet = this.sheet(title);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.events.emit('deleted', sheet.id, { source: 'Local' });
  }

  renameSheet(sheet: ModelSheet, title: string): void {
    this.#changeStructure('Worksheet.name');
    refuseTitle(title, 'Worksheet.name');
    this.#refuseTaken(title, sheet);
    sheet.title = title;
  }

  /** By these words: OfficeDev/office-scripts-docs issue 560; their code: "Error handling with the application-specific JavaScript APIs". */
  #refuseTaken(title: string, own: ModelSheet | undefined): void {
    const found = this.find(title);
    if (found && found !== own) throw new Refusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
  }

  /** `position`: from 0. */
  moveSheet(sheet: ModelSheet, position: number): void {
    this.#changeStructure('Worksheet.position');
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
  }

  hideOrShow(sheet: ModelSheet, visibility: ModelSheet['visibility']): void {
    this.#changeStructure('Worksheet.visibility');
    sheet.visibility = visibility;
  }

  /**
   * A protected structure takes no sheet and lets none go, nor be renamed, moved, hidden or shown (support.microsoft.com, "Protect a
   * workbook"). That the code is AccessDenied is our claim.
   */
  #changeStructure(location: string): void {
    if (this.isStructureLocked) throw new Refusal('AccessDenied', 'The structure of the workbook is protected.', location);
  }

  /** The user gives a cell another number format. */
  format(title: string, cell: string, numberFormat: string): void {
    const { top, left } = areaOf(cell);
    const sheet = this.sheet(title);
    sheet.need('allowFormatCells');
    this.undoStack.record('format', () => sheet.put(top, left, { numberFormat }));
    this.events.emit('formatChanged', sheet.id, { address: cell, source: 'Local' });
  }

  /** The user clears the formats of cells: Home, Clear, Clear Formats. */
  clearFormats(title: string, address: string): void {
    const sheet = this.sheet(title);
    this.undoStack.record('clear formats', () => sheet.clearFormats(areaOf(address)));
    this.events.emit('formatChanged', sheet.id, { address, source: 'Local' });
  }

  /** A formula gives another result: no event of an edit comes (issue 3899). */
  recalculated(title: string, cell: string, value: CellValue): void {
    const { top, left } = areaOf(cell);
    const sheet = this.sheet(title);
    sheet.put(top, left, { value });
    this.events.emit('calculated', sheet.id, { address: cell });
  }

  /** The file is shut and opened again: what an Excel on the Mac did not write into it is gone only now (issue 6091). */
  reopen(): void {
    if (this.knobs.losesSettings) this.settings.clear();
    this.undoStack.clear();
  }

  /** The user protects a sheet; `leaves` are the rights that it leaves, none unless they are named (Excel.WorksheetProtectionOptions). */
  protect(title: string, leaves: ModelSheet['protection'] = {}): void {
    const sheet = this.sheet(title);
    sheet.locked = true;
    sheet.protection = { ...sheet.protection, ...leaves };
  }

  unprotect(title: string): void {
    this.sheet(title).locked = false;
  }

  /** Tells of cells that the add-in wrote. Its own writes come back to it. */
  wroteByAddin(sheet: ModelSheet, area: Area): void {
    this.#changed(sheet, addressOf(area), { own: true });
  }

  valueAt(title: string, cell: string): CellValue {
    const { top, left } = areaOf(cell);
    return this.sheet(title).at(top, left).value;
  }

  #place(title: string, cell: string, values: readonly (readonly CellValue[])[], { source = 'Local', silent = false }: Hand): void {
    const sheet = this.sheet(title);
    const area = areaOfBlock(cell, values);
    const { top, left, bottom, right } = area;
    sheet.guard(area);
    const before = sheet.at(top, left);
    const put = (): void =>
      values.forEach((row, k) => {
        row.forEach((value, n) => {
          sheet.put(top + k, left + n, { value, error: false, formula: null });
        });
      });
    // Ctrl+Z takes back what one did oneself (the same page: "in the undo stack for an individual user").
    if (source === 'Remote') put();
    else this.undoStack.record('edit', put);
    const single = bottom === top && right === left;
    const address = addressOf(area);
    const details = single && !this.knobs.noDetails ? { before, after: sheet.at(top, left) } : undefined;
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
      triggerSource: own ? 'ThisLocalAddin' : 'Unknown',
    });
    if (sheet.calculates) this.events.emit('calculated', sheet.id, { address });
  }
}

const addressOf = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

/** Where a block of values stands whose top left cell that is. */
function areaOfBlock(cell: string, values: readonly (readonly unknown[])[]): Area {
  const { top, left } = areaOf(cell);
  return { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 };
}

/** The rectangle around cells; null around none. */
function areaAround(keys: readonly number[]): Area | null {
  if (keys.length === 0) return null;
  const [rows, columns] = [keys.map(rowOf), keys.map(columnOf)];
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

export function areaOf(address: string): Area {
  const area = areaOfAddress(address);
  if (!area) throw new Refusal('InvalidArgument', `"${address}" is no address.`);
  return area;
}
