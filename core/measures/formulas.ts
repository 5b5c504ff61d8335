/** Cells of one row of the appendix workbook's matrix, and columns of its sources, as formulas name them. */
export interface RowRefs {
  readonly id: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly result: string;
  readonly reported: string;
  readonly nothingArose: string;
  readonly obliged: string;
  readonly sources: SourceColumns;
}

/** One line of the sources is one reported figure: row, agency, its cells, and whether the agency reaches its own level (1 or 0). */
export interface SourceColumns {
  readonly row: string;
  readonly agency: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string;
  /** The day on which what is stated was done. */
  readonly on: string;
  readonly meets: string;
}

/** The figures of a row for the whole province. `pooled`: the rate over all agencies, for information. */
export interface Totals<T> {
  readonly numerator: T;
  readonly denominator: T;
  readonly result: T;
  readonly pooled: T;
}

/** Null where the kind has no such figure. */
export type TotalFormulas = Totals<string | null>;
/** What the formulas give: an empty text where there is no result yet. */
export type TotalValues = Totals<number | string | null>;

/** A ratio without a result. */
export const NO_RATIO: TotalValues = { numerator: '', denominator: '', result: '', pooled: null };

export const sumFormula = ({ id, sources }: RowRefs, column: 'numerator' | 'denominator' | 'value' | 'on', more = ''): string =>
  `SUMIFS(${sources[column]},${sources.row},${id}${more})`;

export const countFormula = ({ id, sources }: RowRefs, more: string): string => `COUNTIFS(${sources.row},${id}${more})`;

/** Only the lines of one agency. */
export const agencyCriterion = ({ sources }: RowRefs, agency: string): string => `,${sources.agency},"${agency}"`;

export const blankIf = (condition: string, formula: string): string => `IF(${condition},"",${formula})`;

/** Nothing where no agency has reported. */
export const blankUnlessReported = ({ reported }: RowRefs, formula: string): string => blankIf(`${reported}=0`, formula);

/** Numerator over denominator, both of the same row. */
export const quotient = ({ numerator, denominator }: RowRefs): string => blankIf(`${denominator}=""`, `${numerator}/${denominator}`);

/** Agencies that are asked: those where something arose. */
export const askedAgencies = ({ obliged, nothingArose }: RowRefs): string => `${obliged}-${nothingArose}`;
