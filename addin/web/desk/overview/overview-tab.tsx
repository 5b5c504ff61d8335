import { useMemo } from 'preact/hooks';
import type { PreviousResults } from '../../../../core/overview/change-since.ts';
import { dueIndicators, dueTasks } from '../../../../core/overview/joined-rows.ts';
import { isEarlier, type Period } from '../../../../core/plan/period.ts';
import { planIn } from '../../../../core/plan/plan-in.ts';
import { ok } from '../../../../core/result.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { ArrivalsPart } from './arrivals-part.tsx';
import { CallsPart } from './calls-part.tsx';
import { GroupsPart } from './groups-part.tsx';
import './overview.css';
import { ResultsPart } from './results-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { TasksPart } from './tasks-part.tsx';
import { WorstPart } from './worst-part.tsx';

/** The period for whoever has a minute: where indicators and tasks stand, who has reported, whom to call; on paper one page. */
export function OverviewTab(props: DeskProps) {
  const { matrix, plan } = props;
  const { last, previous } = usePrevious(props);
  const { due, tasks } = useMemo(() => {
    const judged = { obligations: { plan: planIn(plan, matrix.period) }, matrix };
    return { due: dueIndicators(judged), tasks: dueTasks(judged) };
  }, [matrix, plan]);
  return (
    <>
      <h2 class="visually-hidden">Tổng quan kỳ {shortPeriodName(matrix.period)}</h2>
      <div class="overview">
        <StandingPart {...props} due={due} last={last} previous={previous} />
        <div>
          <ResultsPart {...props} due={due} previous={previous} />
        </div>
        <div>
          <WorstPart {...props} due={due} />
          <GroupsPart {...props} due={due} />
        </div>
        <div>
          <TasksPart {...props} tasks={tasks} />
          <ArrivalsPart {...props} />
        </div>
        <div>
          <CallsPart {...props} />
        </div>
      </div>
    </>
  );
}

/** The last closed period of the same kind before this one, null where there is none; its results, null while they are being asked for. */
function usePrevious({ api, period, periods }: DeskProps): { readonly last: Period | null; readonly previous: PreviousResults | null } {
  const last = periods.findLast((one) => isEarlier(one.period, period) && one.state === 'closed')?.period ?? null;
  const asked = useAsked(async () => (last === null ? ok(null) : api.matrix(last, null)), [api, last]);
  return { last, previous: (last !== null && asked.value?.value) || null };
}
