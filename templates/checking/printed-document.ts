/** A row of a table of a .docx: the texts of its cells, and the names of the bookmarks that begin in each of them. */
export interface PrintedRow {
  readonly cells: readonly string[];
  readonly names: readonly (readonly string[])[];
}

/** A chart of a .docx: what it shows, as it stands in its part, and the figures behind it. */
export interface PrintedChart {
  readonly title: string;
  /** Alternative text; null where it has none. */
  readonly said: string | null;
  readonly series: readonly PrintedSeries[];
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
}

/** What a report that somebody sent shows of the figures that are worked out once more; all texts in NFC. */
export interface PrintedDocument {
  /** The texts that its bookmarks cover, by their names. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Its tables that hold rows of the plan. */
  readonly tables: readonly (readonly PrintedRow[])[];
  /** Its charts in their order; null for one that is no chart that can be read. */
  readonly charts: readonly (PrintedChart | null)[];
}
