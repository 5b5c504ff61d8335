import {
  colourEdits,
  columnAreas,
  conditionEdits,
  type FormBlock,
  lockEdits,
  lookEdits,
  ruleEdits,
  ruleFreeEdits,
} from '../adopting/form-block.ts';
import type { CellContent, NewCellLook, SheetEdit } from '../adopting/sheet-edit.ts';
import { formulaOf, isFigure } from '../form/live-formula.ts';
import { ownRowCell } from '../form/own-row.ts';
import { isOpen } from '../form/row-inputs.ts';
import { FORM_TYPE } from '../form/typeface.ts';
import { type Cell, cellName, type GridRow } from '../grid.ts';
import type { Field } from '../layout.ts';
import { parseFormat } from '../number-format.ts';
import { isFormFormula } from '../reading/form-formula.ts';
import { fieldCell, isFilled, type PlanTable } from '../reading/plan-table.ts';
import { changedText } from '../reading/plan-texts.ts';
import { formulasOf } from '../reading/read-inputs.ts';
import { otherRowNamed } from '../reading/row-mixed-up.ts';
import { scanRows } from '../reading/scan-rows.ts';
import type { DerivedColumn, TableColumn } from '../tables/column.ts';
import { isInput } from '../tables/inputs.ts';
import { completeTable } from './missing-headers.ts';
import type { Damage, FormRepair } from './repair.ts';
import type { FormRow } from './table-rows.ts';

/** One cell that is not as the form has it, and what stands there again. */
interface Mended {
  readonly damage: Damage;
  readonly edit: SheetEdit;
}

/** What a paste may have brought to a text; what is struck out, raised or lowered may be meant, and stays. */
const UPRIGHT: NewCellLook = { bold: false, italic: false, underline: false };

/**
 * Whether a cell says the same in this format: blank ones and texts do; a number does where both show it as it is stored, as the same kind.
 */
function readsAlike(cell: Cell | undefined, format: string): boolean {
  if (!cell || !isFilled(cell)) return true;
  if (cell.formula || cell.error !== null || typeof cell.value !== 'number') return typeof cell.value === 'string' && !cell.formula;
  const isWhole = cell.format !== 'percent' || Number.isInteger(Math.round(cell.value * 1e8) / 1e6); // 33,33 % would be shown as 33 %
  return cell.pattern === undefined && format !== TEXT && isWhole && parseFormat(format).plainly === cell.format;
}

const TEXT = '@';

/**
 * Brings one table back. In an adopted workbook, where the plan's columns are the agency's own and stand left of `Mã`, only the form's
 * columns are looked at, and its sheet is not protected.
 */
export function repairTable(found: PlanTable, rows: readonly FormRow[]): FormRepair {
  const completed = completeTable(found);
  const table: PlanTable = { ...found, columns: completed.columns };
  const { grid, layout, header } = table;
  const key = table.columns.id ?? 1;
  const own = layout.columns.filter(({ field }) => (table.columns[field] ?? 0) >= key);
  const isAdopted = layout.columns.some(({ field }) => (table.columns[field] ?? key) < key);
  const headerOf = (field: Field) => layout.columns.find((column) => column.field === field)?.header ?? field;
  const mended = (kind: 'header' | 'plan-text' | 'formula', row: number, field: Field, content: CellContent): Mended => {
    const column = table.columns[field] ?? key;
    const place = { sheet: grid.title, row, column };
    return {
      damage: { kind, sheet: grid.title, cell: cellName(row, column), header: headerOf(field) },
      edit: { kind: 'set-cells', ...place, cells: [[content]] },
    };
  };
  const scanned = scanRows(table, rows).rows;
  const standing = rows.flatMap((row) => {
    const gridRow = scanned.get(row.id);
    return gridRow ? [{ ...row, gridRow }] : [];
  });
  const texts = new Map(rows.map((row) => [row.id, row.texts] as const));
  const cells = [
    ...completed.found.map((field) => mended('header', header.number, field, headerOf(field))),
    ...standing.flatMap((row) => [
      ...(otherRowNamed(table, row.gridRow, row.id, texts) === null ? textsAgain(row) : []),
      ...own.flatMap((column) => (column.role === 'derived' ? formulaAgain(row, column) : [])),
    ]),
  ];
  const block: FormBlock = {
    sheet: grid.title,
    columns: own.map((column) => ({ column, at: table.columns[column.field] ?? key })),
    headerRows: [header.number],
    rows: standing.map(({ gridRow, asks }) => ({ row: gridRow.number, shape: asks })),
  };
  const { sheet } = block;
  return {
    damages: [
      ...completed.gone.map((field): Damage => ({ kind: 'column-gone', sheet, header: headerOf(field) })),
      ...cells.map(({ damage }) => damage),
    ],
    edits: [
      { kind: 'unprotect', sheet },
      ...formats(),
      ...cells.map(({ edit }) => edit),
      ...lookEdits(block, isAdopted ? UPRIGHT : { ...UPRIGHT, ...FORM_TYPE }),
      ...ruleFreeEdits(block),
      ...ruleEdits(block),
      ...colourEdits(block),
      // a condition of somebody's own may reach beyond the form's columns
      ...(isAdopted ? [] : [...conditionEdits(block), ...lockEdits(block), { kind: 'protect', sheet, leaves: 'sizing' } as const]),
    ],
  };

  function textsAgain({ id, texts: own, gridRow }: (typeof standing)[number]): Mended[] {
    return own
      .filter(([field]) => (table.columns[field] ?? 0) >= key)
      .filter((text) => changedText(table, gridRow, id, [text]).length > 0)
      .map(([field, text]) => mended('plan-text', gridRow.number, field, text));
  }

  function formulaAgain({ asks, shape, mayBe, gridRow }: (typeof standing)[number], column: DerivedColumn<Field>): Mended[] {
    const wanted = asks ? formulaOf(column, asks) : !isAdopted && isFigure(column) ? formulaOf(column, shape) : null;
    if (!wanted || stands(gridRow, column, mayBe)) return [];
    const text = wanted.text((field) => ownRowCell(table.columns[field] ?? key));
    return [mended('formula', gridRow.number, column.field, { formula: text })];
  }

  /** Whether a formula of the form stands there; one whose text is not known is left alone. */
  function stands(row: GridRow, column: TableColumn<Field>, shapes: FormRow['mayBe']): boolean {
    const cell = fieldCell(table, row, column.field);
    if (!cell?.formula) return false;
    return cell.formulaText === undefined || isFormFormula(cell.formulaText, formulasOf(column, shapes), table, row);
  }

  /** Where what stands there reads the same in the form's own format. */
  function formats(): SheetEdit[] {
    return own.filter(isInput).flatMap((column): SheetEdit[] => {
      const format = column.format === 'none' ? 'General' : column.format;
      const alike = standing.filter(
        ({ asks, gridRow }) => asks && isOpen(column, asks) && readsAlike(fieldCell(table, gridRow, column.field), format),
      );
      const areas = columnAreas(
        alike.map(({ gridRow }) => ({ row: gridRow.number })),
        table.columns[column.field] ?? key,
      );
      return areas.length === 0 ? [] : [{ kind: 'number-format', sheet: grid.title, areas, format }];
    });
  }
}
