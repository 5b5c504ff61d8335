import { SIGN_COLOURS } from '../form/colours.ts';
import type { CellOf } from '../form/condition.ts';
import { ownRowCell } from '../form/own-row.ts';
import { inputRuleOf, isOpen, rowInputs } from '../form/row-inputs.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Area } from '../grid.ts';
import type { Field } from '../layout.ts';
import { rowBlocks } from '../row-blocks.ts';
import type { InputColumn, TableColumn } from '../tables/column.ts';
import { isInput } from '../tables/inputs.ts';
import { headerLook, newCellLook } from './new-looks.ts';
import type { NewCellLook, SheetEdit, SignColour } from './sheet-edit.ts';

/** A column of the form and where it stands. */
export interface PlacedColumn {
  readonly column: TableColumn<Field>;
  readonly at: number;
}

/** A row of the sheet, and how the agency fills it; null where it does not owe it. */
interface BlockRow {
  readonly row: number;
  readonly shape: RowShape | null;
}

/** The form's own part of a sheet: its columns, the rows of its headers, the rows of the plan. */
export interface FormBlock {
  readonly sheet: string;
  readonly columns: readonly PlacedColumn[];
  readonly headerRows: readonly number[];
  readonly rows: readonly BlockRow[];
}

/**
 * Grounds, inks and borders of all cells of the block: one edit a look, over all the areas that have it. `plain` is what all of them have
 * besides where they say nothing else.
 */
export function lookEdits({ sheet, columns, headerRows, rows }: FormBlock, plain: NewCellLook = {}): SheetEdit[] {
  const areas = new Map<string, { look: NewCellLook; areas: Area[] }>();
  const add = (own: NewCellLook, area: Area) => {
    const look = { ...plain, ...own };
    const key = JSON.stringify(look);
    const known = areas.get(key) ?? { look, areas: [] };
    known.areas.push(area);
    areas.set(key, known);
  };
  for (const { column, at } of columns) {
    const [left, right] = [at, at];
    for (const row of headerRows) add(headerLook(column), { top: row, bottom: row, left, right });
    for (const { top, bottom, items } of rowBlocks(rows, ({ shape }) => JSON.stringify(newCellLook(column, shape))))
      add(newCellLook(column, items[0]?.shape ?? null), { top, bottom, left, right });
  }
  return [...areas.values()].map(({ look, areas: all }) => ({ kind: 'look', sheet, areas: joined(all), look }));
}

/** Lists and number rules of the cells that the agency fills in. */
export function ruleEdits({ sheet, columns, rows }: FormBlock): SheetEdit[] {
  const shapes = [...new Set(rows.flatMap(({ shape }) => shape ?? []))];
  return shapes.flatMap((shape) =>
    columns.flatMap(({ column, at }): SheetEdit[] => {
      const rule = isFilledIn(column, shape) ? inputRuleOf(column, shape) : 'none';
      if (rule === 'none') return [];
      const alike = rows.filter((row) => row.shape === shape);
      return [{ kind: 'input-rule', sheet, areas: columnAreas(alike, at), rule }];
    }),
  );
}

/** No rules in any cell of the block that the form gives none. */
export function ruleFreeEdits({ sheet, columns, headerRows, rows }: FormBlock): SheetEdit[] {
  const areas = columns.flatMap(({ column, at }) => {
    const free = rows.filter(({ shape }) => shape === null || !isFilledIn(column, shape) || inputRuleOf(column, shape) === 'none');
    return columnAreas([...headerRows.map((row) => ({ row })), ...free], at);
  });
  return [{ kind: 'input-rule', sheet, areas: joined(areas), rule: 'none' }];
}

/** No conditional formats in the cells to fill in but those that show where one is wrong or missing. */
export function conditionEdits({ sheet, columns, rows }: FormBlock): SheetEdit[] {
  const shapes = [...new Set(rows.flatMap(({ shape }) => shape ?? []))];
  const at = new Map(columns.map((one) => [one.column.field, one.at] as const));
  const cell: CellOf = (field) => ownRowCell(at.get(field) ?? 0);
  const marks = shapes.flatMap((shape) => Object.values(shape.marks(rowInputs(shape))));
  const areas = columns.flatMap(({ column, at: left }) =>
    columnAreas(
      rows.filter(({ shape }) => shape !== null && isFilledIn(column, shape)),
      left,
    ),
  );
  const formulas = marks.flatMap(({ wrong, missing }) => [wrong, missing].flatMap((one) => one?.formula(cell) ?? []));
  return [{ kind: 'own-conditions', sheet, areas: joined(areas), formulas: [...new Set(formulas)] }];
}

const INKS: readonly SignColour[] = Object.entries(SIGN_COLOURS).map(([sign, ink]) => ({ sign, ink }));

/** Colours of what the checks say. */
export function colourEdits({ sheet, columns, rows }: FormBlock): SheetEdit[] {
  const asked = rows.filter(({ shape }) => shape !== null);
  return columns.flatMap(({ column, at }): SheetEdit[] =>
    column.role === 'derived' && column.formula === 'check' && asked.length > 0
      ? [{ kind: 'sign-colours', sheet, areas: columnAreas(asked, at), colours: INKS }]
      : [],
  );
}

/** All of the block locked but what the agency fills in: it holds once the sheet is protected. */
export function lockEdits({ sheet, columns, headerRows, rows }: FormBlock): SheetEdit[] {
  const all = [...headerRows, ...rows.map(({ row }) => row)];
  const [top, bottom] = [Math.min(...all), Math.max(...all)];
  const whole = columns.map(({ at }): Area => ({ top, bottom, left: at, right: at }));
  const open = columns.flatMap(({ column, at }) =>
    columnAreas(
      rows.filter(({ shape }) => shape !== null && isFilledIn(column, shape)),
      at,
    ),
  );
  return [
    { kind: 'lock', sheet, areas: joined(whole), locked: true },
    { kind: 'lock', sheet, areas: joined(open), locked: false },
  ];
}

/** A column's cells in these rows, neighbours as one area. */
export const columnAreas = (rows: readonly { readonly row: number }[], at: number): Area[] =>
  rowBlocks(rows, () => '').map(({ top, bottom }) => ({ top, bottom, left: at, right: at }));

const isFilledIn = (column: TableColumn<Field>, shape: RowShape): column is InputColumn<Field> => isInput(column) && isOpen(column, shape);

/** Areas of the same rows in neighbouring columns as one. */
function joined(areas: readonly Area[]): Area[] {
  const blocks: Area[] = [];
  for (const area of areas) {
    const at = blocks.findIndex(({ top, bottom, right }) => top === area.top && bottom === area.bottom && right === area.left - 1);
    const known = blocks[at];
    if (known) blocks[at] = { ...known, right: area.right };
    else blocks.push(area);
  }
  return blocks;
}
