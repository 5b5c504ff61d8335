import { groupRates, rateText } from '../../../../core/overview/group-rates.ts';
import { metAmong } from '../../../../core/overview/group-standings.ts';
import type { JoinedIndicator } from '../../../../core/overview/joined-rows.ts';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { capital } from '../../../../core/wording/capital.ts';
import { Bullet } from '../../../ui/charts/bullet.tsx';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { inGroup } from '../group-filter.tsx';

/** Of each group of agencies how many have reported, how many in time, and how many indicators it meets by itself. */
export function GroupsPart({ query, go, plan, agency, agencies, status, due }: DeskProps & { readonly due: readonly JoinedIndicator[] }) {
  const groups = groupRates(plan.agencyGroups, agency, status);
  return (
    <section class="by-group" aria-labelledby="ov-groups">
      <h3 id="ov-groups">Theo khối đơn vị</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Khối</th>
            <th scope="col">Biểu đồ</th>
            <th scope="col" class="number">
              Đã báo cáo
            </th>
            <th scope="col" class="number">
              Đúng hạn
            </th>
            <th scope="col" class="number">
              Chỉ tiêu tự đạt
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, obliged, received, onTime }) => {
            const members = agencies.filter(inGroup(plan, group?.id)).map(({ id }) => id);
            const { met, judged } = metAmong(due, new Set(members));
            const name = group?.name ?? capital(wholeOf(plan));
            return (
              <tr key={group?.id ?? ''}>
                <th scope="row">{group ? <a {...linkTo(query, go, { khoi: group.id })}>{name}</a> : name}</th>
                <td class="drawn">
                  <Bullet
                    value={received}
                    target={obliged}
                    end={obliged}
                    label={`${name}: ${received} trên ${obliged} đơn vị đã báo cáo`}
                  />
                </td>
                <td class="number">{rateText(received, obliged)}</td>
                <td class="number">{rateText(onTime, obliged)}</td>
                <td class="number">{judged === 0 || !group ? '–' : `${met}/${judged}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet">Chỉ tiêu tự đạt: tính riêng số liệu của khối, trên số chỉ tiêu khối có số liệu.</p>
    </section>
  );
}
