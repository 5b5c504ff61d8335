import type { ShownRemark } from '../../contract/report-envelope.ts';
import { type Agencies, type AgencyId, agencyName } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { AnsweredRow, Head, RowRemark } from '../store/rows.ts';

type RowTexts = Readonly<Partial<Record<RowId, string>>>;

/** Who remarks something, and when. */
export interface Remarker {
  readonly by: AgencyId;
  readonly at: Date;
}

/** Each reviewer has one remark at a row: a new one takes the place of its own, and stands behind those of the others. */
export function withRemarks(before: Head['remarks'], texts: RowTexts, remarker: Remarker): Head['remarks'] {
  const added = (Object.entries(texts) as [RowId, string][]).map(([row, text]) => [row, withRemark(before[row], text, remarker)]);
  return { ...before, ...Object.fromEntries(added) };
}

/** The same of one place, be it a row or the report as a whole. */
export const withRemark = (before: readonly RowRemark[] | undefined, text: string, { by, at }: Remarker): RowRemark[] => [
  ...(before ?? []).filter((one) => one.by !== by),
  { by, text, at: at.toISOString() },
];

/** The remarks as they are told, by row: one alone as it was written, several each under the name of who made it. */
export const remarkTexts = (remarks: Head['remarks'], agencies: Agencies): RowTexts =>
  Object.fromEntries(Object.entries(remarks).map(([row, all = []]) => [row, remarkText(all, agencies)]));

export function remarkText(all: readonly RowRemark[], agencies: Agencies): string {
  if (all.length === 1) return all[0]?.text ?? '';
  return all.map(({ by, text }) => (by === null ? text : `${agencyName(agencies, by)}: ${text}`)).join('\n');
}

/** Remarks as they go over the wire, with who made them, when, and which version answered them. */
export interface ShownRemarks {
  readonly remarks: Readonly<Partial<Record<RowId, ShownRemark>>>;
  readonly remark?: ShownRemark;
}

export function shownRemarks(
  { remarks, remark }: Pick<AnsweredRow, 'remarks' | 'remark'>,
  answered: number | null,
  agencies: Agencies,
): ShownRemarks {
  const said = (all: readonly RowRemark[]): ShownRemark => ({
    text: remarkText(all, agencies),
    by: all.flatMap(({ by }) => by ?? []).join('; '),
    at:
      all
        .map(({ at = '' }) => at)
        .sort()
        .at(-1) ?? '',
    answered,
  });
  const rows = Object.entries(remarks).map(([row, all = []]) => [row, said(all)]);
  return { remarks: Object.fromEntries(rows), ...(remark && { remark: said(remark) }) };
}
