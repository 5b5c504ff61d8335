import type { Finding } from '../findings/finding.ts';
import type { GridRow } from '../grid.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator } from '../plan/plan.ts';
import type { IndicatorEntry } from '../report.ts';
import type { IndicatorField } from '../tables/indicators/columns.ts';
import { partFields } from '../tables/inputs.ts';
import type { Merged } from './merged.ts';
import type { PlanTable } from './plan-table.ts';
import { lockedColumns, readInputs } from './read-inputs.ts';
import { lockedFindings, rowReader } from './row-reader.ts';

/** What was read of one row: its entry (null: not reported), what is to be said, and whether a cell could not be read. */
export interface ReadRow<Entry> {
  readonly entry: Entry | null;
  readonly findings: readonly Finding[];
  readonly unread: boolean;
}

/** Reads one owed row of indicators. Answers without a `Tình trạng` count as `Có số liệu`; zeros beside `Không phát sinh` say the same. */
export function readIndicatorEntry(
  table: PlanTable<IndicatorField>,
  row: GridRow,
  indicator: Indicator,
  merged: Merged,
): ReadRow<IndicatorEntry> {
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
