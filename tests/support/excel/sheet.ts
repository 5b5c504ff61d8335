import { LAST_COLUMN } from '../../../core/address.ts';
import type { Area } from '../../../core/grid.ts';
import { Refusal } from './refusal.ts';
import type { UndoStack } from './undo-stack.ts';
import { withoutArea } from './without-area.ts';

export type CellValue = string | number | boolean;

/** A cell that is not blank, or has a look of its own. */
export interface ModelCell {
  /** "" is blank. The text of an error value where `error` says so. */
  value: CellValue;
  error: boolean;
  /** With its "=": the model calculates nothing, `value` is what was calculated last. */
  formula: string | null;
  numberFormat: string;
  locked: boolean;
  /** Null where parts of the text look otherwise than others. */
  font: { readonly strikethrough: boolean | null; readonly superscript: boolean | null; readonly subscript: boolean | null };
}

/** What was asked of the look of an area. */
export interface AreaFormat {
  readonly area: Area;
  readonly name: string;
  readonly value: unknown;
}

/** The input rule of an area. */
export interface AreaValidation {
  readonly area: Area;
  rule?: unknown;
  ignoreBlanks?: unknown;
  prompt?: unknown;
  alert?: unknown;
}

/** A conditional format of an area: an ink by the sign that a text begins with, or a ground by a formula. */
export interface AreaSign {
  /** Areas of one format have the same; a paste may have cut it into several. */
  readonly id?: string;
  readonly area: Area;
  sign: string;
  ink: string;
  /** Without "="; left out where it goes by a sign. */
  readonly formula?: string;
}

export const PLAIN_FONT: ModelCell['font'] = { strikethrough: false, superscript: false, subscript: false };
/** A blank cell of a new workbook. */
const BLANK: ModelCell = { value: '', error: false, formula: null, numberFormat: 'General', locked: true, font: PLAIN_FONT };

/** A note of a cell: what Excel called a comment before it had threaded ones. */
interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What a protection may leave to users (Excel.WorksheetProtectionOptions). */
export type SheetRight = 'allowEditObjects' | 'allowFormatCells' | 'allowFormatColumns' | 'allowFormatRows' | 'allowSort';

/** Cells that nobody has given a format. */
export interface PlainCells {
  /** In the style Normal: what is pasted from elsewhere or left behind by a cut. */
  readonly normal: Readonly<ModelCell>;
  /** Never written, in a column without a format: the first cell format of the file (ECMA-376 part 1, 18.3.1.4: `s` is 0 by default). */
  readonly unwritten: Readonly<ModelCell>;
}

export const PLAIN_CELLS: PlainCells = { normal: BLANK, unwritten: BLANK };

/** The format of whole columns: cells that were never written look as their column does. */
interface ColumnFormat {
  readonly left: number;
  readonly right: number;
  readonly cell: Readonly<ModelCell>;
}

/** A sheet of the model. Rows and columns from 1. */
export class ModelSheet {
  readonly id: string;
  title: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  locked = false;
  /** The rights that a protection leaves, or left when there was one. */
  protection: Readonly<Record<string, unknown>> = {};
  readonly cells = new Map<number, ModelCell>();
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly names = new Map<string, string>();
  readonly formats: AreaFormat[] = [];
  validations: AreaValidation[] = [];
  signs: AreaSign[] = [];
  readonly hiddenColumns = new Set<number>();
  /** The looks that the cells had in the file, by cell and name; what is set later stands in `formats`. */
  readonly fileLooks = new Map<number, Readonly<Record<string, unknown>>>();
  notes: readonly CellNote[] = [];
  frozen: Area | null = null;
  /** The first that has a column counts. */
  columnFormats: readonly ColumnFormat[] = [];
  #ids = 0;
  readonly undo: UndoStack;
  readonly plain: PlainCells;

  constructor(id: string, title: string, { undo, plain }: { readonly undo: UndoStack; readonly plain: PlainCells }) {
    this.id = id;
    this.title = title;
    this.undo = undo;
    this.plain = plain;
  }

  at(row: number, column: number): Readonly<ModelCell> {
    return this.cells.get(keyOf(row, column)) ?? this.#unwritten(column);
  }

