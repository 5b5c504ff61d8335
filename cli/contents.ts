import { readFileSync } from 'node:fs';
import type { AgencyId } from '../core/plan/agency.ts';

/** A file of a folder, and whose workbook it is: null where it says nobody's. */
export interface SentFile {
  readonly name: string;
  readonly path: Buffer;
  readonly agency: AgencyId | null;
}

/**
 * The SHA-256 of those files of which an agency sent several, by their names: read anew, as few folders have such files, and to hold the
 * bytes of all of them would fill the memory. What cannot be read any more equals nothing else.
 */
export async function contentsOfSeveral(files: readonly SentFile[]): Promise<ReadonlyMap<string, string>> {
  const counts = new Map<AgencyId | null, number>();
  for (const { agency } of files) counts.set(agency, (counts.get(agency) ?? 0) + 1);
  const several = files.filter(({ agency }) => agency !== null && (counts.get(agency) ?? 0) > 1);
  if (several.length === 0) return new Map();
  const { hash } = await import('node:crypto'); // takes 4 ms to load
  return new Map(several.map(({ name, path }) => [name, contentOf(path, (bytes) => hash('sha256', bytes)) ?? `unread: ${name}`]));
}

function contentOf(path: Buffer, hashOf: (bytes: Uint8Array) => string): string | null {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return null;
  }
}
