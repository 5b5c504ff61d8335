import { oncePerValue } from './once.ts';

/** How a number is shown: 0,4 in a `%` cell is 40 %, 46304 in a date cell is 9 October. */
export type NumberKind = 'plain' | 'percent' | 'date';

/** A number format once parsed. */
export interface NumberFormat {
  /** How it shows every number, where it shows each as it is stored; null where the number has to be looked at. */
  readonly plainly: NumberKind | null;
  /** For positive numbers, negative ones, zero, texts, as far as the code has them; conditions change that. */
  readonly sections: readonly FormatSection[];
}

export interface FormatSection {
  readonly format: NumberKind;
  readonly condition: { readonly operator: string; readonly bound: number } | null;
  readonly pieces: readonly FormatPiece[];
}

/** What a section shows one after the other: letters and signs of its own, figures of the number, or the number as it is. */
export type FormatPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly mark: string }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'exponent' | 'slash' | 'general' | 'text' | 'date' };

/** Excel takes no longer code. */
const LONGEST_CODE = 255;

/** "General" as programs in other languages write it; what begins with "G/" is Chinese, Japanese or Korean. */
const GENERAL = [
  'general(?:e)?',
  'g/[^\\u0000-\\u007f]+',
  'standard(?:owy)?',
  'standaard',
  'est[aá]ndar',
  'g[eé]n[eé]ral',
  'geral',
  'allgemein',
  'všeobecn[yý]',
  'ogóln[ye]',
  'normál',
  'általános',
  'genel',
  'yleinen',
  'основной',
  'общий',
  'стандартный',
  'γενικός τύπος',
  'tổng quát',
  'chung',
].join('|');

const TOKEN = new RegExp(
  `"([^"]*)"?|\\\\(.?)|_.?|\\*.?|\\[([^\\]]*)\\]?|(${GENERAL})|([eE][+-])|([0#?])|([.,%/@;])|([dmyhsegb])|(.)`,
  'gisu',
);
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;
const ELAPSED = /^(?:h+|m+|s+)$/i;
const SIGNS: Readonly<Record<string, FormatPiece['kind']>> = { '.': 'point', ',': 'comma', '%': 'percent', '/': 'slash', '@': 'text' };

/** What changes the number beside which it stands: other figures, signs, what compares or divides. */
export const CHANGES_NUMBER = /[\p{N}+\-−–()<>≤≥≈~±=/×^]/u;

const MOST_REMEMBERED = 1024;

/** Parses a format code as workbooks hold it (ECMA-376-1, 18.8.31). */
export const parseFormat = oncePerValue(MOST_REMEMBERED, (code: string) => parse(code));

