import type { GridRow } from '../grid.ts';
import { oncePerObject } from '../once.ts';
import type { RowId } from '../plan/plan.ts';
import { matchKey, squash } from '../text.ts';
import { nameKeys } from './name-keys.ts';
import { fieldCell, type PlanTable } from './plan-table.ts';
import { changedText, type TextList } from './plan-texts.ts';

type Texts = ReadonlyMap<RowId, TextList>;

const LONGEST_NAME = 4096;

/**
 * The row of the plan whose name stands beside the `Mã` of another: the figures there are whose, nobody can say. Of two rows with one
 * name the one counts of which all other texts stand there, too. Null where no other row is meant.
 */
export function otherRowNamed(table: PlanTable, row: GridRow, id: RowId, texts: Texts): RowId | null {
  const value = fieldCell(table, row, 'name')?.value;
  if (typeof value !== 'string' || value.length > LONGEST_NAME) return null;
  const keys = nameKeys(squash(value));
  if (formerNames(texts.get(id) ?? []).some((name) => keys.includes(matchKey(name)))) return null;
  const rows = keys.flatMap((key) => rowsByName(texts).get(key) ?? []);
  const others = rows.filter((one) => one !== id);
  const whole = others.find((one) => changedText(table, row, one, texts.get(one) ?? []).length === 0);
  return whole ?? (rows.includes(id) ? null : (others[0] ?? null));
}

const formerNames = (texts: TextList): readonly string[] => texts.find(([field]) => field === 'name')?.[2] ?? [];

const rowsByName = oncePerObject((texts: Texts): ReadonlyMap<string, readonly RowId[]> => {
  const byName = new Map<string, RowId[]>();
  for (const [id, list] of texts) {
    const name = matchKey(list.find(([field]) => field === 'name')?.[1] ?? '');
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  return byName;
});
