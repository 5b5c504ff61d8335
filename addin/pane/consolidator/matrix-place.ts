import type { Agency } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import { RowId } from '../../../core/plan/plan.ts';
import type { CellPosition, ChosenCell, ExcelValue } from '../../excel/port.ts';
import { CODES_ROW, periodInHeading } from './matrix-layout.ts';

/** Whose figure of which row a cell of a matrix's sheet is. */
export interface MatrixPlace {
  readonly period: Period;
  readonly row: RowId;
  readonly agency: Agency;
  /** What the sheet says there: it may be older than the service's figure, or typed over. */
  readonly value: ExcelValue;
}

/**
 * The cells that say what a cell of a matrix's sheet means: the heading, the code of its row, the code of its agency; last the cell itself.
 */
export const cellsOfMeaning = ({ row, column }: CellPosition): readonly CellPosition[] => [
  { row: 1, column: 1 },
  { row, column: 1 },
  { row: CODES_ROW, column },
  { row, column },
];

/**
 * Reads a chosen cell's meaning from the sheet's own codes (the values of `cellsOfMeaning`), so that it holds after the sheet was
 * sorted, or the pane or the file was shut; null anywhere else.
 */
export function matrixPlace({ row, values }: ChosenCell, agencies: ReadonlyMap<string, Agency>): MatrixPlace | null {
  const [heading, rowCode, agencyCode, value = null] = values;
  const period = periodInHeading(String(heading ?? ''));
  const code = String(rowCode ?? '');
  const agency = agencies.get(String(agencyCode ?? ''));
  if (period === null || row <= CODES_ROW || !RowId.safeParse(code).success || !agency) return null;
  return { period, row: code as RowId, agency, value }; // the pattern of our own codes
}
