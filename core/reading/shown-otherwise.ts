import { CHANGES_NUMBER, type FormatPiece, type FormatSection, type NumberFormat, sectionOf } from '../number-format.ts';
import { fifteenDigits } from './filled-cell.ts';
import { figuresOf, POINT } from './number-figures.ts';
import { wholeDigits } from './one-number.ts';

const PERCENT_SIGN = /[%％‰]/;

/** A unit behind a number says nothing else of it: "hồ sơ", "m2", "HS/năm", "(TTHC)". */
const UNIT = /\([^()\p{N}]+\)|(?<=\s)(?![xe]\d)\p{L}[\p{L}\p{N}]*(?:\/\p{L}+)*/giu;
const LETTER = /\p{L}/u;
const withoutUnits = (text: string): string => text.replace(UNIT, (unit) => (LETTER.test(unit) ? '' : unit));

/** What a piece of a format shows, and whether that is part of a number: a figure, a sign, another figure as a letter. */
interface Shown {
  readonly text: string;
  readonly tells: boolean;
}

/** Whether a value is shown with a percent sign that is no more than a letter of the format: 95 as "95%". */
export const hasPercentSign = (format: NumberFormat, value: string | number): boolean =>
  sectionFor(format, value)?.pieces.some((piece) => piece.kind === 'literal' && PERCENT_SIGN.test(piece.text)) ?? false;

/** What a format shows where that is not the value that is stored: "95" for 95000, "95.000" for 95, nothing at all; null where it is. */
export function shownInstead(format: NumberFormat, value: string | number): string | null {
  const section = sectionFor(format, value);
  if (!section || section.format === 'date') return null;
  const pieces = literalsJoined(section.pieces);
  const shown =
    typeof value === 'string'
      ? pieces.map((piece) => textPiece(piece, value))
      : numberPieces({ ...section, pieces }, value, section === format.sections[1]);
  const tells = shown.map((one) => one.tells);
  const told = joined(shown.slice(Math.max(tells.indexOf(true), 0), tells.lastIndexOf(true) + 1));
  const isMeant =
    typeof value === 'string' ? told === value : means(told, fifteenDigits(section.format === 'percent' ? value * 100 : value));
  return isMeant ? null : joined(shown).replaceAll(POINT, ',').trim();
}

const joined = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join('');

/** Texts have the fourth section, or one that says where the text goes; without either they are shown as they are. */
function sectionFor(format: NumberFormat, value: string | number): FormatSection | undefined {
  if (typeof value === 'number') return sectionOf(format, value);
  return format.sections[3] ?? format.sections.find(({ pieces }) => pieces.some(({ kind }) => kind === 'text'));
}

const textPiece = (piece: FormatPiece, value: string): Shown => (piece.kind === 'text' ? { text: value, tells: true } : literal(piece));

const literal = (piece: FormatPiece): Shown =>
  piece.kind === 'literal'
    ? { text: piece.text, tells: CHANGES_NUMBER.test(withoutUnits(piece.text)) }
    : { text: piece.kind === 'percent' ? '%' : '', tells: false };

/** A digit alone may be a fraction's denominator. */
const isText = (piece: FormatPiece): piece is FormatPiece & { kind: 'literal' } => piece.kind === 'literal' && !/^\d$/.test(piece.text);

/** Letters that stand side by side are one text, however the format has them: `0\ "m2"`, `0" m2"`. */
function literalsJoined(pieces: readonly FormatPiece[]): readonly FormatPiece[] {
  const joined: FormatPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (isText(piece) && last && isText(last)) joined[joined.length - 1] = { kind: 'literal', text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function numberPieces(section: FormatSection, value: number, second: boolean): readonly Shown[] {
  const bare = second && value < 0; // the section for negative numbers has its own sign
  const size = Math.abs(fifteenDigits(section.format === 'percent' ? value * 100 : value));
  const figures = figuresOf(section.pieces, size);
  return [
    ...(value < 0 && !bare ? [{ text: '-', tells: true }] : []),
    ...section.pieces.map((piece, k) => {
      const text = figures.get(k);
      return text === undefined ? literal(piece) : { text, tells: text !== '' };
    }),
  ];
}

/** Whether a shown number is the stored one; what is no whole number may be rounded. A dash is nought. */
function means(told: string, stored: number): boolean {
  if (stored === 0 && /^[-–—]$/.test(told.trim())) return true;
  const text = told.trim();
  const isBracketed = text.startsWith('(') && text.endsWith(')');
  const [whole = '', decimals] = (isBracketed ? text.slice(1, -1) : text.replace(/^[-+]/, '')).split(POINT);
  const digits = wholeDigits(decimals === undefined ? whole : whole || '0');
  if (digits === null) return false;
  const size = Number(`${digits}.${decimals ?? '0'}`);
  const shown = isBracketed || text.startsWith('-') ? -size : size;
  return Number.isInteger(stored) ? shown === stored : Math.abs(shown - stored) <= 0.5 * 10 ** -(decimals?.length ?? 0) + 1e-9;
}
