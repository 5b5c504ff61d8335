import { useMemo, useRef, useState } from 'preact/hooks';
import { typedOf } from '../../../../core/entering/typed-of-report.ts';
import { type TypedRows, withTyped } from '../../../../core/entering/typed-rows.ts';
import { withFix } from '../../../../core/entering/with-fix.ts';
import type { Fix } from '../../../../core/fixing/fix.ts';
import type { Field } from '../../../../core/layout.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { useAfterPress } from '../../../ui/after-press.ts';
import { checkContextOf } from '../../../ui/check-context.ts';
import { sameSitter } from '../../../ui/own-key.ts';
import { keepTypedDraft, type TypedDraft, typedDraftOf } from '../../../ui/typed-drafts.ts';
import { useToday } from '../../../ui/use-today.ts';
import type { AgencyPeriod } from '../agency-period.ts';
import { type Judged, judge } from './judge.ts';
import { useOnlyTab } from './only-tab.ts';

/** A report that is being filled in, and what can be done with it. */
export interface Entering {
  readonly typed: TypedRows;
  readonly judged: Judged;
  /** The version in force over which it is written. */
  readonly over: number | null;
  /** Whether the last change was kept; null before anything changed. */
  readonly isKept: boolean | null;
  readonly isHere: boolean;
  readonly takeOver: () => void;
  readonly type: (row: RowId, field: Field, text: string) => void;
  readonly clear: (row: RowId) => void;
  readonly fix: (fix: Fix) => void;
  /** What begins anew from the version in force. */
  readonly startOver: () => void;
  /** Whether the hand has left the field, or its row: nobody is told of a fault while still typing. */
  readonly isLeft: (row: RowId, field: Field | null) => boolean;
  readonly leave: (row: RowId, field: Field | null) => void;
  readonly leaveAll: () => void;
}

/** Begins with the draft of before, else with the version in force, else with nothing. */
export function useEntry(place: AgencyPeriod): Entering {
  const { ground, agency, inForce } = place;
  const { period } = ground.period;
  const [draft, setDraft] = useState<TypedDraft>(() => typedDraftOf(agency, period) ?? begun(place));
  const [isKept, setKept] = useState<boolean | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const now = useRef(draft);
  // Whoever is just leaving keeps nothing any more: it would be kept as the work of somebody else whose key is on this machine.
  const [isSame] = useState(sameSitter);
  const put = (next: TypedDraft): void => {
    now.current = next;
    setDraft(next);
    setKept(isSame() && keepTypedDraft(agency, period, next));
  };
  const change = (typed: TypedRows): void => put({ ...now.current, typed, keptAt: new Date().toISOString() });
  const tab = useOnlyTab(agency, period, () => now.current, put);
  const against = useMemo(() => checkContextOf(ground, agency, inForce), [ground, agency, inForce]);
  const today = useToday(ground.plan.reporting.utcOffset);
  const judged = useMemo(() => judge(draft.typed, against), [draft.typed, against, today]);
  const afterPress = useAfterPress();
  const add = (...names: readonly string[]): void => setLeft((before) => new Set([...before, ...names]));
  return {
    typed: draft.typed,
    judged,
    over: draft.over,
    isKept,
    isHere: tab.isHere,
    takeOver: () => {
      const kept = typedDraftOf(agency, period);
      if (kept) put(kept);
      tab.takeOver();
    },
    type: (row, field, text) => change(withTyped(now.current.typed, row, field, text)),
    clear: (row) => change({ ...now.current.typed, [row]: {} }),
    fix: ({ changes }) => change(withFix(now.current.typed, changes, judged.reading.places)),
    startOver: () => {
      put(begun(place));
      setLeft(new Set());
    },
    isLeft: (row, field) => left.has(ALL) || left.has(row) || (field !== null && left.has(`${row} ${field}`)),
    leave: (row, field) => afterPress(() => add(field === null ? row : `${row} ${field}`)),
    leaveAll: () => add(ALL),
  };
}

const ALL = '*';

const begun = ({ inForce }: AgencyPeriod): TypedDraft => ({
  typed: inForce ? typedOf(inForce.report) : {},
  over: inForce?.version ?? null,
  keptAt: new Date().toISOString(),
});
