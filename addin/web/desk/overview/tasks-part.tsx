import type { JoinedTask } from '../../../../core/overview/joined-rows.ts';
import { tasksByDue } from '../../../../core/overview/tasks-by-due.ts';
import { verdictCounts } from '../../../../core/overview/verdict-counts.ts';
import { TASK_SIGNS, TASK_WORDS } from '../../../../core/wording/labels.ts';
import { ShareBar } from '../../../ui/charts/share-bar.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { TASK_TONES } from '../../../ui/tone.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';

/** The plan's tasks by how they stand, and by the year in which they are due. */
export function TasksPart({ query, go, tasks }: DeskProps & { readonly tasks: readonly JoinedTask[] }) {
  const kinds = verdictCounts(tasks, TASK_WORDS).filter(({ count }) => count > 0);
  const said = kinds.map(({ verdict, count }) => `${TASK_WORDS[verdict]}: ${count}`).join('; ');
  return (
    <section aria-labelledby="ov-tasks">
      <h3 id="ov-tasks">{tasks.length} nhiệm vụ theo tình trạng và hạn</h3>
      <ShareBar
        shares={kinds.map(({ verdict, count }) => ({ id: verdict, tone: TASK_TONES[verdict], sign: TASK_SIGNS[verdict], count }))}
        label={`Nhiệm vụ theo tình trạng. ${said}`}
      />
      <ScrollBox label="Nhiệm vụ theo tình trạng và năm đến hạn">
        <table>
          <thead>
            <tr>
              <th scope="col">Tình trạng</th>
              {tasksByDue(tasks).map(({ year }) => (
                <th key={year} scope="col" class="number">
                  {year === null ? 'Chưa định ngày' : `Hạn ${year}`}
                </th>
              ))}
              <th scope="col" class="number">
                Cộng
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ verdict, count }) => (
              <tr key={verdict}>
                <th scope="row">
                  <a {...linkTo(query, go, { the: 'nhiem-vu', trangthai: verdict, khoi: null })}>
                    <span aria-hidden="true">{TASK_SIGNS[verdict]}</span> {TASK_WORDS[verdict]}
                  </a>
                </th>
                {tasksByDue(tasks).map(({ year, counts }) => (
                  <td key={year} class="number">
                    {counts.find((one) => one.verdict === verdict)?.count || '–'}
                  </td>
                ))}
                <td class="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
