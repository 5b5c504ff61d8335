import type { Why } from '../../../../core/matrix.ts';
import { measureOf } from '../../../../core/measures/measure-of.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { planIn } from '../../../../core/plan/plan-in.ts';
import { PACE_WORDS } from '../../../../core/wording/labels.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { TaskBadge, VerdictBadge } from '../../../ui/badge.tsx';
import { countedOf } from '../../../ui/counted.ts';
import { plannedRows } from '../../../ui/planned-row.ts';
import { resultText } from '../../../ui/result-text.ts';
import { meeting } from '../../../ui/search.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { PassportLink } from '../passport/passport-link.tsx';
import './flags.css';

const MOST_NAMED = 5;

/** Every row that asks for attention, with its reason and the agencies behind it. */
export function FlagsTab({ query, agency, go, matrix, period, plan }: DeskProps) {
  const meets = meeting(query.tim ?? '') ?? (() => true);
  const indicators = plannedRows(matrix.indicators, planIn(plan, matrix.period).indicators).filter(({ row }) => row.why.flagged);
  const tasks = matrix.tasks.flatMap((row) => {
    const task = plan.tasks.find(({ id }) => id === row.id);
    return row.why.flagged && task ? [{ row, task }] : [];
  });
  const shown = {
    indicators: indicators.filter(({ row, indicator }) => meets(`${citedIn(plan, row.id)} ${indicator.name} ${row.why.sentence}`)),
    tasks: tasks.filter(({ row, task }) => meets(`${citedIn(plan, row.id)} ${task.name} ${row.why.sentence}`)),
  };
  const counts = [[indicators.length, 'chỉ tiêu'] as const, [tasks.length, 'nhiệm vụ'] as const];
  const flagged = countedOf(counts, ' và ', 'Không có chỉ tiêu, nhiệm vụ');
  const nameOf = (id: AgencyId): string => agency.get(id)?.shortName ?? id;
  const open = (row: RowId, the: string) => linkTo(query, go, { the, dong: row, donvi: null, tim: null });
  return (
    <>
      <h2>{flagged} cần chú ý</h2>
      <search class="filters">
        <label>
          Tìm trong cảnh báo
          <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
        </label>
        <p class="quiet count" role="status">
          Đang xem {shown.indicators.length + shown.tasks.length}
        </p>
      </search>
      {indicators.length + tasks.length === 0 && (
        <p>Chưa có dòng nào phải cảnh báo. Dòng không đạt, chưa đạt hoặc chậm tiến độ sẽ hiện ở đây khi có báo cáo.</p>
      )}
      <ul class="flags">
        {shown.indicators.map(({ row, indicator }) => (
          <li key={row.id}>
            <div class="row">
              <a {...open(row.id, 'ma-tran')}>Chỉ tiêu {citedIn(plan, row.id)}</a>
              <span>
                <b>
                  <PassportLink {...{ query, go, period }} row={row.id}>
                    {resultText(indicator, row.result)}
                  </PassportLink>
                </b>{' '}
                <span class="quiet">/ {measureOf(indicator).goal(indicator.targetText)}</span>
              </span>
              <VerdictBadge verdict={row.verdict} />
              {row.pace && <span class="quiet">{PACE_WORDS[row.pace]}</span>}
            </div>
            <p>{indicator.name}</p>
            <Reason why={row.why} nameOf={nameOf} />
          </li>
        ))}
        {shown.tasks.map(({ row, task }) => (
          <li key={row.id}>
            <div class="row">
              <a {...open(row.id, 'nhiem-vu')}>Nhiệm vụ {citedIn(plan, row.id)}</a>
              <TaskBadge verdict={row.verdict} />
            </div>
            <p>{task.name}</p>
            <Reason why={row.why} nameOf={nameOf} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Reason({ why, nameOf }: { readonly why: Why; readonly nameOf: (id: AgencyId) => string }) {
  const pulling = why.pulledDownBy ?? [];
  return (
    <>
      <p class="reason">{why.sentence}</p>
      {pulling.length > 3 && (
        <p class="quiet">
          Đơn vị làm giảm kết quả: {pulling.slice(0, MOST_NAMED).map(nameOf).join('; ')}
          {pulling.length > MOST_NAMED && ` và ${pulling.length - MOST_NAMED} đơn vị khác`}.
        </p>
      )}
    </>
  );
}
