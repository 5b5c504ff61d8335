import { compare, fraction, toNumber } from '../../../../core/fraction.ts';
import { measureOf } from '../../../../core/measures/measure-of.ts';
import { pointsText } from '../../../../core/measures/points-text.ts';
import { changeSince, type PreviousResults } from '../../../../core/overview/change-since.ts';
import { resultAmong } from '../../../../core/overview/group-standings.ts';
import type { JoinedIndicator } from '../../../../core/overview/joined-rows.ts';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { briefPeriodName } from '../../../../core/wording/period-names.ts';
import { VerdictBadge } from '../../../ui/badge.tsx';
import { Bullet } from '../../../ui/charts/bullet.tsx';
import { resultText } from '../../../ui/result-text.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { GroupFilter, inGroup } from '../group-filter.tsx';
import { PassportLink } from '../passport/passport-link.tsx';

interface Props extends DeskProps {
  readonly due: readonly JoinedIndicator[];
  readonly previous: PreviousResults | null;
}

/** Each indicator's result against its target, of all agencies or of one group beside them. */
export function ResultsPart({ query, go, period, plan, agencies, due, previous }: Props) {
  const group = plan.agencyGroups.find(({ id }) => id === query.khoi) ?? null;
  const members = group && new Set<string>(agencies.filter(inGroup(plan, group.id)).map(({ id }) => id));
  return (
    <section class="results" aria-labelledby="ov-results">
      <h3 id="ov-results">Kết quả so với mục tiêu{group && `: ${group.name}`}</h3>
      <search class="filters">
        <GroupFilter {...{ query, go, plan }} />
        <p class="quiet key">
          Thanh đậm: kết quả{group && ' của khối'}. Vạch đứng: mục tiêu.{group && ` Vòng tròn: ${wholeOf(plan)}.`}
        </p>
      </search>
      <table>
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col">Biểu đồ</th>
            <th scope="col" class="number">
              Kết quả / mục tiêu
            </th>
            {previous && (
              <th scope="col" class="number">
                So với {briefPeriodName(previous.period)}
              </th>
            )}
            <th scope="col">Đánh giá</th>
          </tr>
        </thead>
        <tbody>
          {due.map((joined) => (
            <ResultRow key={joined.row.id} {...{ query, go, period, plan, joined, previous, members }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends Pick<DeskProps, 'query' | 'go' | 'period' | 'plan'> {
  readonly joined: JoinedIndicator;
  readonly previous: PreviousResults | null;
  /** Of the chosen group; null for all. */
  readonly members: ReadonlySet<string> | null;
}

function ResultRow({ query, go, period, plan, joined, previous, members }: RowProps) {
  const { indicator, row } = joined;
  const { scale, target, resultOf, goal } = measureOf(indicator);
  const whole = resultOf(row.result);
  const shown = members ? resultAmong(joined, members) : whole;
  const text = shown?.text ?? (row.result && members ? 'không tính riêng' : '–');
  const bound = goal(indicator.targetText);
  const numberOf = (value: typeof shown): number | null => (value?.value ? toNumber(value.value) : null);
  return (
    <tr>
      <th scope="row">
        <span class="name">
          <a {...linkTo(query, go, { the: 'ma-tran', dong: row.id, donvi: null })}>{citedIn(plan, row.id)}</a> {indicator.name}
        </span>
      </th>
      <td class="drawn">
        <Bullet
          value={numberOf(shown)}
          target={toNumber(target)}
          beside={members ? numberOf(whole) : null}
          end={scale.end}
          label={`${citedIn(plan, row.id)}: kết quả ${text}, mục tiêu ${bound}`}
        />
      </td>
      <td class="number">
        <b>
          {members ? (
            text
          ) : (
            <PassportLink {...{ query, go, period }} row={row.id}>
              {text}
            </PassportLink>
          )}
        </b>{' '}
        <span class="quiet">/ {bound}</span>
        {members && shown && <span class="quiet whole-result"> ({resultText(indicator, row.result)})</span>}
      </td>
      {previous && <td class="number">{changeText(joined, previous)}</td>}
      <td>
        <VerdictBadge verdict={row.verdict} />
        {row.provisional && row.result && (
          <>
            {' '}
            <span class="quiet provisional">tạm tính</span>
          </>
        )}
      </td>
    </tr>
  );
}

/** "tăng 2,5", "giảm 1" in the unit of the row; an en dash where there is nothing to compare. */
function changeText(joined: JoinedIndicator, previous: PreviousResults): string {
  const change = changeSince(joined, previous);
  if (!change) return '–';
  const direction = compare(change, fraction(0));
  if (direction === 0) return 'không đổi';
  return `${direction > 0 ? 'tăng' : 'giảm'} ${pointsText(direction > 0 ? change : fraction(-change.num, change.den))}`;
}
