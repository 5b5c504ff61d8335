import { oncePerObject } from '../once.ts';
import { RULES } from '../rules/rules.ts';
import { blank, type Condition } from './condition.ts';
import { type LiveCheck, STEPS } from './live-check.ts';
import { rowInputs } from './row-inputs.ts';
import type { RowShape } from './row-shape.ts';

/** A sentence for a condition that holds, or further checks that then decide alone. The first condition that holds speaks. */
export type Check = readonly [Condition, string | readonly Check[]];

/** What "Kiểm tra" says when nothing is wrong. */
export const RIGHT = '✓';

/** What it says when a cell of the row shows an error value. */
export const errorValueText = (): string =>
  RULES.flatMap(({ live }) => (typeof live === 'object' && live !== null ? live.anyError : [])).join(' ');

/** The checks of a row of this shape, in the order in which they speak. */
export const checksOf = oncePerObject((shape: RowShape): readonly Check[] => inSteps(shape, rowsChecks(shape)));

function rowsChecks(shape: RowShape): readonly LiveCheck[] {
  const inputs = rowInputs(shape);
  return [...shape.unread, ...RULES.flatMap(({ live }) => (typeof live === 'function' ? live(shape, inputs) : []))];
}

function inSteps(shape: RowShape, all: readonly LiveCheck[]): readonly Check[] {
  const checks = STEPS.flatMap(({ steps, onlyIf }): Check[] => {
    const own = steps.flatMap((step) => all.filter(({ at }) => at === step).map(({ when, says }) => [when, says] as const));
    return onlyIf && own.length > 0 ? [[onlyIf(shape), own]] : own;
  });
  // a row that concerns the agency only perhaps is no debt until the agency says something of it
  return shape.owed === 'perhaps' ? [[blank(...rowInputs(shape).all), ''], ...checks] : checks;
}
