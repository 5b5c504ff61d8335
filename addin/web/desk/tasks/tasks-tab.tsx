import { useMemo } from 'preact/hooks';
import { formatDate } from '../../../../core/format.ts';
import { TASK_SIGNS, TASK_WORDS } from '../../../../core/wording/labels.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { meeting } from '../../../ui/search.ts';
import { TASK_TONES } from '../../../ui/tone.ts';
import type { DeskProps } from '../desk-props.ts';
import { boardOf } from './board.ts';
import { TaskPanel } from './task-panel.tsx';
import './tasks.css';

/** The plan's tasks by status and due date; one that is chosen opens beside them. */
export function TasksTab(props: DeskProps) {
  const { query, go, matrix, plan } = props;
  const board = useMemo(() => boardOf(matrix.tasks, plan.tasks), [matrix, plan]);
  const meets = meeting(query.tim ?? '') ?? (() => true);
  const chosen = board.flatMap(({ tasks }) => tasks).find(({ row }) => row.id === query.dong);
  const shown = board
    .filter(({ verdict }) => !query.trangthai || verdict === query.trangthai)
    .map(({ verdict, tasks }) => ({
      verdict,
      tasks: tasks.filter(({ task, row }) => meets(`${citedIn(plan, row.id)} ${task.name} ${task.leadsText}`)),
    }))
    .filter(({ tasks }) => tasks.length > 0);
  const close = (): void => {
    const was = query.dong;
    go({ dong: null, donvi: null });
    document.querySelector<HTMLElement>(`[data-task="${was}"]`)?.focus();
  };
  return (
    <>
      <h2 class="visually-hidden">Nhiệm vụ của kế hoạch</h2>
      <search class="filters">
        <label>
          Tìm nhiệm vụ
          <input type="search" value={query.tim ?? ''} onInput={(event) => go({ tim: event.currentTarget.value }, 'replace')} />
        </label>
        <label>
          Tình trạng
          <select value={query.trangthai ?? ''} onChange={(event) => go({ trangthai: event.currentTarget.value })}>
            <option value="">Tất cả ({matrix.tasks.length})</option>
            {board.map(({ verdict, tasks }) => (
              <option key={verdict} value={verdict}>
                {TASK_SIGNS[verdict]} {TASK_WORDS[verdict]} ({tasks.length})
              </option>
            ))}
          </select>
        </label>
      </search>
      <div class={`side-by-side${chosen ? ' open' : ''}`}>
        <div class="board">
          {shown.length === 0 && <p>Không có nhiệm vụ nào khớp bộ lọc. Bỏ bớt điều kiện để xem thêm.</p>}
          {shown.map(({ verdict, tasks }) => (
            <section key={verdict} class={TASK_TONES[verdict]} aria-label={TASK_WORDS[verdict]}>
              <h3>
                <span aria-hidden="true">{TASK_SIGNS[verdict]}</span> {TASK_WORDS[verdict]} <span class="quiet">({tasks.length})</span>
              </h3>
              <ul>
                {tasks.map(({ row, task }) => (
                  <li key={row.id}>
                    <button
                      type="button"
                      class="names"
                      data-task={row.id}
                      aria-pressed={row.id === chosen?.row.id}
                      onClick={() => go({ dong: row.id, donvi: null })}
                    >
                      <span class="name">
                        <b>{citedIn(plan, row.id)}</b> {task.name}
                      </span>
                      <span class="quiet">
                        {row.due ? `Hạn ${formatDate(row.due)}` : 'Chưa định ngày'} ·{' '}
                        <span class="unbroken">
                          {row.coverage.reported}/{row.coverage.obliged} đơn vị đã báo cáo
                        </span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        {chosen && <TaskPanel key={chosen.row.id} {...props} chosen={chosen} onClose={close} />}
      </div>
    </>
  );
}
