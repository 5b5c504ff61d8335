import { type Agencies, type AgencyId, agencyName } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Head, RowRemark } from '../store/rows.ts';

type RowTexts = Readonly<Partial<Record<RowId, string>>>;

/** Each reviewer has one remark at a row: a new one takes the place of its own, and stands behind those of the others. */
export function withRemarks(before: Head['remarks'], texts: RowTexts, by: AgencyId): Head['remarks'] {
  const added = (Object.entries(texts) as [RowId, string][]).map(([row, text]) => {
    const others = (before[row] ?? []).filter((one) => one.by !== by);
    return [row, [...others, { by, text }]];
  });
  return { ...before, ...Object.fromEntries(added) };
}

/** The remarks as they are told, by row: one alone as it was written, several each under the name of who made it. */
export const remarkTexts = (remarks: Head['remarks'], agencies: Agencies): RowTexts =>
  Object.fromEntries(Object.entries(remarks).map(([row, all = []]) => [row, textOf(all, agencies)]));

function textOf(all: readonly RowRemark[], agencies: Agencies): string {
  if (all.length === 1) return all[0]?.text ?? '';
  return all.map(({ by, text }) => (by === null ? text : `${agencyName(agencies, by)}: ${text}`)).join('\n');
}
