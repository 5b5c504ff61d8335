/** A row of bars: the cells that it is drawn from, and their values, shown before a program reads them. */
export interface ChartSeries {
  readonly name: string;
  /** As formulas cite it: `'Tổng quan'!$B$5:$B$12`. */
  readonly area: string;
  readonly values: readonly (number | null)[];
  /** Six hexadecimal digits. */
  readonly colour: string;
}

/** A corner of a drawing: columns and rows counted from 0. */
interface Corner {
  readonly column: number;
  readonly row: number;
}

/** A bar chart over the cells of a sheet, drawn by the program from those cells. */
export interface PlacedChart {
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly from: Corner;
  readonly to: Corner;
  /** Number format of its axis, and where it ends; null: as the program chooses. */
  readonly format: string;
  readonly most: number | null;
  readonly categories: { readonly area: string; readonly values: readonly string[] };
  readonly series: readonly ChartSeries[];
}
