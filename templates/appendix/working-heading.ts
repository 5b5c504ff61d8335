import { cellName } from '../../core/grid.ts';
import { periodName, shortPeriodName } from '../../core/wording/period-names.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import { CELL_PADDING, pointsOf } from '../style/row-height.ts';
import { textWidth } from '../style/text-width.ts';
import { SIZE } from '../style/type.ts';
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
 * Title, whose it is and as of when, and notes: the head of a sheet that explains the official ones. Texts run on over the empty cells to
 * their right; where one is wider than all these columns, and would be cut off on paper, they are wrapped over them.
 */
export function workingHeading(
  title: string,
  request: HeadedRequest,
  { notes = [], widths }: { readonly notes?: readonly string[]; readonly widths: readonly number[] },
): MergedRows {
  const { plan, period } = request.obligations;
  const width = widths.reduce((sum, one) => sum + one, 0);
  const texts = [`${issuerName(plan)}. ${asOfText(plan, request.matrix)}`, ...notes];
  const isWide = texts.some((text) => textWidth(text, SIZE.table, 'regular') > pointsOf(width) - CELL_PADDING);
  const lines = texts.map((text): Row => {
    const cells = [cell(text, isWide ? LOOK.wrappedNote : LOOK.note)];
    return { height: isWide ? heightOf(cells, [width]) : 16, cells };
  });
  return {
    rows: [{ height: 22, cells: [cell(`${title} ${periodName(period).toUpperCase()}`, LOOK.title)] }, ...lines],
    merges: isWide ? lines.map((_, k) => `${cellName(k + 2, 1)}:${cellName(k + 2, widths.length)}`) : [],
  };
}

/** What stands at the foot of each page. */
export const pageFooter = ({ obligations: { plan, period } }: HeadedRequest, right: string) => ({
  left: `${issuerName(plan)} - Kỳ báo cáo ${shortPeriodName(period)}`,
  right,
});
