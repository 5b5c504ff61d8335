import { useState } from 'preact/hooks';
import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { troubleText } from '../../../api/trouble.ts';
import type { DeskProps } from '../desk-props.ts';

/** A report that can be ticked. */
export type ReviewableLine = Pick<StatusLine, 'agency' | 'state' | 'version' | 'warnings'>;

/** The version that was on screen when an agency was ticked: one sent since then is not accepted unseen. */
type Chosen = ReadonlyMap<AgencyId, number | null>;

/** Reports that are ticked, and what became of those that were decided on together. */
export interface ManyReviews {
  readonly chosen: Chosen;
  readonly toggle: (line: ReviewableLine) => void;
  readonly chooseAll: (lines: readonly ReviewableLine[], ticked: boolean) => void;
  readonly waiting: boolean;
  /** What was done, in a sentence. */
  readonly done: string | null;
  readonly troubles: readonly string[];
  /** Accepts, or returns with one remark of all (at a row, where one is named). What a filter hides stays ticked. */
  readonly decide: (
    decision: 'accept' | 'return',
    of: readonly ReviewableLine[],
    said?: { readonly remark: string; readonly row?: RowId | undefined },
  ) => Promise<boolean>;
}

export function useManyReviews({ api, nameOf, period, reload }: Pick<DeskProps, 'api' | 'nameOf' | 'period' | 'reload'>): ManyReviews {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [done, setDone] = useState<string | null>(null);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState(false);
  return {
    ...{ chosen, done, troubles, waiting },
    toggle: (line) => setChosen((before) => withLines(before, [line], !before.has(line.agency))),
    chooseAll: (lines, ticked) => setChosen((before) => withLines(before, lines, ticked)),
    decide: async (decision, of, said) => {
      setWaiting(true);
      setDone(null);
      setTroubles([]);
      const reports = of.map(({ agency }) => ({ agency, version: chosen.get(agency) ?? 0 }));
      const answer = await api.reviewMany(period, decision, reports, said);
      setWaiting(false);
      if (!answer.ok) {
        setTroubles([troubleText(answer.error)]);
        return false;
      }
      const each = answer.value.value.reports;
      const good = each.filter((one) => 'state' in one).map((one) => nameOf(one.agency));
      setDone(good.length === 0 ? null : doneText(decision === 'accept' ? 'Đã chấp nhận' : 'Đã trả lại', good));
      setTroubles(each.flatMap((one) => ('detail' in one ? [`${nameOf(one.agency)}: ${one.detail}`] : [])));
      setChosen((before) => withLines(before, of, false));
      await reload();
      return good.length > 0;
    },
  };
}

/** More names than these nobody reads; the list itself shows whose they are. */
const MOST_NAMED = 5;

/** "Đã chấp nhận: Đơn vị A; Đơn vị B." Of very many their number alone. */
const doneText = (word: string, names: readonly string[]): string =>
  names.length > MOST_NAMED ? `${word} báo cáo của ${names.length} đơn vị.` : `${word}: ${names.join('; ')}.`;

function withLines(chosen: Chosen, lines: readonly ReviewableLine[], ticked: boolean): Chosen {
  const next = new Map(chosen);
  for (const { agency, version } of lines) {
    if (ticked) next.set(agency, version);
    else next.delete(agency);
  }
  return next;
}

/** A report that is there can be returned; one that waits to be reviewed can be accepted too. */
export const isDecidable = ({ state }: ReviewableLine): boolean => state === 'submitted' || state === 'accepted';
