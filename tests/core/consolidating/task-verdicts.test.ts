import { rowVerdict, taskVerdict } from '../../../core/consolidating/task-row.ts';
import type { Day } from '../../../core/day.ts';
import type { Task } from '../../../core/plan/plan.ts';
import type { Status } from '../../../core/tables/tasks/status.ts';
import { plan } from '../../support/a-form.ts';

const period = (year: string) => year as Parameters<typeof taskVerdict>[2];
const aTask = (kind: string, due: string | null): Task =>
  ({ ...plan.tasks[0]!, schedule: { ...plan.tasks[0]!.schedule, kind, due } }) as Task;

test.each<[string, string | null, Status | undefined, string, string, string]>([
  ['continuous', '2030-12-31', 'done', '2026', '2026-11-20', 'done-this-year'],
  ['continuous', '2030-12-31', 'done', '2030', '2030-11-20', 'done'],
  ['continuous', '2030-12-31', 'done', '2031', '2031-11-20', 'done'],
  ['continuous', null, 'done', '2026', '2026-11-20', 'done'],
  ['conditional', '2030-12-31', 'done', '2026', '2026-11-20', 'done'],
  ['continuous', '2026-06-30', 'in-progress', '2026', '2026-06-30', 'in-progress'],
  ['continuous', '2026-06-30', 'in-progress', '2026', '2026-07-01', 'late'],
  ['continuous', '2026-06-30', 'not-relevant', '2026', '2026-07-01', 'not-relevant'],
  ['continuous', '2026-06-30', undefined, '2026', '2026-07-01', 'not-reported'],
  ['conditional', null, 'not-started', '2026', '2026-11-20', 'awaiting-guidance'],
  ['conditional', null, 'in-progress', '2026', '2026-11-20', 'in-progress'],
  ['conditional', '2030-12-31', 'not-started', '2026', '2026-11-20', 'not-started'],
  ['continuous', null, 'not-started', '2026', '2026-11-20', 'not-started'],
])('a %s task due %s that is said to be %s in %s, read on %s, is %s', (kind, due, status, year, today, wanted) => {
  expect(taskVerdict(aTask(kind, due), status, period(year), today as Day)).toBe(wanted);
});

test.each<[Parameters<typeof rowVerdict>[0], string]>([
  [[], 'not-relevant'],
  [['not-relevant', 'not-relevant'], 'not-relevant'],
  [['not-reported', 'not-relevant'], 'not-reported'],
  [['done', 'not-relevant'], 'done'],
  [['done', 'done-this-year'], 'done-this-year'],
  [['done', 'done', 'late'], 'late'],
  [['done', 'not-reported'], 'in-progress'],
  [['done-this-year', 'not-started'], 'in-progress'],
  [['in-progress', 'not-started'], 'in-progress'],
  [['awaiting-guidance', 'not-started'], 'awaiting-guidance'],
  [['not-started', 'not-reported'], 'not-started'],
])('a row of which the agencies are %j is %s', (verdicts, wanted) => {
  expect(rowVerdict(verdicts)).toBe(wanted);
});
