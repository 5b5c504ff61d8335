import type { FormatPiece } from '../number-format.ts';
import { withoutTail } from '../text.ts';

/** Stands for the decimal point of a number until it is compared: a point or comma among the format's letters is another thing. */
export const POINT = '\u0001';
const MOST_DECIMALS = 20;

/** What stands in the place of each piece that shows the number. */
export function figuresOf(pieces: readonly FormatPiece[], size: number): ReadonlyMap<number, string> {
  const digits = pieces.flatMap(({ kind }, k) => (kind === 'digit' ? [k] : []));
  if (digits.length === 0) return new Map(pieces.flatMap(({ kind }, k) => (isWhole(kind) ? [[k, decimal(size)] as const] : [])));
  const first = digits[0] ?? 0;
  const exponent = pieces.findIndex(({ kind }) => kind === 'exponent');
  const slash = pieces.findIndex(({ kind }, k) => kind === 'slash' && k > first);
  const isFigure = (piece: FormatPiece, k: number) =>
    piece.kind === 'digit' || (slash >= 0 && k > slash && piece.kind === 'literal' && /^\d$/.test(piece.text)); // a denominator may be given
  const inOnePlace = (text: string) =>
    new Map(pieces.flatMap((piece, k) => (isFigure(piece, k) ? [[k, k === first ? text : ''] as const] : [])));
  if (exponent >= 0) {
    const shownDigits = digits.filter((k) => k < exponent).length;
    return inOnePlace(decimal(Number(size.toPrecision(Math.min(Math.max(shownDigits, 1), 100)))));
  }
  if (slash >= 0) return inOnePlace(decimal(size));
  return fixedFigures(pieces, digits, size);
}

/** A number with a fixed count of decimals: a comma behind the last figure before the point divides it by a thousand. */
function fixedFigures(pieces: readonly FormatPiece[], digits: readonly number[], size: number): ReadonlyMap<number, string> {
  const pointAt = pieces.findIndex(({ kind }) => kind === 'point');
  const wholeAt = digits.filter((k) => pointAt < 0 || k < pointAt);
  const decimalsAt = digits.filter((k) => pointAt >= 0 && k > pointAt);
  const commas = (from: number, to?: number) => pieces.slice(from, to).filter(({ kind }) => kind === 'comma').length;
  const last = digits.at(-1) ?? 0;
  const lastWhole = wholeAt.at(-1) ?? digits[0] ?? 0;
  const scale = 1000 ** (pointAt < 0 ? commas(lastWhole + 1) : commas(lastWhole + 1, pointAt) + commas(last + 1));
  const [whole = '', fraction = ''] = (size / scale).toFixed(Math.min(decimalsAt.length, MOST_DECIMALS)).split('.');
  const marks = (at: readonly number[]) => at.map((k) => (pieces[k] as { mark: string }).mark); // only digits are in the list
  const figures = new Map(fill(wholeAt, marks(wholeAt), whole));
  const kept = fraction.slice(0, Math.max(withoutTail(fraction, /0/).length, marks(decimalsAt).lastIndexOf('0') + 1));
  for (const [n, k] of decimalsAt.entries()) figures.set(k, kept[n] ?? '');
  if (kept !== '') figures.set(pointAt, POINT);
  return figures;
}

/** The digits of a whole number in their places from the right; the first place takes all that are left. */
function fill(at: readonly number[], marks: readonly string[], whole: string): [number, string][] {
  const least = marks.includes('0') ? marks.length - marks.indexOf('0') : 0;
  const digits = (whole === '0' ? '' : whole).padStart(least, '0');
  return at.map((k, n) => {
    const fromRight = at.length - 1 - n;
    const end = digits.length - fromRight;
    return [k, n === 0 ? digits.slice(0, Math.max(end, 0)) : digits.slice(Math.max(end - 1, 0), Math.max(end, 0))];
  });
}

const isWhole = (kind: FormatPiece['kind']): boolean => kind === 'general' || kind === 'text';

const decimal = (size: number): string => String(size).replace('.', POINT);
