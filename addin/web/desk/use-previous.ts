import { withSuccessors } from '../../../core/consolidating/with-successors.ts';
import type { Matrix } from '../../../core/matrix.ts';
import { isEarlier, type Period } from '../../../core/plan/period.ts';
import { ok } from '../../../core/result.ts';
import { useAsked } from '../../ui/use-asked.ts';
import type { DeskProps } from './desk-props.ts';

interface Previous {
  /** The last closed period of the same kind before this one; null where there is none. */
  readonly last: Period | null;
  /** Its figures; null while they are being asked for, or not wanted. An agency that succeeds others has the sum of theirs. */
  readonly previous: Matrix | null;
}

/** What the last closed period came to, to be set beside this one; asked for when it is first wanted. */
export function usePrevious({ api, period, periods, register }: DeskProps, isWanted = true): Previous {
  const last = periods.findLast((one) => isEarlier(one.period, period) && one.state === 'closed')?.period ?? null;
  const wanted = isWanted ? last : null;
  const asked = useAsked(async () => {
    const answer = wanted === null ? null : await api.matrix(wanted, null);
    if (answer === null) return ok(null);
    return answer.ok ? ok(answer.value && withSuccessors(answer.value.value, register)) : answer;
  }, [api, wanted, register]);
  return { last, previous: wanted === null ? null : asked.value };
}
