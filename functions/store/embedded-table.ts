import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { failed, ok, type Result } from '../../core/result.ts';
import { type Written, written } from './limits.ts';
import { rowRange } from './row-range.ts';
import { storedValue } from './stored-value.ts';
import { type Change, type Entity, StoreUnavailable, type Table } from './table.ts';

/** Raised when the file's shape changes; a file of a newer program is refused, never guessed at. */
const SCHEMA = 1;
/** How long another process may hold the file: a restore, a key being issued. */
const BUSY_MS = 5_000;

const CREATE = `CREATE TABLE IF NOT EXISTS documents (
  partition TEXT NOT NULL, row TEXT NOT NULL, etag INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (partition, row)
) STRICT, WITHOUT ROWID`;

/**
 * The port on one SQLite file: write-ahead log, every commit flushed to the disk before it is answered. Folder and file are made
 * for their owner alone. Throws `StoreUnavailable` where the file cannot be opened or written.
 */
export function openEmbeddedTable(path: string): Table {
  return attempt('open', path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600)); // SQLite gives its log the mode of the file
    const database = new Database(path);
    database.pragma(`busy_timeout = ${BUSY_MS}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database);
    return new EmbeddedTable(database, path);
  });
}

function migrate(database: Database.Database): void {
  database.exec('BEGIN IMMEDIATE');
  const version = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version.user_version === 0) database.exec(`${CREATE}; PRAGMA user_version = ${SCHEMA}`);
  database.exec('COMMIT');
  if (version.user_version > SCHEMA) throw new Error(`written by a newer program (schema ${version.user_version})`);
}

/** A row as the statements below give it. */
interface Row {
  readonly row: string;
  readonly etag: number;
  readonly value: string;
}

class EmbeddedTable implements Table {
  private readonly database: Database.Database;
  private readonly path: string;
  private readonly statements;

  constructor(database: Database.Database, path: string) {
    this.database = database;
    this.path = path;
    this.statements = {
      read: database.prepare('SELECT row, etag, value FROM documents WHERE partition = ? AND row = ?'),
      all: database.prepare('SELECT row, etag, value FROM documents WHERE partition = ? ORDER BY row'),
      range: database.prepare('SELECT row, etag, value FROM documents WHERE partition = ? AND row >= ? AND row < ? ORDER BY row'),
      partitions: database.prepare('SELECT DISTINCT partition FROM documents ORDER BY partition'),
      insert: database.prepare('INSERT OR IGNORE INTO documents VALUES (?, ?, 1, ?)'),
      replace: database.prepare('UPDATE documents SET etag = etag + 1, value = ? WHERE partition = ? AND row = ? AND etag = ?'),
    };
  }

  async read(partition: string, row: string): Promise<Entity | null> {
    const found = this.attempt('read', () => this.statements.read.get(partition, row)) as Row | undefined; // the statement's columns
    return found ? entityOf(found) : null;
  }

  async list(partition: string, prefix: string): Promise<readonly Entity[]> {
    const range = rowRange(prefix);
    const { all, range: within } = this.statements;
    const rows = this.attempt('list', () => (range ? within.all(partition, range.from, range.before) : all.all(partition)));
    return (rows as Row[]).map(entityOf); // the statements' columns
  }

  async commit(partition: string, changes: readonly Change[]): Promise<Result<'done', 'conflict'>> {
    const texts = written(partition, changes);
    return this.attempt('commit', () => {
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
    const rows = this.attempt('list', () => this.statements.partitions.all());
    return (rows as { partition: string }[]).map(({ partition }) => partition); // the statement's column
  }

  async ping(): Promise<void> {
    this.attempt('ping', () => this.database.prepare('SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1)').get());
  }

  async close(): Promise<void> {
    // The binding keeps the file open while statements live, so the log is written back by hand.
    this.attempt('close', () => {
      this.database.pragma('wal_checkpoint(TRUNCATE)');
      this.database.close();
    });
  }

  private took(partition: string, change: Written): boolean {
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

  private attempt<T>(what: string, run: () => T): T {
    return attempt(what, this.path, run);
  }
}

/** Parsed only when it is asked for: who knows a document by its tag goes without. */
const entityOf = ({ row, etag, value }: Row): Entity => ({
  row,
  etag: String(etag),
  get value() {
    return storedValue(value);
  },
});

/** Runs something on the file; whatever the system or SQLite says against it is an outage. */
function attempt<T>(what: string, path: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new StoreUnavailable(`[${what}] "${path}": ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
