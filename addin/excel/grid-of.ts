import type { Area, Cell, Grid, GridRow } from '../../core/grid.ts';
import { formatOfValue, parseFormat } from '../../core/number-format.ts';

/** A block of cells as Excel gives it; `top` and `left` from 1. */
export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly types: readonly (readonly string[])[];
}

/** How the text of a cell looks: struck out as a whole, or otherwise in its parts. */
export interface TextLook {
  readonly struck?: true;
  readonly mixed?: true;
}

/** The look of a cell of the sheet, rows and columns from 1; null where it is like any other. */
export type LookAt = (row: number, column: number) => TextLook | null;

/** What is known of a sheet besides its cells. */
export interface SheetFacts {
  readonly title: string;
  readonly hidden: boolean;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly lookAt: LookAt;
}

/** The grid that the server's reader would give of the same sheet. Blocks follow one another downwards. */
export const gridOf = ({ title, hidden, merges, hiddenRows, lookAt }: SheetFacts, blocks: readonly CellBlock[]): Grid => ({
  title,
  hidden,
  rows: blocks.flatMap((block) => rowsOf(block, hiddenRows, lookAt)),
  merges,
});

function rowsOf(block: CellBlock, hiddenRows: ReadonlySet<number>, lookAt: LookAt): GridRow[] {
  return block.values.flatMap((values, k) => {
    const number = block.top + k;
    const cells = values.flatMap((value, n) => {
      const cell = cellOf(value, block.formulas[k]?.[n], block.types[k]?.[n], block.formats[k]?.[n], block.left + n);
      const look = cell && cell.value !== null ? lookAt(number, cell.column) : null;
      return cell ? [look ? { ...cell, ...look } : cell] : [];
    });
    return cells.length > 0 ? [{ number, hidden: hiddenRows.has(number), cells }] : [];
  });
}

function cellOf(value: unknown, formula: unknown, type: string | undefined, code: unknown, column: number): Cell | null {
  // A text that begins with "=" is its own "formula"; a real formula is never equal to its result.
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  if (value === '' && !isFormula) return null;
  const pattern = parseFormat(String(code ?? ''));
  const plain = typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '');
  return {
    column,
    ...(type === 'Error' ? { value: null, error: String(value) } : { value: plain, error: null }),
    format: formatOfValue(pattern, plain),
    formula: isFormula,
    ...(isFormula && { formulaText: formula.slice(1) }),
    ...(pattern.plainly === null && { pattern }),
  };
}
