import { builtInFormat, type NumberFormat, parseFormat } from '../../../core/number-format.ts';
import { remembering } from '../remembering.ts';
import { CLOSE, END, FAULT, OPEN } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { attributeOf, startScan } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { isOn, type Looks, lookOf, PLAIN_LOOK } from './looks.ts';
import { SPREADSHEET } from './namespaces.ts';

/** How a cell style shows a number, and how its font looks. */
export interface ReadStyle {
  readonly pattern: NumberFormat;
  readonly look: Looks;
}

/** The cell styles, by the index that cells give. */
export type Formats = readonly ReadStyle[];

const ELEMENT = {
  styles: 1,
  numberFormats: 2,
  numberFormat: 3,
  cellFormats: 4,
  cellFormat: 5,
  fonts: 6,
  font: 7,
  strike: 8,
  position: 9,
} as const;
const ATTRIBUTE = { id: 1, code: 2, font: 3, value: 4 } as const;

const STYLES = vocabulary({
  namespaces: { '': SPREADSHEET },
  elements: {
    styleSheet: ELEMENT.styles,
    'styleSheet/numFmts': ELEMENT.numberFormats,
    'styleSheet/numFmts/numFmt': ELEMENT.numberFormat,
    'styleSheet/cellXfs': ELEMENT.cellFormats,
    'styleSheet/cellXfs/xf': ELEMENT.cellFormat,
    'styleSheet/fonts': ELEMENT.fonts,
    'styleSheet/fonts/font': ELEMENT.font,
    'styleSheet/fonts/font/strike': ELEMENT.strike,
    'styleSheet/fonts/font/vertAlign': ELEMENT.position,
  },
  attributes: { numFmtId: ATTRIBUTE.id, formatCode: ATTRIBUTE.code, fontId: ATTRIBUTE.font, val: ATTRIBUTE.value },
});

/** Reads the cell styles; null where the XML is damaged. A format that the workbook spells out goes before the built-in one. */
export const readFormats = remembering((document: Uint8Array): Formats | null => {
  const scan = startScan(document, STYLES);
  if (!scan) return null;
  const spelled = new Map<number, NumberFormat>();
  const fonts: Looks[] = [];
  const styles: { readonly id: number; readonly font: number }[] = [];
  let [struck, position]: [boolean, string | null] = [false, null];
  const known = (id: number) => spelled.get(id) ?? builtInFormat(id);
  for (;;) {
    const event = next(scan);
    if (event === FAULT) return null;
    if (event === END) return styles.map(({ id, font }) => ({ pattern: known(id), look: fonts[font] ?? PLAIN_LOOK }));
    if (event === CLOSE && scan.closed === ELEMENT.font) fonts.push(lookOf(struck, position));
    if (event !== OPEN) continue;
    const number = (attribute: number) => Number(attributeOf(scan, attribute) ?? 0);
    if (scan.node === ELEMENT.font) [struck, position] = [false, null];
    else if (scan.node === ELEMENT.strike) struck = isOn(attributeOf(scan, ATTRIBUTE.value));
    else if (scan.node === ELEMENT.position) position = attributeOf(scan, ATTRIBUTE.value);
    else if (scan.node === ELEMENT.numberFormat) spelled.set(number(ATTRIBUTE.id), parseFormat(attributeOf(scan, ATTRIBUTE.code) ?? ''));
    else if (scan.node === ELEMENT.cellFormat) styles.push({ id: number(ATTRIBUTE.id), font: number(ATTRIBUTE.font) });
  }
});
