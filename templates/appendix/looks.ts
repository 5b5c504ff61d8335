import { numberFormat } from '../../core/measures/number-text.ts';
import type { CellStyle } from '../../xlsx/write/cell.ts';
import { BAND, BOX, CENTRED, FIGURE, FRAME, font, MIDDLE, SIZE, solidFill, WRAPPED } from '../style/type.ts';
import { printedFormat } from './printed-format.ts';

const quiet = { font: font({ colour: 'notOwedText' }), fill: solidFill('notOwed') };

/** The looks of the appendix workbook. Each is one object, so that the style sheet finds it by identity. */
export const LOOK = {
  plain: { font: font() },
  text: { font: font(), alignment: WRAPPED, border: BOX },
  /** Ids and their like: one line, whatever the width. */
  line: { font: font(), alignment: { horizontal: 'left', vertical: 'top' }, border: BOX },
  smallText: { font: font({ size: 10 }), alignment: WRAPPED, border: BOX },
  freeText: { font: font(), alignment: WRAPPED, border: BOX, quotePrefix: true },
  centred: { font: font(), alignment: CENTRED, border: BOX },
  word: { font: font({ bold: true }), alignment: CENTRED, border: BOX },
  count: { font: font(), alignment: FIGURE, border: BOX, numFmt: printedFormat('#,##0') },
  number: { font: font(), alignment: CENTRED, border: BOX, numFmt: printedFormat('#,##0') },
  points: { font: font(), alignment: CENTRED, border: BOX, numFmt: printedFormat('#,##0.00') },
  day: { font: font(), alignment: CENTRED, border: BOX, numFmt: 'dd/mm/yyyy' },
  time: { font: font(), alignment: CENTRED, border: BOX, numFmt: 'dd/mm/yyyy hh:mm' },
  header: { font: font({ bold: true }), alignment: MIDDLE, border: FRAME, fill: solidFill('header') },
  upright: {
    font: font({ size: 10 }),
    alignment: { horizontal: 'center', vertical: 'bottom', textRotation: 90 },
    border: FRAME,
    fill: solidFill('header'),
  },
  group: { font: font({ bold: true }), alignment: { horizontal: 'left', vertical: 'middle' }, border: BAND, fill: solidFill('group') },
  title: { font: font({ size: SIZE.title, bold: true }), alignment: { horizontal: 'left', vertical: 'middle' } },
  note: { font: font({ colour: 'quiet' }), alignment: { horizontal: 'left', vertical: 'middle' } },
  wrappedNote: { font: font({ size: 10, colour: 'quiet' }), alignment: { horizontal: 'left', vertical: 'middle', wrapText: true } },
  sum: { font: font({ bold: true }), alignment: { horizontal: 'left', vertical: 'middle' }, numFmt: printedFormat('#,##0') },
  sumLabel: { font: font(), alignment: { horizontal: 'left', vertical: 'middle' } },
  quietText: { ...quiet, alignment: WRAPPED, border: BOX },
  quietCentred: { ...quiet, alignment: CENTRED, border: BOX },
  cellWord: { font: font({ size: 10 }), alignment: { horizontal: 'center', vertical: 'top' }, border: BOX },
  cellMissing: {
    font: font({ size: 10, colour: 'quiet' }),
    alignment: { horizontal: 'center', vertical: 'top' },
    border: BOX,
    fill: solidFill('missingGround'),
  },
  cellNotOwed: { font: font({ size: 10 }), border: BOX, fill: solidFill('notOwed') },
} as const satisfies Record<string, CellStyle>;

const results = new Map<string, CellStyle>();
const figures = new Map<string, CellStyle>();
const gaps = new Map<string, CellStyle>();

/** The province's figure of a row, in this number format. */
export const resultLook = (numFmt: string): CellStyle =>
  known(results, numFmt, { font: font({ bold: true }), alignment: FIGURE, border: BOX });

/** A gap with the decimals that it is told with, two at least. */
export function gapLook(told: string): CellStyle {
  const decimals = told.split(',')[1]?.length ?? 0;
  if (decimals <= 2) return LOOK.points;
  const numFmt = numberFormat(decimals);
  return known(gaps, numFmt, LOOK.points);
}

/** One agency's figure that is a number. */
export const figureLook = (numFmt: string): CellStyle =>
  known(figures, numFmt, { font: font({ size: 10 }), alignment: FIGURE, border: BOX });

function known(looks: Map<string, CellStyle>, numFmt: string, look: CellStyle): CellStyle {
  const made = looks.get(numFmt) ?? { ...look, numFmt: printedFormat(numFmt) };
  looks.set(numFmt, made);
  return made;
}
