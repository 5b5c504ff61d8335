import type { Workbook } from '../grid.ts';
import type { Obligations } from '../plan/obligations.ts';
import { type AppendixLayout, indicatorAppendix, taskAppendix } from './appendix.ts';
import { recogniseTable } from './recognise-table.ts';
import type { AppendixFound, FoundTable, Recognition } from './recognition.ts';

/**
 * Finds the plan's appendix tables in a workbook that is no form, under any sheet title and at any place, and what each row of them
 * is. Diacritics count; between alike rows and between alike sheets nothing is guessed: a person decides.
 */
export function recognise(workbook: Workbook, obligations: Obligations): Recognition {
  const [indicators, tasks] = [indicatorAppendix(obligations), taskAppendix(obligations)];
  return { indicators: found(workbook, indicators, tasks), tasks: found(workbook, tasks, indicators) };
}

function found({ grids }: Workbook, appendix: AppendixLayout, other: AppendixLayout): AppendixFound {
  const tables = grids.map((grid) => recogniseTable(grid, appendix, other)).filter(holdsRows);
  const visible = tables.filter(({ hidden }) => !hidden);
  const [only, ...others] = visible.length > 0 ? visible : tables;
  return { tables, suggested: others.length === 0 ? (only ?? null) : null };
}

const holdsRows = (table: FoundTable | null): table is FoundTable =>
  table !== null && [...table.matches.values()].some(({ kind }) => kind !== 'absent');
