import type { AgencyCells, MeasuredCell } from './measure.ts';

/** The cell of the agency that states a row's figure; null where it is not among those asked. */
export const cellBy = (statedBy: string, cells: AgencyCells): MeasuredCell | null =>
  cells.find(([agency]) => agency === statedBy)?.[1] ?? null;

/** The same where it holds a figure. */
export function reportedBy(statedBy: string, cells: AgencyCells): MeasuredCell | null {
  const cell = cellBy(statedBy, cells);
  return cell?.state === 'reported' ? cell : null;
}
