import { cellName } from '../../core/grid.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { reportHead } from '../../core/report-text/paper-head.ts';
import { sheetsOf } from '../../core/tables/sheets-of.ts';
import type { SheetLink, SheetToWrite } from '../../xlsx/write/sheet.ts';
import type { OfficialRequest } from '../official/official-request.ts';
import { planTable } from '../official/plan-tables.ts';
import type { AppendixRequest } from './appendix-request.ts';
import type { MatrixPlaces } from './matrix-sheet.ts';
import { officialSheet } from './official-sheet.ts';

/**
 * The tables of the plan as they are signed. The codes beside them, which are not printed, lead to the figure in the matrix sheet, those of
 * tasks to the first answer (LibreOffice does not wrap a cell that is a link itself). Rows of another phase stand below what is printed.
 */
export function officialSheets(
  { obligations, matrix, received, signing = {} }: AppendixRequest,
  places: MatrixPlaces,
  firstAnswerTo: (task: string) => string | null,
): SheetToWrite[] {
  const head = reportHead(obligations.plan, obligations.agency, signing);
  const request: OfficialRequest = { obligations, matrix, reports: received.map(({ report }) => report), head, rows: 'due' };
  const results = new Map(matrix.indicators.filter(({ result }) => result !== null).map(({ id }) => [id as string, id]));
  const linkOf = (row: string, from: string): SheetLink[] => {
    const id: RowId | undefined = results.get(row);
    const to = id === undefined ? firstAnswerTo(row) : places.cell(id, 'result').replaceAll('$', '');
    return to === null ? [] : [{ from, to }];
  };
  return sheetsOf(obligations.plan).map((layout) =>
    officialSheet({
      title: layout.title,
      table: planTable(request, layout),
      notPrinted: planTable({ ...request, rows: 'not-due' }, layout).lines,
      links: (row, at) => linkOf(row, cellName(at, 1)),
    }),
  );
}
