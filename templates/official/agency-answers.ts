import { formatCount } from '../../core/format.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { OfficialColumn } from '../../core/report-text/official-table.ts';
import { rowFigureName, type TextPart } from '../../core/report-text/text-part.ts';
import { type AnyEntry, displayedValue, inputsIn } from '../../core/tables/inputs.ts';
import type { TableKind } from '../../core/tables/table-kind.ts';
import type { OfficialRequest } from './official-request.ts';

const MOST_LISTED = 3;

export interface AgencyAnswer {
  readonly agency: AgencyId;
  readonly text: string;
}

/** What each agency that answers for a row says of it, where it says anything, in the agencies' order. */
export function agencyAnswers(
  { obligations, reports }: Pick<OfficialRequest, 'obligations' | 'reports'>,
  kind: TableKind,
  textOf: (entry: AnyEntry) => string,
): (row: RowId) => AgencyAnswer[] {
  const { reporters, leads, optionalLeads } = obligations;
  const byAgency = new Map(reports.map((report) => [report.agency, report]));
  return (row) => {
    const agencies = kind === 'indicators' ? (reporters.get(row) ?? []) : [...(leads.get(row) ?? []), ...(optionalLeads.get(row) ?? [])];
    return agencies.flatMap((agency): AgencyAnswer[] => {
      const entry: AnyEntry | undefined = byAgency.get(agency)?.[kind][row];
      const text = entry ? textOf(entry) : '';
      return text === '' ? [] : [{ agency, text }];
    });
  };
}

/** A few answers each on its line; their number (`many`) where they are many, as a figure of the row. */
export function answersInBrief(
  answers: readonly AgencyAnswer[],
  { row, field, many }: { row: RowId; field: string; many: string },
): TextPart[] {
  if (answers.length > MOST_LISTED) return [{ text: formatCount(answers.length), name: rowFigureName(row, field) }, ` ${many}`];
  const text = answers.map((answer) => answer.text).join('\n');
  return text === '' ? [] : [{ text, name: rowFigureName(row, field) }];
}

/** The columns of what agencies say that an official table shows as it is. */
export const answerColumns = <T extends { readonly row: { readonly id: RowId } }>(
  request: OfficialRequest,
  kind: TableKind,
): OfficialColumn<T>[] =>
  inputsIn(kind).flatMap((column) => {
    const { field, header, appendix } = column;
    if (appendix === 'none' || appendix.shows !== 'answers') return [];
    const answers = agencyAnswers(request, kind, (entry) => displayedValue(entry, column));
    return [
      {
        key: field,
        header,
        align: 'left',
        weight: 'regular',
        says: ({ row }: T) => answersInBrief(answers(row.id), { row: row.id, field, many: 'đơn vị nêu' }),
      },
    ];
  });
