import { strFromU8, strToU8 } from 'fflate';
import { sheetText } from '../../core/xml-text.ts';

const STRINGS = 'xl/sharedStrings.xml';
/** What exceljs itself drops, and what the zip under it cuts in two where a text is longer than 16 Ki. */
const LOST = /\u007f|[\u{10000}-\u{10ffff}]/gu;
/** As they were carried; text that only looked so was escaped before. */
const CARRIED = /(?<!_x005F)(?:_x(007F)_|_x(D[89AB][0-9A-F]{2})__x(D[C-F][0-9A-F]{2})_)/g;

/**
 * A text as exceljs is to be given it: escaped as SpreadsheetML does, which exceljs does not know of, and the characters that would get
 * lost on the way as escapes too.
 */
export const carriedText = (text: string): string =>
  sheetText(text).replace(LOST, (lost) => Array.from({ length: lost.length }, (_, k) => `_x${hex(lost.charCodeAt(k))}_`).join(''));

/** Puts the characters that were carried as escapes back into the parts that exceljs wrote. */
export function restoreCarriedTexts(parts: Record<string, Uint8Array>): void {
  const strings = parts[STRINGS];
  if (!strings) return;
  const xml = strFromU8(strings);
  const given = xml.replace(CARRIED, (_, ...units: (string | undefined)[]) => String.fromCharCode(...units.slice(0, 3).flatMap(unitOf)));
  if (given !== xml) parts[STRINGS] = strToU8(given);
}

const unitOf = (unit: string | undefined): number[] => (unit === undefined ? [] : [Number.parseInt(unit, 16)]);

const hex = (unit: number): string => unit.toString(16).toUpperCase().padStart(4, '0');
