import { FIGURE_OF, type Figure } from '../figure.ts';
import type { Finding } from '../findings/finding.ts';
import type { GridRow } from '../grid.ts';
import type { IndicatorField } from '../layout.ts';
import type { Indicator } from '../plan.ts';
import type { IndicatorEntry } from '../report.ts';
import { readCount } from './count.ts';
import { CHECK, type FormFormula, RATE } from './form-formula.ts';
import { readFreeText } from './free-text.ts';
import type { Merged } from './merged.ts';
import { lockedFindings, rowReader } from './row-reader.ts';
import type { Table } from './table.ts';
import { readAnswer, readLevel, readState } from './words.ts';

/** What was read of one row: its entry (null: not reported), what is to be said, and whether a cell could not be read. */
export interface ReadRow<Entry> {
  readonly entry: Entry | null;
  readonly findings: readonly Finding[];
  readonly unread: boolean;
}

/** Fields of Phụ lục I that a row of this measure leaves locked. */
const LOCKED = {
  counts: ['value'],
  answer: ['numerator', 'denominator'],
  level: ['numerator', 'denominator'],
} as const satisfies Record<Figure, readonly IndicatorField[]>;

/** The form's formulas in a row of this measure; `check`: what stands in `Kiểm tra`, null where nobody knows. */
export const formulasOf =
  (figure: Figure, check: FormFormula | null) =>
  (field: IndicatorField): readonly FormFormula[] | null => {
    if (field === 'check') return check && [check];
    return field === 'rate' && figure === 'counts' ? [RATE] : [];
  };

/** Reads one owed row of Phụ lục I. Figures without a `Tình trạng` count as `Có số liệu`; zeros beside `Không phát sinh` say the same. */
export function readIndicatorEntry(
  table: Table<IndicatorField>,
  row: GridRow,
  indicator: Indicator,
  merged: Merged,
): ReadRow<IndicatorEntry> {
  const figure = FIGURE_OF[indicator.measure.kind];
  const reader = rowReader(table, row, indicator.id, merged);
  const typed = reader.take('state', readState);
  const numerator = figure === 'counts' ? reader.take('numerator', readCount) : null;
  const denominator = figure === 'counts' ? reader.take('denominator', readCount) : null;
  const value = figure === 'counts' ? null : reader.take<boolean | number>('value', figure === 'answer' ? readAnswer : readLevel);
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
  const locked = lockedFindings(table, row, indicator.id, [...LOCKED[figure], 'rate', 'check'], formulasOf(figure, CHECK[figure]));
  const findings = [...reader.findings, ...locked];
  return { entry, findings, unread: reader.unreadAny() };
}
