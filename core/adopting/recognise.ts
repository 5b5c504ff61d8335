import type { Workbook } from '../grid.ts';
import type { Obligations } from '../plan/obligations.ts';
import { appendixLayouts } from './appendix.ts';
import { recogniseTable } from './recognise-table.ts';
import type { AppendixFound, FoundTable, Recognition } from './recognition.ts';

/**
 * Finds the plan's tables in a workbook that is no form, under any sheet title and at any place, and what each row of them is. Diacritics
 * count; between alike rows and between alike sheets nothing is guessed: a person decides.
 */
export function recognise({ grids }: Workbook, obligations: Obligations): Recognition {
  const appendices = appendixLayouts(obligations);
  return appendices.map((appendix): AppendixFound => {
    const others = appendices.filter((one) => one !== appendix);
    const tables = grids.map((grid) => recogniseTable(grid, appendix, others)).filter(holdsRows);
    const visible = tables.filter(({ hidden }) => !hidden);
    const [only, ...rivals] = visible.length > 0 ? visible : tables;
    return { layout: appendix.layout, tables, suggested: rivals.length === 0 ? (only ?? null) : null };
  });
}

const holdsRows = (table: FoundTable | null): table is FoundTable =>
  table !== null && [...table.matches.values()].some(({ kind }) => kind !== 'absent');
