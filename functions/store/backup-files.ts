import { createHash } from 'node:crypto';
import type { Files } from './files.ts';

/** Where kept files stand in a backup: behind every partition of documents. */
export const FILES_PARTITION = '~files';

/** Bytes of one line; in base64 a third more. */
const PIECE_BYTES = 1024 * 1024;
const FILE_NAME = /\|([0-9a-f]{64})$/;
const PIECE_NAME = /^(.+\|([0-9a-f]{64}))\|\d{4}$/;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A piece of a file as a document: its row is the file's name and the number of the piece, its value base64. */
export interface FilePiece {
  readonly row: string;
  readonly value?: unknown;
}

/** A file as it is kept, and whether these are the bytes that its name stands for. */
interface WholeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** All kept files, ascending by name. One that was swept meanwhile is left out: nothing names it. */
export async function* keptFiles(files: Files): AsyncGenerator<WholeFile> {
  for (const { name } of await files.list()) {
    const bytes = await files.read(name);
    if (bytes) yield { name, bytes, isWhole: sha256Of(bytes) === FILE_NAME.exec(name)?.[1] };
  }
}

/** A file in pieces. */
export function* filePieces({ name, bytes }: Pick<WholeFile, 'name' | 'bytes'>): Generator<FilePiece & { readonly value: string }> {
  for (let piece = 0; piece * PIECE_BYTES < bytes.length; piece++) {
    const part = bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
    yield { row: `${name}|${String(piece).padStart(4, '0')}`, value: Buffer.from(part).toString('base64') };
  }
}

/** The file whose piece a document is; null where it is none. */
export const pieceOfFile = ({ row, value }: FilePiece): string | null =>
  typeof value === 'string' && /^[A-Za-z0-9+/]+=*$/.test(value) ? (PIECE_NAME.exec(row)?.[1] ?? null) : null;

/** Keeps a file again from all its pieces. Not done where they are not the bytes that its name stands for. */
export async function keepPieces(files: Files, pieces: readonly FilePiece[]): Promise<boolean> {
  const [, name, sha256] = PIECE_NAME.exec(pieces[0]?.row ?? '') ?? [];
  const bytes = Buffer.concat(pieces.map(({ value }) => Buffer.from(String(value), 'base64')));
  if (name === undefined || sha256Of(bytes) !== sha256) return false;
  await files.keep(name, bytes);
  return true;
}
