import { piecesOf } from './pieces.ts';
import { type Change, MOST_CHANGES, MOST_TRANSACTION_BYTES, OverLimit } from './table.ts';

/** Azure Table Storage: bytes of one entity, names and overhead included. The emulator takes more; Azure does not. */
export const MOST_ENTITY_BYTES = 1024 * 1024;

/** Boundaries, addresses and headers of one change in the body of a transaction: under 700 bytes, measured, beside its keys. */
const CHANGE_OVERHEAD = 1024;
/** PartitionKey and RowKey may have 1 KiB each; strings are UTF-16 there. */
const LONGEST_KEY = 512;
/** Printable ASCII but `/ \ # ?`, which Table Storage refuses, and `%`, which some clients decode once too often. */
const LEGAL_KEY = /^[ !"$&-.0->@-[\]-~]+$/;

/** A change with its document as it is stored. */
export type DocumentToWrite = Change & { readonly text: string };

/**
 * The documents of a transaction as texts, held to the limits of Azure Table Storage by every store alike, so that nothing that
 * fits one of them fails in another. Throws `OverLimit`.
 */
export function documentsToWrite(partition: string, changes: readonly Change[]): DocumentToWrite[] {
  const refuse = (why: string, row = ''): never => {
    throw new OverLimit(`[commit] "${[partition, row].filter(Boolean).join(' ')}": ${why}`);
  };
  if (changes.length === 0 || changes.length > MOST_CHANGES) refuse(`${changes.length} changes`);
  if (new Set(changes.map(({ row }) => row)).size < changes.length) refuse('a row is changed twice');
  if (!isLegalKey(partition)) refuse('an illegal key');
  const texts = changes.map((change) => {
    if (!isLegalKey(change.row)) refuse('an illegal key', change.row);
    const text = textOf(change.value);
    if (text === undefined) return refuse('no JSON', change.row);
    if (bytesOfEntity(partition, change.row, text) > MOST_ENTITY_BYTES) refuse(`a document of ${text.length} characters`, change.row);
    return { ...change, text };
  });
  if (isOverTransaction(texts)) refuse('a transaction over 4 MiB');
  return texts;
}

/** The two line ends that JSON lets stand in texts are escaped: the emulator takes them for ends of lines of a transaction's body. */
const textOf = (value: unknown): string | undefined =>
  (JSON.stringify(value) as string | undefined)?.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

export const isLegalKey = (key: string): boolean => key.length <= LONGEST_KEY && LEGAL_KEY.test(key);

/** Bytes that Azure counts for an entity: keys and strings are UTF-16, every property has its name and 12 bytes besides. */
export function bytesOfEntity(partition: string, row: string, text: string): number {
  const keys = 4 + 2 * (partition.length + row.length);
  // Most documents are small; cutting them to count is not worth it.
  if (text.length < MOST_ENTITY_BYTES / 4) return keys + 2 * text.length;
  return piecesOf(text).reduce((sum, [name, piece]) => sum + 12 + 2 * (name.length + piece.length), keys);
}

/** Bytes that Azure counts for a document, its keys apart. */
export const bytesOfDocument = (value: unknown): number => bytesOfEntity('', '', textOf(value) ?? '');

/** Bytes of one change in a transaction's body, where the document is a JSON string again. */
export const bytesOfChange = (text: string): number => CHANGE_OVERHEAD + Buffer.byteLength(JSON.stringify(text));

function isOverTransaction(changes: readonly DocumentToWrite[]): boolean {
  // A UTF-16 unit takes three bytes at most, an escaped one two: no need to count most transactions byte by byte.
  const most = changes.reduce((sum, { text }) => sum + CHANGE_OVERHEAD + 3 * text.length, 0);
  if (most <= MOST_TRANSACTION_BYTES) return false;
  return changes.reduce((sum, { text }) => sum + bytesOfChange(text), 0) > MOST_TRANSACTION_BYTES;
}
