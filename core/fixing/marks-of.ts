import { areaOfAddress } from '../address.ts';
import type { Finding } from '../findings/finding.ts';
import { type Cell, cellAt, type Workbook } from '../grid.ts';
import { findingNote, fixedNote } from '../wording/fixes.ts';
import type { CellChange, CellMark } from './workbook-fix.ts';

/** The marks of a fixed workbook: what each fixed cell held `before`, and the errors and warnings that are left. */
export function marksOf(changes: readonly CellChange[], before: Pick<Workbook, 'grids'>, left: readonly Finding[]): readonly CellMark[] {
  const fixed = changes.map(
    ({ sheet, cell }): CellMark => ({ sheet, cell, kind: 'fixed', text: fixedNote(cellNamed(before, sheet, cell)) }),
  );
  const remaining = left.flatMap((finding): readonly CellMark[] => {
    const { severity, sheet, cell } = finding;
    if (severity === 'hint' || sheet === undefined || cell === undefined) return [];
    return [{ sheet, cell, kind: severity, text: findingNote(finding) }];
  });
  return [...fixed, ...remaining];
}

function cellNamed({ grids }: Pick<Workbook, 'grids'>, sheet: string, name: string): Cell | undefined {
  const { top, left } = areaOfAddress(name) ?? { top: 0, left: 0 };
  const row = grids.find(({ title }) => title === sheet)?.rows.find(({ number }) => number === top);
  return row && cellAt(row, left);
}
