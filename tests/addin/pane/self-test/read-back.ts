import { type Area, cellAt } from '../../../../core/grid.ts';
import { outcomeOf, type ScenarioContext } from './scenario.ts';
import type { Json } from './transcript.ts';

/** The cells of an area of the scratch sheet (or of another of this run) row by row, each as `shown`. */
export async function readBack({ port, sheet }: Pick<ScenarioContext, 'port' | 'sheet'>, area: Area, shown: Shown = plain): Promise<Json> {
  return outcomeOf(await port.read(), ({ grids }) => {
    const grid = grids.find(({ title }) => title === sheet);
    return Array.from({ length: area.bottom - area.top + 1 }, (_, k) => {
      const row = grid?.rows.find(({ number }) => number === area.top + k);
      return Array.from({ length: area.right - area.left + 1 }, (_, n) => shown(row && cellAt(row, area.left + n)));
    });
  });
}

type Shown = (cell: ReturnType<typeof cellAt>) => Json;

const plain: Shown = (cell) => cell?.value ?? (cell?.error ? { error: cell.error } : null);

/** A cell's value with what its number format makes of it. */
export const withFormat: Shown = (cell) => (cell ? { value: cell.value, format: cell.format } : null);
