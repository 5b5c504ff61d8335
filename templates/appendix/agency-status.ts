import { daysBetween } from '../../core/day.ts';
import { formatCount } from '../../core/format.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
import type { AppendixRequest, ProblemCount } from './appendix-request.ts';

/** Words of the state of an agency's report; the first ones need somebody to act. */
export const AGENCY_STATE_WORDS = {
  missing: '○ Chưa gửi',
  faulty: '✕ Có lỗi, chưa tính',
  received: '✓ Đã gửi',
} as const;
export type AgencyState = keyof typeof AGENCY_STATE_WORDS;
const ORDER: readonly AgencyState[] = ['missing', 'faulty', 'received'];

/** How an agency's report of the period stands. */
export interface AgencyStatus {
  readonly agency: Agency;
  readonly state: AgencyState;
  readonly at: Date | null;
  readonly indicators: Filled;
  readonly tasks: Filled;
  readonly problems: ProblemCount | null;
  readonly note: string;
}

interface Filled {
  filled: number;
  owed: number;
}

/** Every agency once: those whose report is missing first, in the agencies' own order. */
export function agencyStatuses(request: AppendixRequest): AgencyStatus[] {
  const { obligations, matrix, receivedAt, problems } = request;
  const missing = new Set<string>(matrix.agencies.missing);
  const indicators = filledRows(matrix.indicators, obligations.reporters, ({ state }) => state !== 'not-reported');
  const tasks = filledRows(matrix.tasks, obligations.leads, ({ verdict }) => verdict !== 'not-reported');
  const statuses = obligations.agencies.map((agency): AgencyStatus => {
    const found = problems?.get(agency.id) ?? null;
    const isFaulty = request.unreadable?.has(agency.id) || (found?.errors ?? 0) > 0;
    const state = !missing.has(agency.id) ? 'received' : isFaulty ? 'faulty' : 'missing';
    const at = receivedAt?.get(agency.id) ?? null;
    return {
      agency,
      state,
      at,
      indicators: indicators.get(agency.id) ?? { filled: 0, owed: 0 },
      tasks: tasks.get(agency.id) ?? { filled: 0, owed: 0 },
      problems: found,
      note: noteOf(request, agency.id, state, { at, found }),
    };
  });
  return ORDER.flatMap((state) => statuses.filter((status) => status.state === state));
}

/** Rows that each agency owes and has filled, counted over the matrix once. */
function filledRows<C>(
  rows: readonly { readonly id: RowId; readonly cells: Readonly<Partial<Record<string, C>>> }[],
  owing: ReadonlyMap<RowId, readonly AgencyId[]>,
  isFilled: (cell: C) => boolean,
): Map<string, Filled> {
  const counts = new Map<string, Filled>();
  for (const { id, cells } of rows) {
    for (const agency of owing.get(id) ?? []) {
      const one = cells[agency];
      const count = counts.get(agency) ?? { filled: 0, owed: 0 };
      counts.set(agency, count);
      count.owed++;
      if (one !== undefined && isFilled(one)) count.filled++;
    }
  }
  return counts;
}

function noteOf(
  { obligations: { plan, period }, unreadable }: AppendixRequest,
  agency: AgencyId,
  state: AgencyState,
  { at, found }: { readonly at: Date | null; readonly found: ProblemCount | null },
): string {
  if (state === 'faulty' && unreadable?.has(agency)) return 'Đã gửi; báo cáo lưu trữ không đọc được, cần gửi lại.';
  if (state === 'faulty') return 'Cần sửa lỗi rồi gửi lại.';
  if (state === 'missing') return found ? 'Biểu không có số liệu.' : '';
  const late = at ? daysBetween(deadlineOf(plan, period), localDay(at, plan.reporting.utcOffset)) : 0;
  return late > 0 ? `Sau hạn ${formatCount(late)} ngày` : '';
}
