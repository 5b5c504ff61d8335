import type * as z from 'zod';
import { clipText } from '../../core/clip-text.ts';
import { type Entity, type Table, UnreadableRowError } from './table.ts';

/** A stored row that fails the schema of its kind, with the paths that do; none of its values. */
export interface UnreadableRow {
  readonly spoilt: string;
  readonly why: string;
}

interface Register {
  /** Rows that were spoilt when they were read last, by their names. */
  readonly rows: Map<string, UnreadableRow>;
  say: (spoilt: UnreadableRow) => void;
}

const registers = new WeakMap<Table, Register>();
const MOST_WHYS = 3;
const LONGEST_WHY = 200;

function registerOf(table: Table): Register {
  const register = registers.get(table) ?? { rows: new Map(), say: () => {} };
  registers.set(table, register);
  return register;
}

/** Has each spoilt row of a store logged once, not at each read; those too that were found before somebody listened. */
export function logUnreadableRows(table: Table, say: Register['say']): void {
  const register = registerOf(table);
  register.say = say;
  for (const spoilt of register.rows.values()) say(spoilt);
}

/** How many rows of a store were spoilt when they were read last. */
export const unreadableRowCount = (table: Table): number => registerOf(table).rows.size;

/** What a stored row says by the schema of its kind; null where it cannot be read, which is told once and counted. */
export function soundValue<S extends z.ZodType>(table: Table, partition: string, { row, value }: Entity, schema: S): z.infer<S> | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    markUnreadable(table, partition, row, parsed.error);
    return null;
  }
  markReadable(table, partition, row);
  return parsed.data;
}

/** The same of many rows; those that cannot be read are left out. */
export const soundValues = <S extends z.ZodType>(table: Table, partition: string, entities: readonly Entity[], schema: S): z.infer<S>[] =>
  entities.flatMap((entity) => soundValue(table, partition, entity, schema) ?? []);

/** The same of a row that nothing can stand in for. Throws `UnreadableRowError`. */
export function neededValue<S extends z.ZodType>(table: Table, partition: string, entity: Entity, schema: S): z.infer<S> {
  const value = soundValue(table, partition, entity, schema);
  if (value === null) throw new UnreadableRowError(`[read] "${nameOf(partition, entity.row)}": cannot be read`, entity.row);
  return value;
}

/** The value, or null where a row that it needs is spoilt. */
export const nullIfUnreadable = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof UnreadableRowError) return null;
    throw error;
  });

/** Counts a row as spoilt, and tells it where that is new. */
export function markUnreadable(table: Table, partition: string, row: string, why: z.ZodError | string): void {
  const { rows, say } = registerOf(table);
  const name = nameOf(partition, row);
  if (rows.has(name)) return;
  const spoilt = { spoilt: name, why: typeof why === 'string' ? why : whereIn(why) };
  rows.set(name, spoilt);
  say(spoilt);
}

/** A row that is sound, as it was read or written, is spoilt no more. */
export function markReadable(table: Table, partition: string, row: string): void {
  const { rows } = registerOf(table);
  if (rows.size > 0) rows.delete(nameOf(partition, row));
}

const nameOf = (partition: string, row: string): string => `${partition} ${row}`;

/** The first places where a value differs from a schema, and how; nothing of what it says. */
export const whereIn = ({ issues }: z.ZodError): string =>
  clipText(
    issues
      .slice(0, MOST_WHYS)
      .map(({ path, code }) => `${path.join('.')} ${code}`.trim())
      .join('; '),
    LONGEST_WHY,
  );
