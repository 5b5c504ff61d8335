import { columnLetters } from '../../core/grid.ts';
import { squash } from '../../core/text.ts';
import { RELATIONSHIP, SPREADSHEET } from '../../xlsx/read/sheet/namespaces.ts';
import { END, FAULT, OPEN, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, type Scan, startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';

/** How a sheet shows its cells. */
export interface SheetLook {
  /** The style of each wanted cell, by its place. */
  readonly styles: ReadonlyMap<string, number>;
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last column of each stretch that cannot be seen. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** Rows may be out of sight while somebody looks for others. */
  readonly filtered: boolean;
  /** Styles that conditions bring in, and whether some of them leave the value out. */
  readonly conditional: ReadonlySet<number>;
  readonly valueless: boolean;
  /** What page headers and footers say, and messages that come up over the cells; without codes of their look. */
  readonly margins: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  /** The relationships of what is drawn over it. */
  readonly drawings: ReadonlySet<string>;
  /** Icons, bars and small charts that programs draw in the cells, and views that show these otherwise. */
  readonly drawnIn: ReadonlySet<string>;
}

const ELEMENT = { format: 2, column: 3, row: 4, cell: 5, filter: 6, rule: 7, bars: 8, margin: 9, drawing: 10, view: 11 } as const;
const ATTRIBUTE = {
  place: 1,
  style: 2,
  hidden: 3,
  height: 4,
  width: 5,
  first: 6,
  last: 7,
  zero: 8,
  shows: 9,
  differential: 10,
  title: 11,
  message: 12,
  hint: 13,
  related: 14,
  zeros: 15,
  formulas: 16,
} as const;
const MARGINS = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
const WORDS = vocabulary({
  namespaces: { '': SPREADSHEET, r: RELATIONSHIP },
  elements: {
    worksheet: 1,
    'worksheet/sheetFormatPr': ELEMENT.format,
    'worksheet/cols': 1,
    'worksheet/col': ELEMENT.column,
    'worksheet/sheetData': 1,
    'worksheet/row': ELEMENT.row,
    'worksheet/row/c': ELEMENT.cell,
    'worksheet/autoFilter': ELEMENT.filter,
    'worksheet/conditionalFormatting': 1,
    'worksheet/cfRule': ELEMENT.rule,
    'worksheet/cfRule/dataBar': ELEMENT.bars,
    'worksheet/cfRule/iconSet': ELEMENT.bars,
    'worksheet/drawing': ELEMENT.drawing,
    'worksheet/sheetViews': 1,
    'worksheet/sheetView': ELEMENT.view,
    'worksheet/headerFooter': 1,
    ...Object.fromEntries(MARGINS.map((one) => [`worksheet/${one}`, ELEMENT.margin])),
  },
  texts: [ELEMENT.margin],
  attributes: {
    r: ATTRIBUTE.place,
    s: ATTRIBUTE.style,
    hidden: ATTRIBUTE.hidden,
    ht: ATTRIBUTE.height,
    width: ATTRIBUTE.width,
    min: ATTRIBUTE.first,
    max: ATTRIBUTE.last,
    zeroHeight: ATTRIBUTE.zero,
    showValue: ATTRIBUTE.shows,
    dxfId: ATTRIBUTE.differential,
    promptTitle: ATTRIBUTE.title,
    prompt: ATTRIBUTE.message,
    tooltip: ATTRIBUTE.hint,
    'r:id': ATTRIBUTE.related,
    showZeros: ATTRIBUTE.zeros,
    showFormulas: ATTRIBUTE.formulas,
  },
});

/** Heights in points and widths in letters that nobody can read in. */
const [LEAST_HEIGHT, LEAST_WIDTH] = [4, 0.8];
/** A sheet has no more stretches of columns, and of rules some dozens. */
const [MOST_STRETCHES, MOST_RULES] = [16_384, 10_000];

/** How a sheet shows these cells (by place) and rows; null where it is damaged or holds more than any of ours. */
export function readSheetLook(part: Uint8Array, wanted: ReadonlySet<string>, rows: ReadonlySet<number>): SheetLook | null {
  const scan = startScan(part, WORDS);
  if (!scan) return null;
  const styles = new Map<string, number>();
  const [seenRows, hiddenRows, conditional] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const hiddenColumns: (readonly [number, number])[] = [];
  const [margins, messages, drawnIn] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const drawings = new Set<string>();
  let [filtered, valueless, zeroHeight, row, column] = [false, false, false, 0, 0];
  for (;;) {
    const event = next(scan);
    if (event === FAULT || hiddenColumns.length > MOST_STRETCHES || conditional.size > MOST_RULES) return null;
    if (event === END) break;
    if (event === TEXT) {
      if (margins.size < MOST_SAID) for (const said of marginPieces(textOf(scan))) margins.add(said);
      continue;
    }
    if (event !== OPEN) continue;
    switch (scan.node) {
      case ELEMENT.cell: {
        const place = attributeOf(scan, ATTRIBUTE.place);
        column = place === null ? column + 1 : columnOf(place);
        const name = place ?? `${columnLetters(column)}${row}`;
        if (wanted.has(name)) styles.set(name, numberOf(scan, ATTRIBUTE.style, 0));
        break;
      }
      case ELEMENT.row:
        row = numberOf(scan, ATTRIBUTE.place, row + 1);
        column = 0;
        if (rows.has(row)) seenRows.add(row);
        if (rows.has(row) && (isOn(scan, ATTRIBUTE.hidden) || numberOf(scan, ATTRIBUTE.height, LEAST_HEIGHT) < LEAST_HEIGHT))
          hiddenRows.add(row);
        break;
      case ELEMENT.column:
        if (isOn(scan, ATTRIBUTE.hidden) || numberOf(scan, ATTRIBUTE.width, LEAST_WIDTH) < LEAST_WIDTH)
          hiddenColumns.push([numberOf(scan, ATTRIBUTE.first, 0), numberOf(scan, ATTRIBUTE.last, 0)]);
        break;
      case ELEMENT.format:
        zeroHeight = isOn(scan, ATTRIBUTE.zero);
        break;
      case ELEMENT.filter:
        filtered = true;
        break;
      case ELEMENT.rule:
        if (attributeOf(scan, ATTRIBUTE.differential) !== null) conditional.add(numberOf(scan, ATTRIBUTE.differential, -1));
        break;
      case ELEMENT.bars:
        valueless ||= /^(0|false)$/.test(attributeOf(scan, ATTRIBUTE.shows) ?? '');
        drawnIn.add(DRAWN_IN[scan.name.local] ?? '');
        break;
      case ELEMENT.drawing:
        drawings.add(attributeOf(scan, ATTRIBUTE.related) ?? '');
        break;
      case ELEMENT.view:
        if (/^(0|false)$/.test(attributeOf(scan, ATTRIBUTE.zeros) ?? '')) drawnIn.add('không hiện số 0');
        if (isOn(scan, ATTRIBUTE.formulas)) drawnIn.add('hiện công thức thay cho số');
        break;
      case 0: {
        const drawn = DRAWN_IN[scan.name.local];
        if (drawn !== undefined) drawnIn.add(drawn);
        if (messages.size < MOST_SAID)
          for (const attribute of [ATTRIBUTE.title, ATTRIBUTE.message, ATTRIBUTE.hint]) {
            const said = attributeOf(scan, attribute);
            if (said) messages.add(said);
          }
      }
    }
  }
  if (zeroHeight) for (const one of rows) if (!seenRows.has(one)) hiddenRows.add(one);
  return { styles, hiddenRows, hiddenColumns, filtered, conditional, valueless, margins, messages, drawings, drawnIn };
}

/** Of a sheet. */
const MOST_SAID = 20;
/** What is drawn in cells, by the element that asks for it (also those of newer programs). */
const DRAWN_IN: Readonly<Record<string, string>> = {
  dataBar: 'thanh trong ô',
  iconSet: 'biểu tượng trong ô',
  sparkline: 'biểu đồ trong ô',
};
/** Typeface, colour, size and other codes of a page header. */
const MARGIN_CODES = /&"[^"]*"|&K[\dA-Fa-f]{6}|&\d+|&[^LCR]/g;

/** What stands left, in the middle and right. */
const marginPieces = (text: string): string[] =>
  text
    .replaceAll(MARGIN_CODES, '')
    .split(/&[LCR]/)
    .map(squash)
    .filter((piece) => piece !== '');

const isOn = (scan: Scan, attribute: number): boolean => /^(1|true)$/.test(attributeOf(scan, attribute) ?? '');

function numberOf(scan: Scan, attribute: number, otherwise: number): number {
  const text = attributeOf(scan, attribute);
  const number = text === null ? otherwise : Number(text);
  return Number.isFinite(number) ? number : otherwise;
}

/** The column of a place, `AB12` → 28. */
const columnOf = (place: string): number =>
  [...(/^[A-Z]{0,3}/.exec(place)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
