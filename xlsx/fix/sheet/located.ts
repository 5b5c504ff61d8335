import type { Area } from '../../../core/grid.ts';
import type { Tree } from '../xml/tree.ts';

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
