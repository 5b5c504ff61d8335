import { groupsReceived, metAmong } from '../../../../core/overview/group-standings.ts';
import type { JoinedIndicator } from '../../../../core/overview/joined-rows.ts';
import { Bullet } from '../../../ui/charts/bullet.tsx';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';

/** Of each group of agencies how many have reported, and how many indicators it meets by itself. */
export function GroupsPart({ query, go, plan, agencies, matrix, due }: DeskProps & { readonly due: readonly JoinedIndicator[] }) {
  const groups = groupsReceived(plan.agencyGroups, agencies, matrix);
  return (
    <section aria-labelledby="ov-groups">
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
              Chỉ tiêu tự đạt
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, members, received }) => {
            const { met, judged } = metAmong(due, new Set(members.map(({ id }) => id)));
            return (
              <tr key={group.id}>
                <th scope="row">
                  <a {...linkTo(query, go, { khoi: group.id })}>{group.name}</a>
                </th>
                <td class="drawn">
                  <Bullet
                    value={received}
                    target={members.length}
                    end={members.length}
                    label={`${group.name}: ${received} trên ${members.length} đơn vị đã báo cáo`}
                  />
                </td>
                <td class="number">
                  {received}/{members.length}
                </td>
                <td class="number">{judged === 0 ? '–' : `${met}/${judged}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet">Chỉ tiêu tự đạt: tính riêng số liệu của khối, trên số chỉ tiêu khối có số liệu.</p>
    </section>
  );
}