/** The built-in formats that matter (ECMA-376-1, 18.8.30); the gaps between them show a number as it is. */
const BUILT_IN = new Map<number, string>([
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  ...[41, 42, 43, 44].map((id) => [id, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'] as const),
  [48, '##0.0E+0'],
]);
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** A built-in number format. */
export function builtInFormat(id: number): NumberFormat {
  const isDate = BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
  return parseFormat(BUILT_IN.get(id) ?? (isDate ? 'dd/mm/yyyy' : 'General'));
}

/** How a format shows a value: texts are shown as they are, whatever it makes of numbers. */
export const formatOfValue = (format: NumberFormat, value: unknown): NumberKind =>
  format.plainly ?? (typeof value === 'number' ? sectionOf(format, value) : format.sections[0])?.format ?? 'plain';

/** The section that applies to a number, as Excel chooses it. */
export function sectionOf({ sections }: NumberFormat, value: number): FormatSection | undefined {
  const [first, second = first, third = first] = sections;
  const holds = (section: FormatSection | undefined) => section?.condition && meets(value, section.condition);
  if (first?.condition || second?.condition) {
    if (holds(first)) return first;
    if (holds(second)) return second;
    return first?.condition && second?.condition ? third : second;
  }
  return value > 0 ? first : value < 0 ? second : third;
}

function meets(value: number, { operator, bound }: NonNullable<FormatSection['condition']>): boolean {
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '=':
      return value === bound;
    default:
      return value !== bound;
  }
}

function parse(code: string): NumberFormat {
  const begin = () => ({ pieces: [] as FormatPiece[], condition: null as FormatSection['condition'], bareWord: false });
  const sections = [begin()];
  for (const [whole, quoted, escaped, bracket, general, exponent, digit, sign, date, other] of code
    .slice(0, LONGEST_CODE)
    .matchAll(TOKEN)) {
    const section = sections.at(-1);
    if (!section) break;
    if (sign === ';') sections.push(begin());
    else if (bracket !== undefined) {
      const [, operator, bound] = CONDITION.exec(bracket) ?? [];
      if (operator !== undefined) section.condition = { operator, bound: Number(bound) };
      else if (ELAPSED.test(bracket)) section.pieces.push({ kind: 'date' });
      else if (bracket.startsWith('$')) section.pieces.push({ kind: 'literal', text: bracket.slice(1).split('-', 1)[0] ?? '' });
    } else if (general !== undefined) section.pieces.push({ kind: 'general' });
    else if (exponent !== undefined) section.pieces.push({ kind: 'exponent' });
    else if (digit !== undefined) section.pieces.push({ kind: 'digit', mark: digit });
    else if (sign !== undefined)
      section.pieces.push({ kind: SIGNS[sign] ?? 'text' } as FormatPiece); // the signs name kinds without more
    else if (date !== undefined) section.pieces.push({ kind: 'date' });
    else {
      if (other !== undefined && /\p{L}/u.test(other)) section.bareWord = true;
      section.pieces.push({ kind: 'literal', text: quoted ?? escaped ?? other ?? (whole.startsWith('_') ? ' ' : '') });
    }
  }
  const parsed = sections.map(({ pieces, condition, bareWord }) => ({
    format: kindOf(pieces),
    condition,
    pieces: orGeneral(pieces, bareWord, sections.length === 1),
  }));
  return { plainly: plainlyOf(parsed), sections: parsed };
}

/** Nothing at all is "General", and so is a bare word where a number should be shown: its name in one more language. */
function orGeneral(pieces: readonly FormatPiece[], bareWord: boolean, alone: boolean): readonly FormatPiece[] {
  const shows = pieces.some(({ kind }) => isFigure(kind) || kind === 'date');
  return !shows && (bareWord || (alone && pieces.length === 0)) ? [{ kind: 'general' }] : pieces;
}

function kindOf(pieces: readonly FormatPiece[]): NumberKind {
  if (pieces.some(({ kind }) => kind === 'date')) return 'date';
  return pieces.some(({ kind }) => kind === 'percent') ? 'percent' : 'plain';
}

function plainlyOf(sections: readonly FormatSection[]): NumberKind | null {
  const [first] = sections;
  const alike = sections.slice(0, 3).every(({ format }, k) => format === first?.format && isPlain(sections[k], k));
  const text = sections[3];
  return first && alike && (text === undefined || text.pieces.some(({ kind }) => kind === 'text')) ? first.format : null;
}

/** Whether a section surely shows every whole number as it is. */
function isPlain(section: FormatSection | undefined, k: number): boolean {
  if (!section) return true;
  if (section.format === 'date') return true;
  const kinds = section.pieces.map(({ kind }) => kind);
  const [first, last] = [kinds.findIndex(isFigure), kinds.findLastIndex(isFigure)];
  if (first < 0) return false;
  const odd = section.pieces.some((piece, n) => {
    if (piece.kind === 'exponent' || piece.kind === 'slash') return true;
    if (piece.kind === 'comma') return !kinds.slice(n + 1).includes('digit') || kinds.slice(0, n).includes('point');
    if (piece.kind !== 'literal') return false;
    return (
      (n > first && n < last) || /[%％‰]/.test(piece.text) || (k !== 1 && CHANGES_NUMBER.test(piece.text)) || /\p{N}/u.test(piece.text)
    );
  });
  if (odd) return false;
  const point = kinds.indexOf('point');
  const whole = section.pieces.slice(0, point < 0 ? undefined : point);
  return kinds.includes('general') || kinds.includes('text') || whole.some((piece) => piece.kind === 'digit' && piece.mark === '0');
}

const isFigure = (kind: FormatPiece['kind']): boolean => kind === 'digit' || kind === 'general' || kind === 'text';
