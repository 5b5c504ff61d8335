import { oncePerValue } from '../../core/once.ts';

/** Letters that share an advance width, by that width in 1/2048 of the font size. */
type Widths = Readonly<Record<number, string>>;

// Advances of Tinos, which has the metrics of Times New Roman. A Vietnamese letter has the advance of its base letter, save ơ, ư and Ư.
const REGULAR: Widths = {
  369: "'",
  410: '|',
  512: ' ,.',
  569: '/:;\\ijlt',
  682: '!()-I[]`fr‘’·',
  717: '•',
  797: 'Js',
  819: '°',
  836: '"',
  909: '?acez“”',
  961: '^',
  983: '{}',
  1024: '#$*0123456789_bdghknopquvxyđ–§',
  1083: 'ơ',
  1108: '~',
  1110: 'ư',
  1124: '≥≤',
  1139: 'FPS',
  1155: '+<=>×',
  1251: 'ELTZ',
  1366: 'BCR',
  1451: '─',
  1479: 'ADGHKNOQUVXYwĐƠ',
  1589: 'Ư',
  1593: '&m',
  1706: '%',
  1821: 'M',
  1886: '@',
  1933: 'W',
  2048: '—…→✓✕▲○',
};

const BOLD: Widths = {
  451: '|',
  512: ' ,.',
  569: "'/\\il",
  682: '!()-:;[]`fjt‘’·',
  717: '•',
  797: 'Is',
  807: '{}',
  819: '°',
  909: 'cerz',
  1024: '#$*0123456789?J_agovxy“”–§',
  1065: '~',
  1134: 'ơ',
  1137: '"',
  1139: 'Sbdhknpquđ',
  1167: '+<=>×≥≤',
  1190: '^',
  1229: 'ư',
  1251: 'FP',
  1366: 'BELTZ',
  1451: '─',
  1479: 'ACDNRUVXYwĐ',
  1593: 'GHKOQƠ',
  1630: 'Ư',
  1706: '&m',
  1905: '@',
  1933: 'M',
  2048: '%W—…→✓✕▲○',
};

const UNITS = 2048;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;

const byLetter = (widths: Widths): Map<string, number> =>
  new Map(Object.entries(widths).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)));

/** Words are many, different ones a few thousand. */
const MOST_REMEMBERED = 4096;
/** What is longer is no word: kept, it would fill the memory. */
const LONGEST_REMEMBERED = 64;

/** Measures texts in units; words once. */
function measuring(widths: Map<string, number>): (text: string) => number {
  const measured = (text: string): number => {
    let units = 0;
    for (const letter of text) units += letterWidth(letter, widths);
    return units;
  };
  const known = oncePerValue(MOST_REMEMBERED, measured);
  return (text) => (text.length > LONGEST_REMEMBERED ? measured(text) : known(text));
}

const regularUnits = measuring(byLetter(REGULAR));
const boldUnits = measuring(byLetter(BOLD));

/** Width in points of one line of text in Times New Roman; a letter the table does not know counts as a wide one. */
export const textWidth = (text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number =>
  ((weight === 'bold' ? boldUnits : regularUnits)(text) * size) / UNITS;

function letterWidth(letter: string, widths: Map<string, number>): number {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  const parts = letter.normalize('NFD');
  const horned = parts.replace(TONES, '').normalize('NFC');
  const width = widths.get(horned) ?? widths.get(parts.replace(MARKS, '')) ?? 1.1 * UNITS;
  widths.set(letter, width);
  return width;
}
