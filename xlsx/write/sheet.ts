import type { Row } from './cell.ts';
import type { PlacedChart } from './chart.ts';
import type { HeaderFooter, PaperSetup } from './look.ts';
import type { Highlight } from './style-sheet.ts';

/** Colours that follow what a cell says: the first rule that holds. */
export interface ConditionalFormat {
  readonly range: string;
  readonly rules: readonly { readonly formula: string; readonly highlight: Highlight }[];
}

/** A link from a cell to a place in the workbook: `'Ma trận'!D5`. */
export interface SheetLink {
  readonly from: string;
  readonly to: string;
}

/** How a sheet is printed, as the shared page set-up describes it. */
export interface Paper {
  readonly setup: PaperSetup;
  readonly headerFooter: HeaderFooter;
  /** Columns printed again on every page, as letters. */
  readonly titleColumns?: readonly [first: string, last: string];
  /** Numbers of rows and columns after which a page ends. */
  readonly rowBreaks: readonly number[];
  readonly columnBreaks: readonly number[];
}

/** A sheet as a value: what stands in it and how it looks. */
export interface SheetToWrite {
  readonly title: string;
  readonly widths: readonly number[];
  /** Rows from the first on. Asked for once, so that a long sheet need not stand in memory. */
  readonly rows: Iterable<Row>;
  readonly merges: readonly string[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly links?: readonly SheetLink[];
  /** Charts over the cells, in their order. */
  readonly charts?: readonly PlacedChart[];
  /** Rows above and columns at the left that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Area with filter buttons in its first row. */
  readonly filter: string | null;
  readonly paper: Paper;
}

/** A name for an area, readable in formulas. */
export interface DefinedName {
  readonly name: string;
  readonly area: string;
}

/** A sheet's title as formulas cite it. */
export const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;
