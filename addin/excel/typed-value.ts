/** Texts that Excel keeps as they are: they begin with a letter and are no truth value, no month and no error. */
const KEPT = /^(?!(?:true|false)\s*$)(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\p{L}/iu;

/**
 * What to hand to Excel so that the cell holds just this value: a text is parsed as if it were typed in the US ("9/10" is a date,
 * "=A1" a formula, "12,5" may be 125) unless an apostrophe stands before it, which Excel takes away.
 */
export function typedValue(value: string | number | boolean | null): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'string' || value === '' || KEPT.test(value)) return value;
  return `'${value}`;
}
