import { cellName } from '../../core/grid.ts';
import { periodName, shortPeriodName } from '../../core/wording/period-names.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import type { HeadedRequest } from './appendix-request.ts';
import { asOfText, issuerName } from './as-of-text.ts';
import { cell, heightOf } from './columns.ts';
import { LOOK } from './looks.ts';

/** Rows of which each part goes over several columns, with the merges that this takes. */
export interface MergedRows {
  readonly rows: readonly Row[];
  readonly merges: readonly string[];
}

/**
 * Title, whose it is and as of when: the head of a sheet that explains the official ones. Texts run on over the empty cells to their right.
 */
export function workingHeading(
  title: string,
  { obligations: { plan, period }, matrix }: HeadedRequest,
  notes: readonly string[] = [],
): Row[] {
  return [
    { height: 22, cells: [cell(`${title} ${periodName(period).toUpperCase()}`, LOOK.title)] },
    ...[`${issuerName(plan)}. ${asOfText(plan, matrix)}`, ...notes].map((text) => ({ height: 16, cells: [cell(text, LOOK.note)] })),
  ];
}

/** The same over the first columns alone: they are printed on every page, and a text that ran on would be cut off there. */
export function narrowHeading(
  title: string,
  request: HeadedRequest,
  { notes, widths }: { readonly notes: readonly string[]; readonly widths: readonly number[] },
): MergedRows {
  const [first, ...rest] = workingHeading(title, request, notes);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const wrapped = rest.map(({ cells }): Row => {
    const texts = cells.map((one) => one && cell(one.value, LOOK.wrappedNote));
    return { height: heightOf(texts, [width]), cells: texts };
  });
  return {
    rows: [...(first ? [first] : []), ...wrapped],
    merges: wrapped.map((_, k) => `${cellName(k + 2, 1)}:${cellName(k + 2, widths.length)}`),
  };
}

/** What stands at the foot of each page. */
export const pageFooter = ({ obligations: { plan, period } }: HeadedRequest, right: string) => ({
  left: `${issuerName(plan)} - Kỳ báo cáo ${shortPeriodName(period)}`,
  right,
});
