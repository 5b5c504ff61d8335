import { cellAt, type GridRow } from '../../grid.ts';
import { matchKey } from '../../text.ts';
import { GENERAL } from './parts.ts';
import { type FindId, readCell, seenIn } from './read-cell.ts';
import type { ReadLog } from './read-list.ts';
import { type MadePart, setAt } from './set-at.ts';

const LABEL = 1;
const VALUE = 2;

/** The plan's own values, a line each: what it is called, then what it is. */
export function readGeneral(lines: readonly GridRow[], sheet: string, names: FindId, { places, faults }: ReadLog): MadePart {
  const made: MadePart = {};
  for (const column of GENERAL) {
    const [leaf] = column.leaves;
    const row = lines.find((line) => matchKey(seenIn(cellAt(line, LABEL)) ?? '') === matchKey(column.header));
    const place = { sheet, row: row?.number ?? 1, column: row ? VALUE : LABEL };
    if (!row && leaf.blank !== undefined) faults.push({ rule: 'no-such-column', name: column.header, place });
    const cell = row && cellAt(row, VALUE);
    if (cell?.error) faults.push({ rule: 'error-value', name: cell.error, place });
    places.set('plan', leaf.path, place);
    setAt(made, leaf.path, readCell(cell, column, leaf, names));
  }
  return made;
}
