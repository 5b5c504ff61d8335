import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Period, Plan, RowId } from '../../core/plan.ts';
import type { ReportEnvelope, StatusLine } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import { troubleText } from '../api/trouble.ts';
import { type ReviewPart, reviewParts } from './review-parts.ts';
import { type Act, useAct } from './use-act.ts';
import { type Remarks, useRemarks } from './use-remarks.ts';

/** What is known of a report before it is opened; a lead learns its state only from the report. */
export type Standing = Pick<StatusLine, 'agency' | 'version' | 'at' | 'by'> & { readonly state: StatusLine['state'] | null };

interface Request {
  readonly api: Api;
  readonly plan: Plan;
  readonly period: Period;
  readonly isOpen: boolean;
  readonly standing: Standing;
  readonly reload: () => Promise<void>;
  /** Before anything is asked anew: the button that had the focus is shut now. */
  readonly onDecided?: () => void;
}

/** One agency's report under review: what is on screen, what is being remarked, and the decision. */
export interface Review {
  readonly envelope: ReportEnvelope | null;
  readonly parts: readonly ReviewPart[];
  readonly trouble: string | null;
  readonly act: Act;
  /** The version on screen: it stays until the reviewer asks for a newer one, so that nothing is decided unseen and no remark is lost. */
  readonly seen: number | null;
  readonly isOld: boolean;
  readonly seeNewest: () => void;
  readonly canDecide: boolean;
  readonly remarks: Remarks;
  /** Null where no remark may be written. */
  readonly onRemarks: ((remarks: Remarks) => void) | null;
  /** How many rows have a remark. */
  readonly many: number;
  /** `told` says in a sentence what was decided. */
  readonly decide: (decision: 'accept' | 'return', told: string) => Promise<void>;
}

export function useReview({ api, plan, period, isOpen, standing, reload, onDecided }: Request): Review {
  const { agency, version, state } = standing;
  const act = useAct();
  const [envelope, setEnvelope] = useState<ReportEnvelope | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [remarks, setRemarks] = useRemarks(period, agency);
  const [decided, setDecided] = useState(0);
  const [seen, setSeen] = useState(version);
  useEffect(() => {
    if (seen === null) return;
    void api.version(period, agency, seen).then((answer) => {
      if (answer.ok) setEnvelope(answer.value.value);
      else setTrouble(troubleText(answer.error));
    });
  }, [api, period, agency, seen, state, decided]);
  // Once for a report, not at every key of a remark.
  const parts = useMemo(() => (envelope ? reviewParts(envelope, plan) : []), [envelope, plan]);
  const isOld = version !== seen;
  const canDecide = isOpen && envelope !== null && !isOld;
  const written = Object.entries(remarks).filter(([, text]) => text?.trim()) as [RowId, string][]; // keys are rows
  return {
    envelope,
    parts,
    trouble,
    act,
    seen,
    isOld,
    seeNewest: () => setSeen(version),
    canDecide,
    remarks,
    onRemarks: canDecide || isOld ? setRemarks : null,
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
