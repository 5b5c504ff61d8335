import type { Result } from '../../core/result.ts';

/**
 * A stored document: where it stands, what it says, and the tag of this very state of it. `value` is undefined where what is stored
 * is no JSON: no kind of row takes that, so that such a row is a spoilt one, and no outage.
 */
export interface Entity<Value = unknown> {
  readonly row: string;
  readonly etag: string;
  readonly value: Value;
}

/** One step of a transaction. `insert` fails where the row is there, `replace` where its tag is another. */
export type Change =
  | { readonly kind: 'insert'; readonly row: string; readonly value: unknown }
  | { readonly kind: 'replace'; readonly row: string; readonly etag: string; readonly value: unknown };

/** Azure Table Storage: at most this many changes, and this many bytes, in one entity-group transaction. */
export const MOST_CHANGES = 100;
export const MOST_TRANSACTION_BYTES = 4 * 1024 * 1024;

/**
 * The port: partitions of documents with entity-group transactions under tags, no more than Azure Table Storage can do. Keys are
 * printable ASCII, documents are JSON. What cannot be reached throws `StoreUnavailable`: after a commit that threw it nobody
 * knows whether it took effect, and one that took effect may also end as `conflict` (a client that repeats a lost call meets its
 * own rows), so that who commits looks for its own row before it believes a conflict. What is over the limits throws `OverLimit`
 * before anything is written.
 */
export interface Table {
  read(partition: string, row: string): Promise<Entity | null>;
  /** All rows that begin with `prefix`, ascending by code units. */
  list(partition: string, prefix: string): Promise<readonly Entity[]>;
  /** The first `most` of them that come after the row `after`, which need not be there. */
  listPage(partition: string, prefix: string, after: string, most: number): Promise<readonly Entity[]>;
  /** All changes or none. `conflict`: a row was there, was not there, or had another tag. */
  commit(partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>>;
  /** All partitions that hold a row, ascending by code units. */
  partitions(): Promise<readonly string[]>;
  /** Throws `StoreUnavailable` unless the storage answers, within seconds. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Tables whose lists are of one moment, however long they are. */
export const listingAtOnce = new WeakSet<Table>();

/** The storage could not be reached, or answered that it cannot serve now. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A row to be written that nobody could read again by the schema of its kind: a bug. Nothing was written. */
export class UnsoundRow extends Error {
  override readonly name = 'UnsoundRow';
}

/** A stored row that cannot be read and that nothing can stand in for: what hangs on it is refused, and nothing else. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError';
  readonly row: string;

  constructor(message: string, row: string) {
    super(message);
    this.row = row;
  }
}

/** A commit that no store may take: too many changes, too large a document, an illegal key. */
export class OverLimit extends Error {
  override readonly name = 'OverLimit';
}