  #unwritten(column: number): Readonly<ModelCell> {
    return this.columnFormats.find(({ left, right }) => left <= column && column <= right)?.cell ?? this.plain.unwritten;
  }

  /** A number that nothing of the sheet has yet. */
  nextId(): number {
    return ++this.#ids;
  }

  /** The lock of every cell, blank ones included. */
  lockEverything(locked: boolean): void {
    const before = this.columnFormats;
    this.undo.changed(() => {
      this.columnFormats = before;
    });
    const all = { left: 1, right: LAST_COLUMN, cell: this.plain.unwritten };
    this.columnFormats = [...before, all].map((one) => ({ ...one, cell: { ...one.cell, locked } }));
    for (const [key, cell] of this.cells) this.set(key, { ...cell, locked });
  }

  put(row: number, column: number, change: Partial<ModelCell>): void {
    this.set(keyOf(row, column), { ...this.at(row, column), ...change });
  }

  /** A cell in the style Normal, with what stands in it. */
  putNormal(row: number, column: number, content: Partial<ModelCell>): void {
    this.set(keyOf(row, column), { ...this.plain.normal, ...content });
  }

  /** A cell by its key. */
  set(key: number, cell: ModelCell): void {
    const before = this.cells.get(key);
    this.undo.changed(() => this.#set(key, before));
    this.#set(key, cell);
  }

  #set(key: number, cell: ModelCell | undefined): void {
    if (cell) this.cells.set(key, cell);
    else this.cells.delete(key);
  }

  /** The look of an area. */
  look(format: AreaFormat): void {
    this.undo.changed(() => this.formats.splice(this.formats.lastIndexOf(format), 1));
    this.formats.push(format);
  }

  /** How a cell looks in one respect: as it was set last, or as the file has it. */
  lookAt(row: number, column: number, name: string): unknown {
    const isThere = ({ area }: AreaFormat) => area.top <= row && area.bottom >= row && area.left <= column && area.right >= column;
    const set = this.formats.findLast((one) => one.name === name && isThere(one));
    return set ? set.value : this.fileLooks.get(keyOf(row, column))?.[name];
  }

  /**
   * Takes all formats of an area: its cells have the style Normal then, which locks, and no conditional format; input rules, notes and what
   * stands in the cells stay (Walkenbach, "Excel 2007 Bible", "Deleting conditional formatting"; Excel.ClearApplyTo names input rules apart
   * from formats). A protected sheet must leave the right to format cells, which is "to change all formats, but not to unlock" (Excel of VBA,
   * Protection.AllowFormattingCells): that Normal's lock comes back there too is our claim.
   */
  clearFormats(area: Area): void {
    this.need('allowFormatCells');
    const looks = [...this.fileLooks.values()].flatMap((look) => Object.keys(look));
    const names = new Set([...this.formats.map(({ name }) => name), ...looks]);
    names.delete('columnWidth');
    for (const name of names) this.look({ area, name, value: undefined });
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const { value, error, formula } = this.at(row, column);
        this.putNormal(row, column, { value, error, formula });
      }
    this.setRules({ signs: this.signsOutside(area) });
  }

  /** The look that a cell has in the file. */
  putLook(row: number, column: number, look: Readonly<Record<string, unknown>>): void {
    this.fileLooks.set(keyOf(row, column), look);
  }

  /** Other input rules and conditional inks. */
  setRules({ validations = this.validations, signs = this.signs }: Partial<Pick<ModelSheet, 'validations' | 'signs'>>): void {
    const before = [this.validations, this.signs] as const;
    this.undo.changed(() => {
      [this.validations, this.signs] = before;
    });
    [this.validations, this.signs] = [validations, signs];
  }

  noteAt(row: number, column: number): string | null {
    return this.notes.find((one) => one.row === row && one.column === column)?.text ?? null;
  }

  /** The note of a cell; null takes it away. */
  putNote(row: number, column: number, text: string | null): void {
    const before = this.notes;
    this.undo.changed(() => {
      this.notes = before;
    });
    const others = before.filter((one) => one.row !== row || one.column !== column);
    this.notes = text === null ? others : [...others, { row, column, text }];
  }

  /**
   * A locked cell of a protected sheet refuses, one among open ones too (microsoftgraph/microsoft-graph-docs issue 4546, where it also gives
   * the code).
   */
  guard({ top, left, bottom, right }: Area): void {
    if (!this.locked) return;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) if (this.at(row, column).locked) this.#refuse();
  }

  /** Whether nothing keeps users from what that right is about. */
  may(right: SheetRight): boolean {
    return !this.locked || this.protection[right] === true;
  }

  /** Refuses where a protection does not leave a right: of open cells too (support.microsoft.com, "Protect a worksheet"). */
  need(right: SheetRight): void {
    if (!this.may(right)) this.#refuse();
  }

  /** Refuses what no right leaves to users of a protected sheet. */
  refuseProtected(): void {
    if (this.locked) this.#refuse();
  }

  #refuse(): never {
    throw new Refusal('AccessDenied', `You cannot perform the requested operation: "${this.title}" is protected.`);
  }

  /** The input rules without those of an area: a rule of more cells keeps the others. */
  validationsOutside(hole: Area): AreaValidation[] {
    return this.validations.flatMap((one) => withoutArea(one.area, hole).map((area) => ({ ...one, area })));
  }

  /** The conditional inks without those of an area. */
  signsOutside(hole: Area): AreaSign[] {
    return this.signs.flatMap((one) => withoutArea(one.area, hole).map((area) => ({ ...one, area })));
  }

  /** The rectangle of all cells with a value or a formula; null where there is none. */
  used(): Area | null {
    let area: Area | null = null;
    for (const [key, cell] of this.cells) {
      if (cell.value === '' && cell.formula === null) continue;
      const [row, column] = [rowOf(key), columnOf(key)];
      area = area
        ? {
            top: Math.min(area.top, row),
            left: Math.min(area.left, column),
            bottom: Math.max(area.bottom, row),
            right: Math.max(area.right, column),
          }
        : { top: row, left: column, bottom: row, right: column };
    }
    return area;
  }

  get calculates(): boolean {
    return [...this.cells.values()].some(({ formula }) => formula !== null);
  }
}

const keyOf = (row: number, column: number): number => row * (LAST_COLUMN + 1) + column;
export const rowOf = (key: number): number => Math.floor(key / (LAST_COLUMN + 1));
export const columnOf = (key: number): number => key % (LAST_COLUMN + 1);
