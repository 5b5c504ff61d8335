import * as z from 'zod';

/** The matrix of a close: which pieces it consists of. */
export const FrozenRow = z.strictObject({ digest: z.string(), pieces: z.int() });
export type FrozenRow = z.infer<typeof FrozenRow>;
export const FrozenPiece = z.string();

export const FROZEN = 'matrix|';
export const PIECES = 'piece|';

export const fourDigits = (number: number): string => String(number).padStart(4, '0');
export const frozenRow = (close: number): string => `${FROZEN}${fourDigits(close)}`;
/** The rows of the pieces of one matrix, by its digest; each ends with `fourDigits(piece)`. */
export const frozenPieces = (close: number, digest: string): string => `${PIECES}${fourDigits(close)}|${digest}|`;
