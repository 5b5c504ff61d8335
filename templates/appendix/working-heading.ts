import type { AppendixRequest } from './appendix-request.ts';
import { cell } from './columns.ts';
import { LOOK } from './looks.ts';
import { asOfText, issuerName } from './official-text.ts';
import type { Row } from './spreadsheet/cell.ts';

/** Title, whose it is and as of when: the head of a sheet that explains the official ones. Texts run on over the empty cells to their right. */
export function workingHeading(
  title: string,
  { obligations: { plan, period }, matrix }: AppendixRequest,
  notes: readonly string[] = [],
): Row[] {
  return [
    { height: 22, cells: [cell(`${title} NĂM ${period}`, LOOK.title)] },
    ...[`${issuerName(plan)}. ${asOfText(plan, matrix)}`, ...notes].map((text) => ({ height: 16, cells: [cell(text, LOOK.note)] })),
  ];
}

/** What stands at the foot of each page. */
export const footOf = ({ obligations: { plan, period } }: AppendixRequest, right: string) => ({
  left: `${issuerName(plan)} - Kỳ báo cáo ${period}`,
  right,
});
