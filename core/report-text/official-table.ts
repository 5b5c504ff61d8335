import { plainWords, type TextPart } from './text-part.ts';

/** A column of an official table; how wide it is follows from what stands in it. */
export interface OfficialColumn<T> {
  readonly key: string;
  readonly header: string;
  readonly align: 'left' | 'centre';
  readonly weight: 'regular' | 'bold';
  readonly says: (item: T) => readonly TextPart[];
}

/** A line of an official table: a heading of the plan, or one of its rows. */
export type OfficialLine<T> =
  | { readonly heading: { readonly tt: string; readonly title: string } }
  | { readonly row: string; readonly item: T };

/**
 * An annex as it is signed: what stands above the table, its columns and lines. The one description that the .docx and the official sheet
 * of the workbook are both written from; neither codes nor signs are in it, and numbers are texts with Vietnamese separators.
 */
export interface OfficialTable {
  readonly heading: string;
  readonly titles: readonly string[];
  readonly attached: string;
  readonly columns: readonly Omit<OfficialColumn<never>, 'says'>[];
  readonly lines: readonly OfficialCells[];
}

/** A line with its cells, from left to right. */
export type OfficialCells =
  | { readonly heading: { readonly tt: string; readonly title: string } }
  | { readonly row: string; readonly cells: readonly (readonly TextPart[])[] };

export const officialTable = <T>(
  above: Pick<OfficialTable, 'heading' | 'titles' | 'attached'>,
  columns: readonly OfficialColumn<T>[],
  lines: readonly OfficialLine<T>[],
): OfficialTable => ({
  ...above,
  columns: columns.map(({ says, ...column }) => column),
  lines: lines.map((line) =>
    'heading' in line
      ? line
      : { row: line.row, cells: columns.map(({ says }) => says(line.item).filter((part) => plainWords([part]) !== '')) },
  ),
});
