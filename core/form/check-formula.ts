import { type Check, checksOf, errorValueText, RIGHT } from './check-list.ts';
import type { CellOf } from './condition.ts';
import type { RowShape } from './row-shape.ts';
import type { RowValues } from './row-values.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The live formula of "Kiểm tra" in a row of this shape. */
export const checkFormula = (shape: RowShape, cell: CellOf): string =>
  `IFERROR(${nested(checksOf(shape), cell)},${quoted(errorValueText())})`;

function nested(checks: readonly Check[], cell: CellOf): string {
  return checks.reduceRight((otherwise, [condition, then]) => {
    const said = typeof then === 'string' ? quoted(then) : nested(then, cell);
    return `IF(${condition.formula(cell)},${said},${otherwise})`;
  }, quoted(RIGHT));
}

/** What that formula gives for these values: stored beside it for programs that do not calculate. */
export const checkText = (shape: RowShape, values: RowValues): string => spoken(checksOf(shape), values);

function spoken(checks: readonly Check[], values: RowValues): string {
  const then = checks.find(([condition]) => condition.holds(values))?.[1] ?? RIGHT;
  return typeof then === 'string' ? then : spoken(then, values);
}

/** The longest text that "Kiểm tra" can give in a row of this shape; rows are made high enough for it. */
export const longestCheck = (shape: RowShape): string => said(checksOf(shape)).reduce((one, two) => (two.length > one.length ? two : one));

const said = (checks: readonly Check[]): string[] => checks.flatMap(([, then]) => (typeof then === 'string' ? [then] : said(then)));

/** The live formula of "Tỷ lệ": nothing until both counts are numbers and the second is above zero. */
export function rateFormula(cell: CellOf): string {
  const [part, whole] = [cell('numerator'), cell('denominator')];
  return `IF(AND(ISNUMBER(${part}),ISNUMBER(${whole})),IF(${whole}>0,${part}/${whole},""),"")`;
}

/** What that formula gives for these values. */
export function rateOf({ numerator, denominator }: RowValues): number | '' {
  return typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0 ? numerator / denominator : '';
}
