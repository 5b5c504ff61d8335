import { builtInFormat, type NumberFormat, parseFormat } from '../../core/number-format.ts';
import { SPREADSHEET } from '../../xlsx/read/sheet/namespaces.ts';
import { CLOSE, END, FAULT, OPEN } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, startScan } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import { isDark, isLight } from './colour-shade.ts';
import { SIGNS_ONLY } from './property-look.ts';

/** How a style shows what is in a cell: numbers by its format; whether a text can be seen in its letters and on its ground. */
export interface SeenStyle {
  readonly format: NumberFormat;
  /** The format as it is written; null for one that programs have built in. */
  readonly code: string | null;
  readonly unseen: boolean;
}

export interface CellStyles {
  readonly cells: readonly SeenStyle[];
  /** Those that conditions bring in: whether one shows numbers otherwise or leaves them out of sight. */
  readonly conditional: readonly boolean[];
}

const ELEMENT = {
  format: 2,
  font: 3,
  size: 4,
  colour: 5,
  fill: 6,
  ground: 7,
  style: 8,
  differential: 9,
  otherFormat: 10,
  otherColour: 11,
  typeface: 16,
  alignment: 17,
  border: 18,
  otherStrike: 19,
} as const;
const ATTRIBUTE = {
  id: 1,
  code: 2,
  font: 3,
  fill: 4,
  value: 5,
  rgb: 6,
  theme: 7,
  indexed: 8,
  tint: 9,
  across: 10,
  border: 11,
  up: 12,
  down: 13,
} as const;
const WORDS = vocabulary({
  namespaces: { '': SPREADSHEET },
  elements: {
    styleSheet: 1,
    'styleSheet/numFmts': 1,
    'styleSheet/numFmt': ELEMENT.format,
    'styleSheet/borders': 1,
    'styleSheet/border': ELEMENT.border,
    'styleSheet/dxfs/dxf/font/strike': ELEMENT.otherStrike,
    'styleSheet/cellXfs/xf/alignment': ELEMENT.alignment,
    'styleSheet/fonts': 1,
    'styleSheet/font': ELEMENT.font,
    'styleSheet/font/sz': ELEMENT.size,
    'styleSheet/font/color': ELEMENT.colour,
    'styleSheet/font/name': ELEMENT.typeface,
    'styleSheet/fills': 1,
    'styleSheet/fill': ELEMENT.fill,
    'styleSheet/fill/patternFill': 12,
    'styleSheet/fill/patternFill/fgColor': ELEMENT.ground,
    'styleSheet/cellXfs': 13,
    'styleSheet/cellXfs/xf': ELEMENT.style,
    'styleSheet/dxfs': 14,
    'styleSheet/dxfs/dxf': ELEMENT.differential,
    'styleSheet/dxfs/dxf/numFmt': ELEMENT.otherFormat,
    'styleSheet/dxfs/dxf/font': 15,
    'styleSheet/dxfs/dxf/font/color': ELEMENT.otherColour,
  },
  attributes: {
    numFmtId: ATTRIBUTE.id,
    formatCode: ATTRIBUTE.code,
    fontId: ATTRIBUTE.font,
    fillId: ATTRIBUTE.fill,
    val: ATTRIBUTE.value,
    rgb: ATTRIBUTE.rgb,
    theme: ATTRIBUTE.theme,
    indexed: ATTRIBUTE.indexed,
    tint: ATTRIBUTE.tint,
    horizontal: ATTRIBUTE.across,
    borderId: ATTRIBUTE.border,
    diagonalUp: ATTRIBUTE.up,
    diagonalDown: ATTRIBUTE.down,
  },
});

/** Excel takes no more. */
const MOST_STYLES = 70_000;
const LEAST_SIZE = 4;

