import type { Source } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell } from './columns.ts';
import { LOOK } from './looks.ts';
import { serialOf } from './moment.ts';

interface Sourced {
  readonly agency: AgencyId;
  readonly source: Source | undefined;
}

/** Where something was read from; `stored`: also the version that a server keeps, who sent it, and the number of its receipt. */
export function whereItStands<T>(
  { obligations: { plan, agency: agencies }, receipts = new Map() }: AppendixRequest,
  stored: boolean,
  of: (item: T) => Sourced,
): Column<T>[] {
  const { utcOffset } = plan.reporting;
  const sourceOf = (item: T): Source => of(item).source ?? {};
  const columns: Column<T>[] = [
    { key: 'file', header: 'Tệp', width: 33, cell: (item) => cell(sourceOf(item).file ?? null, LOOK.freeText) },
    { key: 'sheet', header: 'Trang tính', width: 11, cell: (item) => cell(sourceOf(item).sheet ?? null, LOOK.line) },
    { key: 'cell', header: 'Ô', width: 7, cell: (item) => cell(sourceOf(item).cell ?? null, LOOK.line) },
  ];
  if (!stored) return columns;
  return [
    ...columns,
    { key: 'version', header: 'Lần nộp', width: 7, cell: (item) => cell(sourceOf(item).version ?? null, LOOK.centred) },
    {
      key: 'at',
      header: 'Thời điểm',
      width: 16,
      cell: (item) => {
        const { at } = sourceOf(item);
        return cell(at ? serialOf(new Date(at), utcOffset) : null, LOOK.time);
      },
    },
    {
      key: 'by',
      header: 'Người gửi',
      width: 22,
      cell: (item) => {
        const { by } = sourceOf(item);
        return cell(by === undefined ? null : (agencies.get(by)?.shortName ?? by), LOOK.freeText);
      },
    },
    {
      key: 'receipt',
      header: 'Biên nhận',
      width: 12,
      cell: (item) => {
        const { agency, source } = of(item);
        return cell(source ? (receipts.get(agency) ?? null) : null, LOOK.line);
      },
    },
  ];
}
