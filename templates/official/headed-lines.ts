import { titleEnd } from '../../core/form/heading-text.ts';
import type { SheetLayout } from '../../core/layout.ts';
import type { OfficialLine, OfficialTable } from '../../core/report-text/official-table.ts';
import type { OfficialRequest } from './official-request.ts';

/** Writes one table of the plan as it is signed. */
export type TableWriter = (request: OfficialRequest, layout: SheetLayout) => OfficialTable;

/** What stands above a table of the plan. */
export function headOfTable(
  { obligations, head }: OfficialRequest,
  { table }: SheetLayout,
): Pick<OfficialTable, 'heading' | 'titles' | 'attached'> {
  const { plan, period } = obligations;
  const { heading = '', title = '' } = plan.appendices.find(({ id }) => id === table) ?? {};
  return { heading, titles: [title, titleEnd(period)], attached: head.attached };
}

/** A heading of the plan and its number. */
interface HeadingAbove {
  readonly id: string;
  readonly tt: string;
  readonly title: string;
}

/** Rows with the headings above them, the widest first: each is said where it begins. */
export function headedLines<Row, T>(
  rows: readonly Row[],
  lineOf: (row: Row) => { readonly line: OfficialLine<T>; readonly above: readonly HeadingAbove[] },
): OfficialLine<T>[] {
  let last: readonly string[] = [];
  return rows.flatMap((row) => {
    const { line, above } = lineOf(row);
    const first = above.findIndex(({ id }, k) => id !== last[k]);
    last = above.map(({ id }) => id);
    const begun = first < 0 ? [] : above.slice(first);
    return [...begun.map(({ tt, title }) => ({ heading: { tt, title } })), line];
  });
}