/** The looks of a workbook's styles; null where the part is damaged or holds more than any program writes. */
export function readCellStyles(part: Uint8Array): CellStyles | null {
  const scan = startScan(part, WORDS);
  if (!scan) return null;
  const codes = new Map<number, string>();
  const fonts: { small: boolean; light: boolean; dark: boolean }[] = [];
  const fills: { light: boolean; dark: boolean }[] = [];
  const styles: { readonly id: number; readonly font: number; readonly fill: number; readonly border: number; repeats: boolean }[] = [];
  const conditional: boolean[] = [];
  const crossed: boolean[] = [];
  const isOn = (attribute: number) => /^(1|true)$/.test(attributeOf(scan, attribute) ?? '');
  const number = (attribute: number) => Number(attributeOf(scan, attribute) ?? 0);
  const colourHere = (): SeenColour => seenColour((attribute) => attributeOf(scan, ATTRIBUTE[attribute]));
  for (;;) {
    const event = next(scan);
    if (event === FAULT || styles.length + fonts.length + conditional.length + crossed.length > MOST_STYLES) return null;
    if (event === END) break;
    if (event === CLOSE || event !== OPEN) continue;
    const [font, fill, style] = [fonts.at(-1), fills.at(-1), styles.at(-1)];
    if (scan.node === ELEMENT.format) codes.set(number(ATTRIBUTE.id), attributeOf(scan, ATTRIBUTE.code) ?? '');
    else if (scan.node === ELEMENT.font) fonts.push({ small: false, light: false, dark: true });
    else if (scan.node === ELEMENT.size && font) font.small = number(ATTRIBUTE.value) < LEAST_SIZE;
    else if (scan.node === ELEMENT.colour && font) Object.assign(font, colourHere());
    else if (scan.node === ELEMENT.typeface && font) font.small ||= SIGNS_ONLY.test(attributeOf(scan, ATTRIBUTE.value) ?? '');
    else if (scan.node === ELEMENT.fill) fills.push({ light: true, dark: false });
    else if (scan.node === ELEMENT.ground && fill) Object.assign(fill, colourHere());
    else if (scan.node === ELEMENT.style)
      styles.push({
        id: number(ATTRIBUTE.id),
        font: number(ATTRIBUTE.font),
        fill: number(ATTRIBUTE.fill),
        border: number(ATTRIBUTE.border),
        repeats: false,
      });
    else if (scan.node === ELEMENT.border) crossed.push(isOn(ATTRIBUTE.up) || isOn(ATTRIBUTE.down));
    else if (scan.node === ELEMENT.alignment && style) style.repeats = attributeOf(scan, ATTRIBUTE.across) === 'fill';
    else if (scan.node === ELEMENT.differential) conditional.push(false);
    else if (scan.node === ELEMENT.otherFormat) conditional[conditional.length - 1] = true;
    else if (scan.node === ELEMENT.otherStrike && attributeOf(scan, ATTRIBUTE.value) !== '0') conditional[conditional.length - 1] = true;
    else if (scan.node === ELEMENT.otherColour && colourHere().light) conditional[conditional.length - 1] = true;
  }
  const cells = styles.map(({ id, font, fill, border, repeats }): SeenStyle => {
    const code = codes.get(id) ?? null;
    const { small = false, light = false, dark = true } = fonts[font] ?? {};
    const ground = fills[fill] ?? { light: true, dark: false };
    return {
      format: code === null ? builtInFormat(id) : parseFormat(code),
      code,
      unseen: small || repeats || crossed[border] === true || (light && ground.light) || (dark && ground.dark),
    };
  });
  return { cells, conditional };
}

interface SeenColour {
  readonly light: boolean;
  readonly dark: boolean;
}

/** White and black of the palette, and of the theme (the paper's and the letters'). */
const [PALETTE_LIGHT, PALETTE_DARK] = [/^(1|9|65)$/, /^(0|8|64)$/];
const [FULL_TINT, THEME_LIGHT, THEME_DARK] = [0.8, '0', '1'];

/** Whether a colour is as good as white or as black; `rgb` with its opacity before it. A tint goes from a colour to white, or to black. */
function seenColour(said: (attribute: 'rgb' | 'theme' | 'indexed' | 'tint') => string | null): SeenColour {
  const [rgb, theme, indexed, tint] = [said('rgb')?.slice(2) ?? '', said('theme'), said('indexed') ?? '', Number(said('tint') ?? 0)];
  const light = theme === THEME_LIGHT || PALETTE_LIGHT.test(indexed) || isLight(rgb);
  const dark = theme === THEME_DARK || PALETTE_DARK.test(indexed) || isDark(rgb);
  if (Math.abs(tint) >= FULL_TINT) return { light: tint > 0, dark: tint < 0 };
  return { light: light && tint > -FULL_TINT / 2, dark: dark && tint < FULL_TINT / 2 };
}
