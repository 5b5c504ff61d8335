import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 of bytes, or of a text's UTF-8, as 64 lower-case hex. Not the browser's own: that is missing where the address is neither https
 * nor this machine.
 */
export const sha256Hex = (content: Uint8Array | string): string => bytesToHex(sha256Bytes(content));

export const sha256Bytes = (content: Uint8Array | string): Uint8Array =>
  sha256(typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** A new idempotency key. `crypto.randomUUID` is missing on an office's own server without https; random bytes are there. */
export const newIdempotencyKey = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
