import { useMemo } from 'preact/hooks';
import { dueIndicators, dueTasks } from '../../../../core/overview/joined-rows.ts';
import { planIn } from '../../../../core/plan/plan-in.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import type { DeskProps } from '../desk-props.ts';
import { usePrevious } from '../use-previous.ts';
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
