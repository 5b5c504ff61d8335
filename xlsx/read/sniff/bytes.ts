export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** As OLE files write their stream names. */
export const utf16 = (text: string): Uint8Array => latin1([...text].map((letter) => `${letter}\0`).join(''));

/** Whether `sought` begins somewhere between two offsets, both included. */
export function holds(bytes: Uint8Array, sought: Uint8Array, from = 0, to = bytes.length - sought.length): boolean {
  const [first = 0] = sought;
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= to; at = bytes.indexOf(first, at + 1)) {
    if (sought.every((byte, k) => bytes[at + k] === byte)) return true;
  }
  return false;
}

/** All of them, one behind the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
