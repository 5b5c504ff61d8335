import type { GridRow } from '../grid.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator } from '../plan/plan.ts';
import type { IndicatorEntry } from '../report.ts';
import { partFields } from '../tables/inputs.ts';
import type { Merged } from './merged.ts';
import type { PlanTable } from './plan-table.ts';
import { lockedColumns, readInputs } from './read-inputs.ts';
import { lockedFindings, rowReader } from './row-reader.ts';
import type { ReadRow, RowReading } from './row-reading.ts';

/** Reads one owed row of indicators. Answers without a `Tình trạng` count as `Có số liệu`; zeros beside `Không phát sinh` say the same. */
function readIndicatorEntry(table: PlanTable, row: GridRow, indicator: Indicator, merged: Merged): ReadRow<IndicatorEntry> {
  const { cells, shape } = measureOf(indicator).figure;
  const reader = rowReader(table, row, indicator.id, merged);
  const values = readInputs(reader, shape, cells) as Partial<IndicatorEntry>; // each was read as its column's kind
  const isAnswered = partFields('indicators', 'answer').some((field) => field in values) || reader.unreadAny();
  const state = values.state ?? (isAnswered && !reader.isUnread('state') ? 'reported' : null);
  const entry = state && { state, ...(state === 'nothing-arose' ? withoutZeros(values) : values) };
  const locked = lockedFindings(table, row, indicator.id, lockedColumns(table, shape));
  return { entry, findings: [...reader.findings, ...locked], unread: reader.unreadAny() };
}

const withoutZeros = (values: Partial<IndicatorEntry>): Partial<IndicatorEntry> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 0));

/** How tables of indicators are read. */
export const indicatorReading: RowReading<Indicator, IndicatorEntry> = {
  rows: ({ indicators }) => indicators,
  owed: ({ indicators }) => indicators,
  needed: ({ indicators }) => indicators,
  readEntry: readIndicatorEntry,
};
