import type Database from 'libsql';
import type { Attempts } from './attempts.ts';
import type { Files, KeptFile } from './files.ts';

/** The port in the file of the embedded store: one file holds all, so that a copy, a restore or a lost disk never parts them. */
export class EmbeddedFiles implements Files {
  private readonly database: Database.Database;
  private readonly statements;
  private readonly attempts: Attempts;

  constructor(database: Database.Database, attempts: Attempts) {
    this.database = database;
    this.attempts = attempts;
    this.statements = {
      keep: database.prepare(
        'INSERT INTO files VALUES (?, ?, 1, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at, keeping = files.keeping + 1',
      ),
      read: database.prepare('SELECT bytes FROM files WHERE name = ?'),
      list: database.prepare('SELECT name, at, keeping FROM files ORDER BY name'),
      remove: database.prepare('DELETE FROM files WHERE name = ? AND keeping = ?'),
    };
  }

  async keep(name: string, bytes: Uint8Array): Promise<void> {
    const blob = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.attempts.attemptToWrite('keep', () => {
      // Not flushed by itself: in the log it stands before the commit that names it, and is flushed with that one.
      this.database.pragma('synchronous = NORMAL');
      try {
        this.statements.keep.run(name, Date.now(), blob);
      } finally {
        this.database.pragma('synchronous = FULL');
      }
    });
  }

  async read(name: string): Promise<Uint8Array | null> {
    const found = this.attempts.attempt('read', () => this.statements.read.get(name)) as { readonly bytes: Buffer } | undefined; // its column
    return found ? new Uint8Array(found.bytes) : null;
  }

  async list(): Promise<readonly KeptFile[]> {
    const rows = this.attempts.attempt('list', () => this.statements.list.all()) as { name: string; at: number; keeping: number }[]; // its columns
    return rows.map(({ name, at, keeping }) => ({ name, at: new Date(at), mark: String(keeping) }));
  }

  async remove({ name, mark }: KeptFile): Promise<void> {
    this.attempts.attemptToWrite('remove', () => this.statements.remove.run(name, Number(mark)));
  }
}
