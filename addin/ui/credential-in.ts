/** An access key, or a one-time code that is changed for one. */
export interface Credential {
  readonly kind: 'key' | 'code';
  readonly text: string;
}

/** What is no part of a key and yet comes with it from letters, chats and tables: white space, zero-width characters, soft hyphens. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu;
const KEY = /pls_[A-Za-z0-9_-]{43}/;
const CODE = /plc_[A-Za-z0-9_-]{22}/;

/** The key or the code in what was pasted (`Khóa: pls_…`, quotes, line breaks); null where neither is. */
export function credentialIn(pasted: string): Credential | null {
  const text = pasted.replace(UNSEEN, '');
  const key = KEY.exec(text)?.[0];
  if (key !== undefined) return { kind: 'key', text: key };
  const code = CODE.exec(text)?.[0];
  return code === undefined ? null : { kind: 'code', text: code };
}

/**
 * The code that a letter's QR code has put into the address (`#ma-moi=plc_…`); nothing where it has none. It never goes to the server by
 * itself.
 */
export const codeInAddress = (): string => CODE.exec(/^#ma-moi=(.+)$/.exec(location.hash)?.[1] ?? '')?.[0] ?? '';
