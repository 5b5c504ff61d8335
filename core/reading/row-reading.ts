import type { Finding } from '../findings/finding.ts';
import type { GridRow } from '../grid.ts';
import type { Owed } from '../plan/obligations.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import type { AnyEntry } from '../tables/inputs.ts';
import type { Merged } from './merged.ts';
import type { PlanTable } from './plan-table.ts';

/** What was read of one row: its entry (null: not reported), what is to be said, and whether a cell could not be read. */
export interface ReadRow<Entry> {
  readonly entry: Entry | null;
  readonly findings: readonly Finding[];
  readonly unread: boolean;
}

/** How the rows of one kind of tables are read: which the plan has, which an agency fills in or may fill in, and which it must answer. */
export interface RowReading<Row extends { readonly id: RowId } = { readonly id: RowId }, Entry = AnyEntry> {
  readonly rows: (plan: Plan) => readonly Row[];
  readonly owed: (owed: Owed) => readonly Row[];
  readonly needed: (owed: Owed) => readonly Row[];
  /** A method: a walker of tables gives back to a kind the rows that came from that very kind. */
  readEntry(table: PlanTable, gridRow: GridRow, row: Row, merged: Merged): ReadRow<Entry>;
}
