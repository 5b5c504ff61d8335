import { useMemo, useState } from 'preact/hooks';
import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { StatusLine } from '../../contract/routes/get-status.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import { failed } from '../../core/result.ts';
import type { Api } from '../api/api.ts';
import { type ReviewSection, reviewSections } from './review-sections.ts';
import { type Act, useAct } from './use-act.ts';
import { type Asking, useAsked } from './use-asked.ts';
import { type Remarks, useRemarks } from './use-remarks.ts';

/** What is known of a report before it is opened; a lead learns its state only from the report. */
export type ReviewSubject = Pick<StatusLine, 'agency' | 'version' | 'at' | 'by'> & { readonly state: StatusLine['state'] | null };

interface Request {
  readonly api: Api;
  readonly plan: Plan;
  readonly period: Period;
  readonly isOpen: boolean;
  /** A lead decides on its rows alone, and never against a consolidator. */
  readonly role: 'consolidator' | 'lead';
  readonly subject: ReviewSubject;
  readonly reload: () => Promise<void>;
  /** Before anything is asked anew: the button that had the focus is shut now. */
  readonly onDecided?: () => void;
}

/** One agency's report under review: what is on screen, what is being remarked, and the decision. */
export interface Review {
  readonly envelope: ReportEnvelope | null;
  readonly parts: readonly ReviewSection[];
  /** As long as the report on screen is not the one that was asked for; null where there is none to ask for. */
  readonly asking: Asking | null;
  readonly act: Act;
  /** The version on screen: it stays until the reviewer asks for a newer one, so that nothing is decided unseen and no remark is lost. */
  readonly seen: number | null;
  readonly isOld: boolean;
  readonly seeNewest: () => void;
  readonly canDecide: boolean;
  /** Whether there is anything in the report that whoever reviews decides on. */
  readonly isConcerned: boolean;
  /** Why the report cannot be returned now, in a sentence; null where it can. */
  readonly whyNoReturn: string | null;
  readonly remarks: Remarks;
  /** Null where no remark may be written. */
  readonly onRemarks: ((remarks: Remarks) => void) | null;
  /** Whether a remark at the row is one that the report can be returned with. */
  readonly takesRemark: (row: RowId) => boolean;
  /** How many rows have a remark. */
  readonly many: number;
  /** `told` says in a sentence what was decided. */
  readonly decide: (decision: 'accept' | 'return', told: string) => Promise<void>;
}

export function useReview({ api, plan, period, isOpen, role, subject, reload, onDecided }: Request): Review {
  const { agency, version, state } = subject;
  const act = useAct();
  const [remarks, setRemarks] = useRemarks(period, agency);
  const [decided, setDecided] = useState(0);
  const [seen, setSeen] = useState(version);
  const asked = useAsked(
    () => (seen === null ? Promise.resolve(failed({ kind: 'stopped' } as const)) : api.version(period, agency, seen)),
    [api, period, agency, seen, state, decided],
  );
  const envelope = asked.value?.value ?? null;
  // Once for a report, not at every key of a remark.
  const parts = useMemo(() => (envelope ? reviewSections(envelope, plan) : []), [envelope, plan]);
  const isOld = version !== seen;
  // What was on screen stays there until the newer version has come: nobody decides on that one any more.
  const canDecide = isOpen && envelope?.version === seen && !isOld;
  const takesRemark = (row: RowId): boolean => role === 'consolidator' || holds(envelope?.report, row);
  const written = (Object.entries(remarks) as [RowId, string | undefined][]).filter(([row, text]) => text?.trim() && takesRemark(row)); // keys are rows
  const isSettled = role === 'lead' && envelope?.state === 'accepted';
  return {
    envelope,
    parts,
    asking: seen === null || (envelope !== null && !asked.refused && !asked.setback) ? null : asked,
    act,
    seen,
    isOld,
    seeNewest: () => setSeen(version),
    canDecide,
    isConcerned: parts.some(({ rows }) => rows.some(({ row }) => takesRemark(row))),
    whyNoReturn: isSettled ? SETTLED : written.length > 0 ? null : role === 'lead' ? NO_OWN_REMARK : NO_REMARK,
    remarks,
    onRemarks: (canDecide || isOld) && !isSettled ? setRemarks : null,
    takesRemark,
    many: written.length,
    decide: async (decision, told) => {
      if (!envelope) return;
      const review = { version: envelope.version, decision, remarks: decision === 'return' ? Object.fromEntries(written) : {} };
      if (!(await act.run(() => api.review(period, agency, review), told))) return;
      setRemarks({});
      setDecided(decided + 1);
      onDecided?.();
      await reload();
    },
  };
}

const SETTLED =
  'Cơ quan tổng hợp đã chấp nhận báo cáo này nên cơ quan chủ trì không trả lại được. Cần đơn vị sửa thì đề nghị cơ quan tổng hợp trả lại.';
const NO_OWN_REMARK = 'Ghi ý kiến ở ít nhất một dòng do cơ quan mình chủ trì mà đơn vị đã báo cáo để trả lại.';
const NO_REMARK = 'Ghi ý kiến ở ít nhất một dòng để trả lại.';

const holds = (report: ReportEnvelope['report'] | undefined, row: RowId): boolean =>
  report !== undefined && (report.indicators[row] ?? report.tasks[row]) !== undefined;
