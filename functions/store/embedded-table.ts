import { setImmediate as aTurn } from 'node:timers/promises';
import Database from 'libsql';
import { failed, ok, type Result } from '../../core/result.ts';
import { type Attempts, attempt, attemptsOn } from './attempts.ts';
import { EmbeddedFiles } from './embedded-files.ts';
import type { Files } from './files.ts';
import { type DocumentToWrite, documentsToWrite } from './limits.ts';
import { EVERY_ROW, rowRange } from './row-range.ts';
import { findStore, makeStore, migrate, refuseNewer, tryToWrite } from './store-file.ts';
import { holdStore, isBusy, isUnwritable, type StoreHold } from './store-hold.ts';
import { readMark, writeMark } from './store-mark.ts';
import { type StorePlace, storePlace } from './store-place.ts';
import { StoreRefused } from './store-refused.ts';
import { storedValue } from './stored-value.ts';
import { type Change, type Entity, listingAtOnce, type Table } from './table.ts';

/** How long another process may hold the file: a restore, a key being issued. */
const BUSY_MS = 5_000;
/** How long a start waits for a server that is just ending, or a command that puts the store to rest. */
const HOLD_MS = 2_000;
/** How long a stop waits for a command that reads: it has ten seconds for everything. */
const REST_MS = 1_000;

/** One SQLite file: documents, and the files beside them. */
export interface EmbeddedStore extends Table {
  readonly files: Files;
}

/** The stores that this process has open, by their files: one connection each, so that none drops the locks of another. */
const opened = new Map<string, EmbeddedTable>();

/**
 * The port on one SQLite file: write-ahead log, every commit flushed to the disk before it is answered. Folder and file are made
 * for their owner alone. A store that is open in this process, under whatever name, gives the same table again, which closes with the last who closes it.
 * Throws `StoreUnavailable` where the file cannot be opened or written, `StoreRefused` where it must not be.
 */
export function openEmbeddedTable(path: string): EmbeddedStore {
  return shared(path);
}

/**
 * The same for a server, of which a store has one at a time: `StoreRefused` where another has it. From here on the mark beside the store
 * tells that its log is needed.
 */
export function serveEmbeddedTable(path: string): EmbeddedStore {
  const table = shared(path);
  try {
    table.serve();
    return table;
  } catch (cause) {
    table.close().catch(() => {}); // the first failure is what counts
    throw cause;
  }
}

/**
 * Makes a store and fills it; closed again it is one file with nothing beside it. For a store that nobody knows yet: it can be moved to
 * its place then. Gives its id.
 */
export async function fillEmbedded<E>(
  path: string,
  fill: (store: EmbeddedStore) => Promise<Result<unknown, E>>,
): Promise<{ readonly ok: true; readonly store: string } | { readonly ok: false; readonly error: E }> {
  const table = attempt('open', path, () => connected(storePlace(path)));
  const filled = await fill(table);
  if (!filled.ok) return filled;
  table.intoOneFile();
  return { ok: true, store: table.id };
}

function shared(path: string): EmbeddedTable {
  const place = storePlace(path);
  const table = opened.get(place.file) ?? attempt('open', path, () => connected(place));
  opened.set(place.file, table);
  table.users++;
  return table;
}

function connected(place: StorePlace): EmbeddedTable {
  if (findStore(place) === 'new') makeStore(place.file);
  const database = new Database(place.file);
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  refuseNewer(database);
  const readOnly = whyReadOnly(database);
  try {
    return new EmbeddedTable(database, place, readOnly);
  } catch (cause) {
    throw cause instanceof StoreRefused ? cause : (readOnly ?? cause); // of an earlier release it lacks what cannot be added now
  }
}

/** Makes a store ready to be written; gives what the system has against that, which keeps nobody from reading it: a backup may be due just then. */
function whyReadOnly(database: Database.Database): Error | null {
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database);
    return null;
  } catch (cause) {
    if (isUnwritable(cause)) return cause;
    throw cause;
  }
}

/** A row as the statements below give it. */
interface Row {
  readonly row: string;
  readonly etag: number;
  readonly value: string;
}

class EmbeddedTable implements EmbeddedStore {
  /** How many in this process have it open. */
  users = 0;
  private readonly database: Database.Database;
  private readonly place: StorePlace;
  readonly id: string;
  readonly files: Files;
  private readonly statements;
  private readonly attempts: Attempts;
  private hold: StoreHold | null = null;

  /** `readOnly`: why it is not to be written as long as it is open; null where it is. */
  constructor(database: Database.Database, place: StorePlace, readOnly: Error | null) {
    listingAtOnce.add(this); // a list is one statement
    this.database = database;
    this.place = place;
    const own = database.prepare('SELECT id FROM store');
    this.id = (own.get() as { id: string }).id; // the statement's column
    const mark = readMark(place);
    if (mark && mark.store !== this.id) throw new StoreRefused('other-store', place.file);
    this.attempts = attemptsOn(place, () => own.get(), readOnly);
    this.files = new EmbeddedFiles(database, this.attempts);
    this.statements = {
      read: database.prepare('SELECT row, etag, value FROM documents WHERE partition = ? AND row = ?'),
      all: database.prepare('SELECT row, etag, value FROM documents WHERE partition = ? ORDER BY row'),
      range: database.prepare('SELECT row, etag, value FROM documents WHERE partition = ? AND row >= ? AND row < ? ORDER BY row'),
      page: database.prepare(
        'SELECT row, etag, value FROM documents WHERE partition = ? AND row >= ? AND row < ? AND row > ? ORDER BY row LIMIT ?',
      ),
      partitions: database.prepare('SELECT DISTINCT partition FROM documents ORDER BY partition'),
      insert: database.prepare('INSERT OR IGNORE INTO documents VALUES (?, ?, 1, ?)'),
      replace: database.prepare('UPDATE documents SET etag = etag + 1, value = ? WHERE partition = ? AND row = ? AND etag = ?'),
    };
  }

