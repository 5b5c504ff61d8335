/**
 * UTF-16 units of one string property. Azure takes 32 Ki, the emulator was seen to refuse them once. 1 MiB of entity holds 17 such
 * pieces, so that the limit of 252 properties is never met.
 */
export const LONGEST_PIECE = 32_000;

/** A document's text as named properties of an entity, never cut within a surrogate pair. */
export function piecesOf(text: string): [name: string, piece: string][] {
  const pieces: [string, string][] = [];
  for (let from = 0; from < text.length; ) {
    const end = cutBefore(text, Math.min(from + LONGEST_PIECE, text.length));
    pieces.push([nameOf(pieces.length), text.slice(from, end)]);
    from = end;
  }
  return pieces;
}

/** The text again; null where the entity holds none. */
export function joinedText(entity: Readonly<Record<string, unknown>>): string | null {
  const pieces: string[] = [];
  for (let piece = entity[nameOf(0)]; typeof piece === 'string'; piece = entity[nameOf(pieces.length)]) pieces.push(piece);
  return pieces.length > 0 ? pieces.join('') : null;
}

const nameOf = (piece: number): string => `text${String(piece).padStart(2, '0')}`;

function cutBefore(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return end < text.length && 0xd800 <= last && last <= 0xdbff ? end - 1 : end;
}
