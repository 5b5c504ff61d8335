import type { UncheckedPart } from './difference.ts';

/** A row of a table of a .docx: the texts of its cells, and the names of the bookmarks that begin in each of them. */
export interface PrintedRow {
  readonly cells: readonly string[];
  readonly names: readonly (readonly string[])[];
}

/** A piece of a paragraph, and the bookmark of a figure that covers it; null where none does. */
export interface PrintedPiece {
  readonly text: string;
  readonly name: string | null;
}

/** A text in a text box, a frame, another document: what it says, and the text that it stands by. */
export interface PrintedBeside {
  readonly near: string;
  readonly text: string;
}

/** A chart of a .docx: what it shows, as it stands in its part, and the figures behind it. */
export interface PrintedChart {
  readonly title: string;
  /** Alternative text; null where it has none. */
  readonly said: string | null;
  readonly series: readonly PrintedSeries[];
  /** Least and most of its axis. */
  readonly axis: string;
  /** The cells that it is drawn from where somebody edits its figures, by name; null where it has no such workbook. */
  readonly behind: ReadonlyMap<string, string> | null;
}

/** Bars of one kind; what stands at no number is null. */
export interface PrintedSeries {
  readonly name: string;
  readonly categories: readonly (string | null)[];
  readonly values: readonly (string | null)[];
  /** Figures beside the bars. */
  readonly labels: readonly (string | null)[];
  /** The cells that its categories and values are drawn from, as formulas; none where they are its own. */
  readonly drawnFrom: readonly string[];
}

/** What a report that somebody sent shows of the figures that are worked out once more; all texts in NFC. */
export interface PrintedDocument {
  /** The texts that its bookmarks cover, by their names. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Its tables that hold rows of the plan. */
  readonly tables: readonly (readonly PrintedRow[])[];
  /** Its other tables, where they are not very long. */
  readonly others: readonly (readonly PrintedRow[])[];
  /** The first rows of those that are. */
  readonly longTables: readonly PrintedRow[];
  /** Its paragraphs outside tables that are seen. */
  readonly paragraphs: readonly (readonly PrintedPiece[])[];
  /** Texts that stand beside or over its own. */
  readonly beside: readonly PrintedBeside[];
  /** Its charts in their order; null for one that is no chart that can be read. */
  readonly charts: readonly (PrintedChart | null)[];
  /** Words of margins and notes, pictures and whatever else it shows that no figure can be read from. */
  readonly unread: readonly UncheckedPart[];
}
