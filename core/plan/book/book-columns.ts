import type * as z from 'zod';
import { Measure } from '../../measures/schemas.ts';
import { SETTINGS_ORDER, SHARED_SETTINGS } from '../../measures/setting-words.ts';
import { BOOK_WORDS } from './book-words.ts';
import { type CellKind, cellKindOf } from './cell-kind.ts';
import type { ColumnWords } from './column-words.ts';
import { type PlanLeaf, planLeaves } from './leaves.ts';

/** A column as it is shown, and how its values stand in it. */
export interface ShownColumn extends ColumnWords {
  readonly kind: CellKind;
}

/** One column of the plan workbook, or one line of its first part: where in a row of the plan its value stands. */
export interface BookColumn extends ShownColumn {
  /** Mostly one; settings of several kinds of measure may share a column, and a row has one of them. */
  readonly leaves: readonly [PlanLeaf, ...PlanLeaf[]];
}

/** The columns of a list of the plan (`list`: its key; empty: the plan's own values) whose items have this schema. */
export function bookColumns(list: string, schema: z.core.$ZodType): BookColumn[] {
  const columns = new Map<string, BookColumn>();
  for (const leaf of planLeaves(schema)) {
    const path = leaf.path.join('.');
    const home = homeOf(path);
    const known = columns.get(home);
    if (known) columns.set(home, { ...known, leaves: [...known.leaves, leaf] });
    else columns.set(home, { leaves: [leaf], kind: cellKindOf(leaf.schema), ...wordsOf(list, home) });
  }
  return [...columns.values()];
}

const MEASURE = 'measure.';

/** The path whose column a value stands in. */
function homeOf(path: string): string {
  const shared = path.startsWith(MEASURE) ? SHARED_SETTINGS[path.slice(MEASURE.length)] : undefined;
  return shared === undefined ? path : `${MEASURE}${shared}`;
}

function wordsOf(list: string, path: string): ColumnWords {
  return BOOK_WORDS.get(list === '' ? path : `${list}.${path}`) ?? { header: path, note: '', example: '' };
}

/** The order in which the plan's files write the members of an object of this schema; null: as they come. */
export const orderOf = (schema: z.core.$ZodType, keys: readonly string[]): readonly string[] =>
  schema === Measure ? SETTINGS_ORDER : keys;
