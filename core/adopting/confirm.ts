import type { RowId } from '../plan/plan.ts';
import { failed, ok, type Result } from '../result.ts';
import type { FoundTable, TableLine } from './recognition.ts';

/** A table with the sheet row of each plan row that a person has let stand; no two plan rows share one. */
export interface ConfirmedTable {
  readonly table: FoundTable;
  readonly rows: ReadonlyMap<RowId, number>;
}

/** Why a table cannot be adopted yet. */
export type Unconfirmed =
  /** Probable and ambiguous rows for which the user has not yet chosen a line, or none. */
  | { readonly kind: 'undecided'; readonly ids: readonly RowId[] }
  /** Two plan rows were given the same row of the sheet. */
  | { readonly kind: 'row-taken-twice'; readonly row: number; readonly ids: readonly RowId[] }
  /** A row was chosen that is none of the table's, or a header or heading. */
  | { readonly kind: 'no-such-row'; readonly row: number; readonly id: RowId };

/** The rows of the sheet that a person may choose from: no headers and no headings of the plan. */
export const choosableLines = ({ lines }: FoundTable): readonly TableLine[] =>
  lines.filter(({ meaning }) => meaning.kind !== 'header-again' && meaning.kind !== 'heading');

/**
 * Takes the certain rows, and what a person chose for any other: a row of the sheet, or null for "it does not stand here". A table
 * that is live has its rows by `Mã`: nothing is to be chosen there.
 */
export function confirm(table: FoundTable, choices: ReadonlyMap<RowId, number | null>): Result<ConfirmedTable, Unconfirmed> {
  if (table.live) return ok({ table, rows: new Map() });
  const undecided = [...table.matches].filter(([id, { kind }]) => (kind === 'probable' || kind === 'ambiguous') && !choices.has(id));
  if (undecided.length > 0) return failed({ kind: 'undecided', ids: undecided.map(([id]) => id) });
  const choosable = new Set(choosableLines(table).map(({ row }) => row));
  const rows = new Map<RowId, number>();
  const taken = new Map<number, RowId>();
  for (const [id, match] of table.matches) {
    const row = choices.get(id) ?? (match.kind === 'certain' && !choices.has(id) ? match.at : null);
    if (row === null) continue;
    if (!choosable.has(row)) return failed({ kind: 'no-such-row', row, id });
    const other = taken.get(row);
    if (other !== undefined) return failed({ kind: 'row-taken-twice', row, ids: [other, id] });
    rows.set(id, row);
    taken.set(row, id);
  }
  return ok({ table, rows });
}
