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

/** The conditional ink of an area, by the sign that a text begins with. */
export interface AreaSign {
  readonly area: Area;
  sign: string;
  ink: string;
}

export const PLAIN_FONT: ModelCell['font'] = { strikethrough: false, superscript: false, subscript: false };
const BLANK: ModelCell = { value: '', error: false, formula: null, numberFormat: 'General', locked: true, font: PLAIN_FONT };

/** A sheet of the model. Rows and columns from 1. */
export class ModelSheet {
  readonly id: string;
  title: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  locked = false;
  /** Whether a protection leaves the right to format cells. */
  mayFormat = false;
  /** The other rights that it leaves. */
  protection: Readonly<Record<string, unknown>> = {};
  readonly cells = new Map<number, ModelCell>();
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly names = new Map<string, string>();
  readonly formats: AreaFormat[] = [];
  validations: AreaValidation[] = [];
  signs: AreaSign[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly notes: { readonly row: number; readonly column: number; readonly text: string }[] = [];
  frozen: Area | null = null;
  #blank: ModelCell = BLANK;
  readonly #undo: UndoStack;

  constructor(id: string, title: string, undo: UndoStack) {
    this.id = id;
    this.title = title;
    this.#undo = undo;
  }

  at(row: number, column: number): Readonly<ModelCell> {
    return this.cells.get(keyOf(row, column)) ?? this.#blank;
  }

  /** The lock of every cell, blank ones included. */
  lockEverything(locked: boolean): void {
    const before = this.#blank;
    this.#undo.changed(() => {
      this.#blank = before;
    });
    this.#blank = { ...BLANK, locked };
    for (const [key, cell] of this.cells) this.set(key, { ...cell, locked });
  }

  put(row: number, column: number, change: Partial<ModelCell>): void {
    this.set(keyOf(row, column), { ...this.at(row, column), ...change });
  }

  /** A cell by its key; undefined blanks it, look included. */
  set(key: number, cell: ModelCell | undefined): void {
    const before = this.cells.get(key);
    this.#undo.changed(() => this.#set(key, before));
    this.#set(key, cell);
  }

  #set(key: number, cell: ModelCell | undefined): void {
    if (cell) this.cells.set(key, cell);
    else this.cells.delete(key);
  }

  /** Other input rules and conditional inks. */
  setRules({ validations = this.validations, signs = this.signs }: Partial<Pick<ModelSheet, 'validations' | 'signs'>>): void {
    const before = [this.validations, this.signs] as const;
    this.#undo.changed(() => {
      [this.validations, this.signs] = before;
    });
    [this.validations, this.signs] = [validations, signs];
  }

  /** A locked cell of a protected sheet refuses. */
  guard(row: number, column: number): void {
    if (this.locked && this.at(row, column).locked)
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