  async read(partition: string, row: string): Promise<Entity | null> {
    const found = this.attempts.attempt('read', () => this.statements.read.get(partition, row)) as Row | undefined; // the statement's columns
    return found ? entityOf(found) : null;
  }

  async list(partition: string, prefix: string): Promise<readonly Entity[]> {
    const range = rowRange(prefix);
    const { all, range: within } = this.statements;
    const rows = this.attempts.attempt('list', () => (range ? within.all(partition, range.from, range.before) : all.all(partition)));
    return (rows as Row[]).map(entityOf); // the statements' columns
  }

  async listPage(partition: string, prefix: string, after: string, most: number): Promise<readonly Entity[]> {
    const { from, before } = rowRange(prefix) ?? EVERY_ROW;
    const rows = this.attempts.attempt('list', () => this.statements.page.all(partition, from, before, after, most));
    return (rows as Row[]).map(entityOf); // the statement's columns
  }

  async commit(partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>> {
    const texts = documentsToWrite(partition, changes);
    const done = this.write(partition, texts);
    await aTurn(); // SQLite never waits: many commits in a row would keep everybody else from being served
    return done;
  }

  private write(partition: string, texts: readonly DocumentToWrite[]): Result<'done', 'conflict'> {
    return this.attempts.attemptToWrite('commit', () => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        if (texts.every((change) => this.took(partition, change))) {
          this.database.exec('COMMIT');
          return ok('done');
        }
      } catch (cause) {
        this.rollBack();
        throw cause;
      }
      this.database.exec('ROLLBACK');
      return failed('conflict');
    });
  }

  async partitions(): Promise<readonly string[]> {
    const rows = this.attempts.attempt('list', () => this.statements.partitions.all());
    return (rows as { partition: string }[]).map(({ partition }) => partition); // the statement's column
  }

  async ping(): Promise<void> {
    this.attempts.attemptToWrite('ping', () => {
      if (this.attempts.isRefusing()) tryToWrite(this.database);
      this.database.prepare('SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1)').get();
    });
  }

  async close(): Promise<void> {
    this.users--;
    if (this.users > 0 || opened.get(this.place.file) !== this) return;
    opened.delete(this.place.file);
    this.attempts.attempt('close', () => this.rest());
    // The binding keeps the file open while statements live. They are kept: the last connection that goes takes the log with it.
    resting.push(this);
  }

  /** Makes it a server's. The log is needed from now on, and is one with something in it before the mark says so. */
  serve(): void {
    if (this.hold) return;
    this.attempts.attemptToWrite('open', () => {});
    this.hold = this.attempts.attempt('open', () => holdStore(this.place.file, HOLD_MS));
    if (!this.hold) throw new StoreRefused('served', this.place.file);
    this.attempts.attempt('open', () => {
      const [found] = this.database.pragma('quick_check(1)') as { quick_check: string }[]; // the pragma's column
      if (found?.quick_check !== 'ok') throw new StoreRefused('damaged', this.place.file, found?.quick_check ?? '');
      this.database.exec('UPDATE store SET begun = begun + 1');
      writeMark(this.place, { store: this.id, log: true });
    });
  }

  /** Leaves the write-ahead log: all is in the file, and the connection holds no lock on it any more. */
  intoOneFile(): void {
    this.attempts.attempt('close', () => this.database.exec('PRAGMA journal_mode = DELETE'));
  }

  /** At rest a store is one file, and the connection holds no lock on it; where a command has it open still, the log stays with that. */
  private leaveLog(): void {
    try {
      this.database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE');
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
    }
  }

  /**
   * Puts all into the file and says in the mark that the log is not needed. Beside a server of another process nothing is done: the
   * log is that server's. Nor where another store stands in this one's place, or nothing can be written.
   */
  private rest(): void {
    const isWhole = this.attempts.isWhole();
    const hold = this.hold ?? (isWhole ? holdStore(this.place.file, 0) : null);
    if (!hold) return;
    try {
      if (!isWhole) return;
      this.database.pragma(`busy_timeout = ${REST_MS}`);
      const [done] = this.database.pragma('wal_checkpoint(FULL)') as { busy: number; log: number; checkpointed: number }[]; // its columns
      if (done?.busy !== 0 || done.log !== done.checkpointed) return; // a command reads still; the log stays
      if (readMark(this.place)) writeMark(this.place, { store: this.id, log: false });
      this.leaveLog();
    } finally {
      hold.release();
      this.hold = null;
    }
  }

  private took(partition: string, change: DocumentToWrite): boolean {
    const { insert, replace } = this.statements;
    const { changes } =
      change.kind === 'insert'
        ? insert.run(partition, change.row, change.text)
        : replace.run(change.text, partition, change.row, Number(change.etag));
    return changes === 1;
  }

  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // Some failures (a full disk) have rolled back already; the first failure is what counts.
    }
  }
}

/** Stores that were closed. */
const resting: EmbeddedTable[] = [];

/** Parsed only when it is asked for: who knows a document by its tag goes without. */
const entityOf = ({ row, etag, value }: Row): Entity => ({
  row,
  etag: String(etag),
  get value() {
    return storedValue(value);
  },
});
