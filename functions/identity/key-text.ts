import { createHash, timingSafeEqual } from 'node:crypto';

const PREFIX = 'pls_';
const RANDOM_BYTES = 32;
/** 256 bits in base64url. */
const KEY = /^pls_[A-Za-z0-9_-]{43}$/;
const ID_LETTERS = 8;

/** Gives so many random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** A new access key: `pls_` and 256 random bits. It is shown once; only its digest is kept. */
export const newAccessKey = (random: RandomBytes): string => `${PREFIX}${Buffer.from(random(RANDOM_BYTES)).toString('base64url')}`;

/** Whether a text has the shape of an access key. */
export const isKey = (text: string): boolean => KEY.test(text);

/** SHA-256 of a key in hex. A key is all chance, so no salt and no slow hash is needed. */
export const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Whether two digests are the same, in a time that does not tell how much of them is. */
export const isSameDigest = (one: string, two: string): boolean =>
  one.length === two.length && timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(two, 'hex'));

/** What names a key in lists and audit, and gives nothing of it away: the beginning of its digest. */
export const idOf = (digest: string): string => digest.slice(0, ID_LETTERS);

export const isKeyId = (text: string): boolean => /^[0-9a-f]{8}$/.test(text);
