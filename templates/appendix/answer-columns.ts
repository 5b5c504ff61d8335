import { formatCount } from '../../core/format.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type AnyEntry, displayedValue, inputsIn } from '../../core/tables/inputs.ts';
import type { TableKind } from '../../core/tables/table-kind.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell } from './columns.ts';
import { LOOK } from './looks.ts';

const MOST_LISTED = 3;

/** What a row's agencies say of it: each where they are a few, their number (`many`) where they are many; null where none says anything. */
export function agencyAnswers(
  { obligations, received }: AppendixRequest,
  kind: TableKind,
  { textOf, many }: { readonly textOf: (entry: AnyEntry) => string; readonly many: string },
): (row: RowId) => string | null {
  const { reporters, leads, optionalLeads } = obligations;
  const reports = new Map(received.map(({ report }) => [report.agency, report]));
  return (row) => {
    const agencies = kind === 'indicators' ? (reporters.get(row) ?? []) : [...(leads.get(row) ?? []), ...(optionalLeads.get(row) ?? [])];
    const entries = agencies.flatMap((agency): AnyEntry[] => {
      const entry = reports.get(agency)?.[kind][row];
      return entry ? [entry] : [];
    });
    const texts = entries.map(textOf).filter((text) => text !== '');
    if (texts.length === 0) return null;
    return texts.length > MOST_LISTED ? `${formatCount(texts.length)} ${many}` : texts.join('\n');
  };
}

/** The columns of what agencies say that an official table shows as it is. */
export const answerColumns = <T extends { readonly row: { readonly id: RowId } }>(request: AppendixRequest, kind: TableKind): Column<T>[] =>
  inputsIn(kind).flatMap((column) => {
    const { field, header, appendix } = column;
    if (appendix === 'none' || appendix.shows !== 'answers') return [];
    const answers = agencyAnswers(request, kind, { textOf: (entry) => displayedValue(entry, column), many: 'đơn vị nêu' });
    return [{ key: field, header, width: appendix.width, cell: ({ row }: T) => cell(answers(row.id), LOOK.freeText) }];
  });
