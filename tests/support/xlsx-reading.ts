import { cellName, type Grid, type Workbook } from '../../core/grid.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';

/** The workbook of a file that must be readable. */
export function workbookOf(bytes: Uint8Array): Workbook {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`);
  return read.value;
}

/** `{ A1: 'text', B1: 5 }` of a file's first sheet. */
export const valuesOf = (bytes: Uint8Array): Record<string, unknown> => valuesIn(workbookOf(bytes).grids[0]!);

export const valuesIn = (grid: Grid): Record<string, unknown> =>
  Object.fromEntries(
    grid.rows.flatMap(({ number, cells }) => cells.map((cell) => [cellName(number, cell.column), cell.error ?? cell.value])),
  );

/** Why a file that must be refused is refused: rule, facts, sheet. */
export function refusalOf(bytes: Uint8Array): Record<string, unknown> {
  const read = readWorkbook(bytes);
  if (read.ok) return { read: read.value };
  const { rule, facts, sheet } = read.error;
  return { rule, ...facts, ...(sheet === undefined ? {} : { sheet }) };
}
