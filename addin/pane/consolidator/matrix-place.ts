import { cellAt, type Workbook } from '../../../core/grid.ts';
import type { Agency } from '../../../core/plan/agency.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import type { Place } from '../../excel/port.ts';
import { CODES_ROW, periodInHeading } from './matrix-layout.ts';

/** Whose figure of which row a cell of a matrix's sheet is. */
export interface MatrixPlace {
  readonly period: string;
  readonly row: RowId;
  readonly agency: Agency;
  /** What the sheet says there: it may be older than the service's figure, or typed over. */
  readonly value: string | number | boolean | null;
}

const ROW = /^PL1\./;

/** Reads the cell's meaning from the sheet's own codes, so that it holds after the pane or the file was shut; null anywhere else. */
export function matrixPlace({ grids }: Workbook, { sheet, row, column }: Place, agencies: ReadonlyMap<string, Agency>): MatrixPlace | null {
  const grid = grids.find(({ title }) => title === sheet);
  const textAt = (line: number, at: number) => {
    const found = grid?.rows.find(({ number }) => number === line);
    return (found && cellAt(found, at)?.value) ?? null;
  };
  const period = periodInHeading(String(textAt(1, 1) ?? ''));
  const code = String(textAt(row, 1) ?? '');
  const agency = agencies.get(String(textAt(CODES_ROW, column) ?? ''));
  if (period === null || row <= CODES_ROW || !ROW.test(code) || !agency) return null;
  return { period, row: code as RowId, agency, value: textAt(row, column) }; // the pattern of our own codes
}
