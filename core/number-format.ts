import type { Cell } from './grid.ts';

/** The built-in formats that show a percentage or a date; the gaps between them are plain (ECMA-376-1, 18.8.30). */
const BUILT_IN_PERCENT = new Set([9, 10]);
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** How a built-in number format shows a number. */
export function builtInFormat(id: number): Cell['format'] {
  if (BUILT_IN_PERCENT.has(id)) return 'percent';
  return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'plain';
}

/** What shows characters instead of figures: quoted text, escapes, blanks as wide as a letter, fillers. */
const LITERALS = /"[^"]*"?|\\.?|_.?|\*.?/gsu;
const ELAPSED = /\[(h+|m+|s+)\]/gi;
const BRACKETS = /\[[^\]]*\]?/g;
const GENERAL = /general/gi;
const EXPONENT = /e[+-]/gi;

/** How a format code shows a number: by what is left of its first section once texts, colours and conditions are taken out. */
export function formatOfCode(code: string): Cell['format'] {
  const bare = code.replace(LITERALS, '').replace(ELAPSED, '$1').replace(BRACKETS, '').replace(GENERAL, '').replace(EXPONENT, '');
  const [section = ''] = bare.split(';', 1);
  if (/[dmyhsegb]/i.test(section)) return 'date';
  return section.includes('%') ? 'percent' : 'plain';
}
