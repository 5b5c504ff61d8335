import type { Field } from '../layout.ts';

/**
 * Number formats of the form's columns. Counts keep the general format: "9/10" typed there turns the cell into a date that everybody
 * sees and the reader refuses; under `#,##0` Excel keeps the format and shows 46.304.
 */
export const NUMBER_FORMATS: Readonly<Partial<Record<Field, string>>> = {
  rate: '0.00%',
  percent: '0%',
  issuedOn: 'dd/mm/yyyy',
};

/** Figures stand at the right. */
export const FIGURES: ReadonlySet<Field> = new Set<Field>(['numerator', 'denominator', 'rate', 'percent']);
/** What is centred in its column; all else stands at the left. */
export const CENTRED_FIELDS: ReadonlySet<Field> = new Set<Field>(['tt', 'target', 'timeframe', 'value', 'issuedOn', 'status', 'state']);
