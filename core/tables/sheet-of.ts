import { INDICATOR_SHEET, type SheetLayout } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator, Plan } from '../plan/plan.ts';
import { INDICATOR_COLUMNS, type IndicatorField } from './indicators/columns.ts';

const made = new WeakMap<readonly Indicator[], SheetLayout<IndicatorField>>();

/** The table of a plan's indicators: with the columns that only some rows ask for where it holds such a row. */
export function indicatorSheetOf({ indicators }: Pick<Plan, 'indicators'>): SheetLayout<IndicatorField> {
  const known = made.get(indicators) ?? layoutFor(indicators);
  made.set(indicators, known);
  return known;
}

function layoutFor(indicators: readonly Indicator[]): SheetLayout<IndicatorField> {
  const asked = new Set<string>(indicators.flatMap((row) => measureOf(row).figure.shape.ownInputs));
  const isThere = (column: (typeof INDICATOR_COLUMNS)[number]): boolean =>
    column.role !== 'input' || column.openIn !== 'tables-that-ask' || asked.has(column.field);
  const columns = INDICATOR_COLUMNS.filter(isThere);
  return columns.length === INDICATOR_SHEET.columns.length ? INDICATOR_SHEET : { ...INDICATOR_SHEET, columns };
}
