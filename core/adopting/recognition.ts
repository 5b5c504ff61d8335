import type { Field, SheetLayout } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';

/** Why a match is for a person to look at: everything else about the row agrees with the plan. */
export type MatchDoubt =
  /** The name differs from the plan's in a few characters. */
  | 'text-differs'
  /** No heading above the row says to which phase or group it belongs. */
  | 'heading-missing'
  /** The row stands below the heading of another phase or group. */
  | 'other-heading'
  /** The plan has a row of the same or nearly the same name, and nothing but the headings tells the two apart. */
  | 'alike-row'
  /** The name is cut by a page break and goes on in a row of its own. */
  | 'split-over-rows';

/** Where a row of the plan stands in the table, as far as the table itself says; `at` are row numbers of the sheet. */
export type Match =
  | { readonly kind: 'certain'; readonly at: number }
  | { readonly kind: 'probable'; readonly at: number; readonly doubts: readonly MatchDoubt[] }
  /** Several rows, or one row that may be another of the plan: never chosen but by a person. */
  | { readonly kind: 'ambiguous'; readonly at: readonly number[] }
  | { readonly kind: 'absent' };

/** What a row of the sheet is. */
export type LineMeaning =
  | { readonly kind: 'row'; readonly id: RowId; readonly doubts: readonly MatchDoubt[] }
  | { readonly kind: 'ambiguous'; readonly ids: readonly RowId[]; readonly why: 'alike-rows' | 'same-row-twice' }
  /** A heading of the plan: its phase, its group or section; `title` as the plan has it. */
  | { readonly kind: 'heading'; readonly title: string }
  /** The table's header printed again on a further page. */
  | { readonly kind: 'header-again' }
  /** The rest of a name that begins in another row. */
  | { readonly kind: 'continued'; readonly from: number }
  /** Looks like a heading, but is none of the plan: what follows belongs nobody knows where. */
  | { readonly kind: 'unknown-heading' }
  /** Like no row of the plan: notes, page numbers, the agency's own rows. */
  | { readonly kind: 'unlike' };

/** One row of the sheet below the header, with the text that stands for it. */
export interface TableLine {
  readonly row: number;
  readonly text: string;
  readonly meaning: LineMeaning;
}

/** The header of a plan table; rows from `top` to `bottom`. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  /** The row in which most of the plan's headers stand: new headers go there. */
  readonly row: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}

/** A table of the plan as it was found in a sheet. */
export interface FoundTable {
  readonly layout: SheetLayout;
  readonly sheet: string;
  readonly hidden: boolean;
  readonly header: Header;
  /** The header's further copies in the same table. */
  readonly headersAgain: readonly Header[];
  /** Its header as the reader finds it, where it has every column that the agency fills in: a form that lost its identity. */
  readonly live: { readonly row: number; readonly columns: Readonly<Partial<Record<Field, number>>> } | null;
  readonly lines: readonly TableLine[];
  /** Every row of the table, in the plan's order. */
  readonly matches: ReadonlyMap<RowId, Match>;
}

/** What was found for one table of the plan. `suggested` is the only one, or the only visible one; null where a person has to choose. */
export interface AppendixFound {
  readonly layout: SheetLayout;
  readonly tables: readonly FoundTable[];
  readonly suggested: FoundTable | null;
}

/** What a foreign workbook holds of the plan's tables, one after the other as the plan has them. */
export type Recognition = readonly AppendixFound[];
