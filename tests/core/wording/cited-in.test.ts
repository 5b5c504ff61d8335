import type { Plan } from '../../../core/plan/plan.ts';
import { citedAs, citedIn } from '../../../core/wording/names.ts';
import { defaultPlan } from '../../../seeds/plan.ts';

const rows = (...ids: readonly string[]) => ids.map((id) => ({ id })) as never;

test('rows of two tables that are numbered alike are told apart by their tables', () => {
  const plan = { indicators: rows('B1.1', 'B1.2', 'K2.1'), tasks: rows('B3.7', 'B4.8') } as Pick<Plan, 'indicators' | 'tasks'>;
  expect(['B1.1', 'B1.2', 'K2.1', 'B3.7'].map((id) => citedIn(plan, id as never))).toEqual(['B1.1', '2', 'K2.1', '7']);
});

test('where no two are alike, rows are called as officials cite them', () => {
  const plan = defaultPlan();
  for (const { id } of [...plan.indicators, ...plan.tasks]) expect(citedIn(plan, id)).toBe(citedAs(id));
});
