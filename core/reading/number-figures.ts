import type { FormatPiece } from '../number-format.ts';
import { withoutTail } from '../text.ts';

/** Stands for the decimal point of a number until it is compared: a point or comma among the format's letters is another thing. */
export const POINT = '\u0001';
const MOST_DECIMALS = 20;

/** What stands in the place of each piece that shows the number. */
export function figuresOf(pieces: readonly FormatPiece[], size: number): ReadonlyMap<number, string> {
  const digits = pieces.flatMap(({ kind }, k) => (kind === 'digit' ? [k] : []));
  if (digits.length === 0) return new Map(pieces.flatMap(({ kind }, k) => (isWhole(kind) ? [[k, decimal(size)] as const] : [])));
  const exponent = pieces.findIndex(({ kind }) => kind === 'exponent');
  if (exponent >= 0) {
    const shownDigits = digits.filter((k) => k < exponent).length;
    return inFirst(digits, decimal(Number(size.toPrecision(Math.min(Math.max(shownDigits, 1), 100)))));
  }
  const slash = pieces.findIndex(({ kind }) => kind === 'slash');
  if (slash < 0) return fixedFigures(pieces, digits, size);
  const given = pieces.flatMap((piece, k) => (k > slash && piece.kind === 'literal' && /^\d$/.test(piece.text) ? [k] : [])); // a denominator
  return inFirst([...digits, ...given], decimal(size));
}

const inFirst = (places: readonly number[], text: string): ReadonlyMap<number, string> =>
  new Map(places.map((k, n) => [k, n === 0 ? text : '']));

/** A number with a fixed count of decimals: a comma behind the last figure before the point divides it by a thousand. */
function fixedFigures(pieces: readonly FormatPiece[], digits: readonly number[], size: number): ReadonlyMap<number, string> {
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  const pointAt = point < 0 ? pieces.length : point;
  const wholeAt = digits.filter((k) => k < pointAt);
  const decimalsAt = digits.filter((k) => k > pointAt);
  const commas = pieces.slice(wholeAt.at(-1) ?? 0).filter(({ kind }) => kind === 'comma').length;
  const [whole = '', fraction = ''] = (size / 1000 ** commas).toFixed(Math.min(decimalsAt.length, MOST_DECIMALS)).split('.');
  const marks = (at: readonly number[]) => at.map((k) => (pieces[k] as { mark: string }).mark); // only digits are in the list
  const figures = new Map(fill(wholeAt, marks(wholeAt), whole));
  const kept = fraction.slice(0, Math.max(withoutTail(fraction, /0/).length, marks(decimalsAt).lastIndexOf('0') + 1));
  for (const [n, k] of decimalsAt.entries()) figures.set(k, kept[n] ?? '');
  const unplaced = wholeAt.length === 0 && whole !== '0' ? whole : '';
  if (kept !== '') figures.set(pointAt, unplaced + POINT);
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
