import type { Alignment, Borders, Fill, Font } from 'exceljs';
import { FORM_COLOURS, SIGN_COLOURS } from '../../core/form/colours.ts';
import { FORM_TYPE } from '../../core/form/typeface.ts';

/** The one typeface of official documents. */
export const FACE = FORM_TYPE.face;

/** Font sizes in points. */
export const SIZE = { table: FORM_TYPE.size, letterhead: 12, motto: 13, title: 13, heading: 14, line: 12 } as const;

const argb = (colour: string): string => `FF${colour.slice(1)}`;

/** Colours as ARGB, the same as on pane and pages. */
export const COLOUR = {
  ink: argb(FORM_COLOURS.ink),
  quiet: 'FF5B6573',
  line: argb(FORM_COLOURS.line),
  frame: argb(FORM_COLOURS.frame),
  accent: 'FF0B5CAD',
  header: argb(FORM_COLOURS.header),
  inputHeader: argb(FORM_COLOURS.inputHeader),
  group: 'FFF5F7F9',
  input: argb(FORM_COLOURS.input),
  missingInput: 'FFFFE9A8',
  notOwed: argb(FORM_COLOURS.notOwed),
  notOwedText: argb(FORM_COLOURS.notOwedText),
  met: argb(SIGN_COLOURS['✓']),
  metGround: 'FFE6F4EA',
  below: argb(SIGN_COLOURS['▲']),
  belowGround: 'FFFFF4DB',
  missed: argb(SIGN_COLOURS['✕']),
  missedGround: 'FFFCE8E6',
  missing: 'FF5B6573',
  missingGround: 'FFF1F3F5',
} as const;
export type Colour = keyof typeof COLOUR;

interface FontChoice {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: Colour;
}

/** Times New Roman in a size of the table and in ink, unless told otherwise. */
export function font({ size = SIZE.table, bold = false, italic = false, colour = 'ink' }: FontChoice = {}): Partial<Font> {
  return { name: FACE, family: 1, size, bold, italic, color: { argb: COLOUR[colour] } };
}

/** A plain background. */
export const solidFill = (colour: Colour): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: COLOUR[colour] } });

/** The same for a conditional format, where spreadsheet programs read the background colour. */
export const conditionalFill = (colour: Colour): Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: COLOUR[colour] },
  bgColor: { argb: COLOUR[colour] },
});

const thin = { style: 'thin', color: { argb: COLOUR.line } } as const;
const framed = { style: 'thin', color: { argb: COLOUR.frame } } as const;

/** A thin line on all four sides. */
export const BOX: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
/** The darker line round headings and input cells. */
export const FRAME: Partial<Borders> = { top: framed, left: framed, bottom: framed, right: framed };
/** Lines above and below only: a group heading whose text runs on over the empty cells to its right. */
export const BAND: Partial<Borders> = { top: thin, bottom: thin };

export const WRAPPED: Partial<Alignment> = { horizontal: 'left', vertical: 'top', wrapText: true };
export const CENTRED: Partial<Alignment> = { horizontal: 'center', vertical: 'top', wrapText: true };
export const MIDDLE: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
/** Numbers: right-aligned, and made smaller rather than shown as ####. */
export const FIGURE: Partial<Alignment> = { horizontal: 'right', vertical: 'top', shrinkToFit: true };
