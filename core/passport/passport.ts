import { formatPercentNumber } from '../format.ts';
import type { IndicatorCell, Matrix, Source, TaskCell } from '../matrix.ts';
import { measureOf } from '../measures/measure-of.ts';
import { dueIndicators, dueTasks, type JoinedIndicator, type JoinedTask } from '../overview/joined-rows.ts';
import type { Agency, AgencyId } from '../plan/agency.ts';
import { type Plan, type RowId, wholeOf } from '../plan/plan.ts';
import { CELL_STATE_WORDS, TASK_WORDS, VERDICT_WORDS } from '../wording/labels.ts';
import { methodText } from '../wording/method-text.ts';
import { TASK_METHOD } from '../wording/task-method.ts';
import { taskUsedIn, usedIn } from './used-in.ts';

/** What one agency puts into a row's figure, and where that stands. */
export interface PassportPart {
  readonly agency: AgencyId;
  readonly says: string;
  readonly use: string;
  /** Null where the agency has said nothing. */
  readonly source: Source | null;
}

/** Where a row's figure comes from: how it is made, and of what. */
export interface Passport {
  readonly row: RowId;
  readonly name: string;
  /** "94,96%"; of a task its verdict. Null where there is none yet. */
  readonly result: string | null;
  readonly counts: string | null;
  readonly verdict: string;
  readonly target: string;
  readonly method: string;
  readonly why: string;
  readonly parts: readonly PassportPart[];
}

/** What passports are made of: a matrix under the plan as its period is judged by, and the agencies by their ids. */
export interface PassportGround {
  readonly obligations: { readonly plan: Plan; readonly agency: ReadonlyMap<string, Agency> };
  readonly matrix: Matrix;
}

/** The passport of every row that the period asks for, indicators first, in the plan's order. */
export const passportsOf = (ground: PassportGround): Passport[] => [
  ...dueIndicators(ground).map((joined) => indicatorPassport(joined, ground)),
  ...dueTasks(ground).map((joined) => taskPassport(joined, ground)),
];

/** That of one row; null where the period does not ask for it, or the matrix does not show it. */
export function passportOf(ground: PassportGround, row: string): Passport | null {
  const indicator = dueIndicators(ground).find((one) => one.row.id === row);
  if (indicator) return indicatorPassport(indicator, ground);
  const task = dueTasks(ground).find((one) => one.row.id === row);
  return task ? taskPassport(task, ground) : null;
}

function indicatorPassport(joined: JoinedIndicator, { obligations: { plan, agency } }: PassportGround): Passport {
  const { indicator, row } = joined;
  const { resultOf, goal, figure } = measureOf(indicator);
  const judged = resultOf(row.result);
  const nameOf = (id: string): string => agency.get(id)?.name ?? id;
  return {
    row: row.id,
    name: indicator.name,
    result: judged?.text ?? null,
    counts: judged?.counts ?? null,
    verdict: VERDICT_WORDS[row.verdict],
    target: goal(indicator.targetText),
    method: methodText(indicator, { agency, whole: wholeOf(plan), reporter: null }),
    why: row.why.sentence,
    parts: partsOf<IndicatorCell>(row.cells, agency, (cell, id) => ({
      says: cell.state === 'reported' ? figure.fullText(cell) : CELL_STATE_WORDS[cell.state],
      use: usedIn(joined, cell, { id }, { nameOf, plan }),
    })),
  };
}

const taskPassport = ({ task, row }: JoinedTask, { obligations: { agency } }: PassportGround): Passport => ({
  row: row.id,
  name: task.name,
  result: TASK_WORDS[row.verdict],
  counts: null,
  verdict: TASK_WORDS[row.verdict],
  target: task.timeframeText,
  method: TASK_METHOD,
  why: row.why.sentence,
  parts: partsOf<TaskCell>(row.cells, agency, (cell) => ({
    says: [TASK_WORDS[cell.verdict], ...(cell.percent === undefined ? [] : [formatPercentNumber(cell.percent)])].join(', '),
    use: taskUsedIn(cell),
  })),
});

/** The parts of a row in the agencies' order. */
function partsOf<C extends { readonly source?: Source | undefined }>(
  cells: Readonly<Partial<Record<AgencyId, C>>>,
  agencies: ReadonlyMap<string, Agency>,
  tell: (cell: C, agency: AgencyId) => Pick<PassportPart, 'says' | 'use'>,
): PassportPart[] {
  return [...agencies.values()].flatMap(({ id }): PassportPart[] => {
    const cell = cells[id];
    return cell ? [{ agency: id, ...tell(cell, id), source: cell.source ?? null }] : [];
  });
}
