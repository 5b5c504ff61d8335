import { RULES } from '../rules/rules.ts';
import { blank, type Condition } from './condition.ts';
import { STEPS } from './live-check.ts';
import { INPUTS, type RowShape } from './row-shape.ts';

/** A sentence for a condition that holds, or further checks that then decide alone. The first condition that holds speaks. */
export type Check = readonly [Condition, string | readonly Check[]];

/** What "Kiểm tra" says when nothing is wrong. */
export const RIGHT = '✓';

/** What it says when a cell of the row shows an error value. */
export const CELL_ERROR = RULES.flatMap(({ live }) => live?.anyError ?? []).join(' ');

/** The checks of each kind of row in the order in which they speak: those of the rules, each once. */
export const CHECKS: Readonly<Record<RowShape, readonly Check[]>> = {
  counts: checksOf('counts'),
  answer: checksOf('answer'),
  level: checksOf('level'),
  task: checksOf('task'),
  'sole-task': checksOf('sole-task'),
  // a task that concerns the agency only perhaps is no debt until the agency says something of it
  'optional-task': [[blank(...INPUTS['optional-task']), ''], ...checksOf('optional-task')],
};

function checksOf(shape: RowShape): Check[] {
  const all = new Set(RULES.flatMap(({ live }) => live?.[shape] ?? [])); // rules of a family share theirs
  return STEPS.flatMap(({ steps, onlyIf }): Check[] => {
    const checks = steps.flatMap((step) => [...all].filter(({ at }) => at === step).map(({ when, says }) => [when, says] as const));
    return onlyIf && checks.length > 0 ? [[onlyIf(shape), checks]] : checks;
  });
}
