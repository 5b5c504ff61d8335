import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { BackupDocument, BackupHeader, BackupTrailer } from './backup.ts';
import { isAccessKeyRow, KEYS_PARTITION } from './key-rows.ts';
import { isSoundRow, saysUnreadable } from './row-kinds.ts';
import { type SealCode, sealing } from './seal.ts';

/** A whole store of a province is some tens of thousands; what is more is no backup of ours, whatever it says. */
const MOST_DOCUMENTS = 2_000_000;

/** What a whole backup is, before anything of it is written. */
export interface Inspected {
  readonly documents: number;
  /** What its last line has of the lines before; the lines that are written later must have the same. */
  readonly sha256: string;
  /** Of which store it says that it is; null for one without a seal. */
  readonly store: string | null;
  /** Which of the codes sealed it; null for none of them. */
  readonly code: SealCode | null;
  /** How many access keys it would bring. */
  readonly keys: number;
  /** How many rows it says of that they could not be read when it was made. */
  readonly unreadable: number;
  /** Documents that are not as the program wants them at their place, and the first of them. */
  readonly spoilt: number;
  readonly firstSpoilt: Pick<BackupDocument, 'partition' | 'row'> | null;
}

/**
 * Reads a backup to its end: whether it is whole, whose seal it bears, whether each document is of the shape that its place wants. A
 * number is the first line that is not as it should be.
 */
export async function inspectBackup(lines: AsyncIterable<string>, codes: readonly SealCode[]): Promise<Inspected | number> {
  const digest = createHash('sha256');
  const seals = [...new Set(codes)].map((code) => ({ code, seal: sealing(code) }));
  const seal = (line: string): void => seals.forEach((one) => void one.seal.update(`${line}\n`));
  let [number, keys, unreadable, spoilt, before] = [0, 0, 0, 0, ''];
  let opening: BackupHeader | null = null;
  let firstSpoilt: Inspected['firstSpoilt'] = null;
  let held: string | null = null;
  for await (const line of lines) {
    number++;
    if (number === 1) {
      opening = parsed(BackupHeader, line);
      if (!opening) return 1;
      seal(line);
      continue;
    }
    // The last line is no document, and which is the last shows only afterwards.
    if (held !== null) {
      const document = parsed(BackupDocument, held);
      const place = document ? `${document.partition}\n${document.row}` : '';
      // Ascending, so that no document comes twice.
      if (!document || place <= before || number > MOST_DOCUMENTS) return number - 1;
      before = place;
      digest.update(`${held}\n`);
      seal(held);
      if (document.partition === KEYS_PARTITION && isAccessKeyRow(document.row)) keys++;
      if (saysUnreadable(document.value)) unreadable++;
      if (!isSoundRow(document.partition, document.row, document.value)) {
        spoilt++;
        firstSpoilt ??= { partition: document.partition, row: document.row };
      }
    }
    held = line;
  }
  const end = held === null ? null : parsed(BackupTrailer, held);
  const sha256 = digest.digest('hex');
  if (!opening || !end || end.documents !== number - 2 || end.sha256 !== sha256) return Math.max(number, 1);
  const code = seals.find((one) => one.seal.digest('hex') === end.seal)?.code ?? null;
  const store = opening.version === 2 && end.seal !== undefined ? opening.store : null;
  return { documents: end.documents, sha256, store, code, keys, unreadable, spoilt, firstSpoilt };
}

/** A line as a shape; null for another. */
export function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
