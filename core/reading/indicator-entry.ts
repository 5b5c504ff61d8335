import type { Figure, StatedFigure } from '../figures/figure.ts';
import type { Finding } from '../findings/finding.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { GridRow } from '../grid.ts';
import type { IndicatorField } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator } from '../plan.ts';
import type { IndicatorEntry } from '../report.ts';
import { checkOf, type FormFormula, RATE } from './form-formula.ts';
import { readFreeText } from './free-text.ts';
import type { Merged } from './merged.ts';
import { lockedFindings, rowReader } from './row-reader.ts';
import type { Table } from './table.ts';
import { readState } from './words.ts';

/** What was read of one row: its entry (null: not reported), what is to be said, and whether a cell could not be read. */
export interface ReadRow<Entry> {
  readonly entry: Entry | null;
  readonly findings: readonly Finding[];
  readonly unread: boolean;
}

const FIGURE_FIELDS = ['numerator', 'denominator', 'value'] as const satisfies readonly (keyof StatedFigure & IndicatorField)[];

/** Fields of Phụ lục I that a row of this figure leaves locked. */
const lockedIn = ({ cells }: Figure): IndicatorField[] => [...FIGURE_FIELDS.filter((field) => !cells[field]), 'rate', 'check'];

/** The form's formulas in a row of this shape. */
const formulasOf =
  (shape: RowShape) =>
  (field: IndicatorField): readonly FormFormula[] => {
    if (field === 'check') return [checkOf(shape)];
    return field === 'rate' && shape.hasRate ? [RATE] : [];
  };

/** Reads one owed row of Phụ lục I. Figures without a `Tình trạng` count as `Có số liệu`; zeros beside `Không phát sinh` say the same. */
export function readIndicatorEntry(
  table: Table<IndicatorField>,
  row: GridRow,
  indicator: Indicator,
  merged: Merged,
): ReadRow<IndicatorEntry> {
  const { figure } = measureOf(indicator);
  const { cells, shape } = figure;
  const reader = rowReader(table, row, indicator.id, merged);
  const typed = reader.take('state', readState);
  const numerator = cells.numerator ? reader.take('numerator', cells.numerator) : null;
  const denominator = cells.denominator ? reader.take('denominator', cells.denominator) : null;
  const value = cells.value ? reader.take('value', cells.value) : null;
  const explanation = reader.take('explanation', readFreeText);
  const evidence = reader.take('evidence', readFreeText);
  const anyFigure = numerator !== null || denominator !== null || value !== null || reader.unreadAny();
  const state = typed ?? (anyFigure && !reader.isUnread('state') ? 'reported' : null);
  const dropsZeros = state === 'nothing-arose';
  const entry: IndicatorEntry | null = state && {
    state,
    ...(numerator !== null && !(dropsZeros && numerator === 0) && { numerator }),
    ...(denominator !== null && !(dropsZeros && denominator === 0) && { denominator }),
    ...(value !== null && { value }),
    ...(explanation && { explanation }),
    ...(evidence && { evidence }),
  };
  const locked = lockedFindings(table, row, indicator.id, lockedIn(figure), formulasOf(shape));
  const findings = [...reader.findings, ...locked];
  return { entry, findings, unread: reader.unreadAny() };
}
