import { attributeOf, type Scan } from '../../xlsx/read/xml/scan.ts';
import { isDark, isLight } from './colour-shade.ts';
import { WORD_ATTRIBUTE, WORD_ELEMENT } from './document-words.ts';

/** What a property makes of the text under it: nothing is seen of it, a sign is put before it that no figure has, or it stays as it is. */
export interface Look {
  readonly property: string;
  /** Empty where the text is out of sight, null where it is seen as it stands. */
  readonly sign: string | null;
}

const OUT_OF_SIGHT = '';
const [ELSEWHERE, TURNED] = ['[đặt ở chỗ khác] ', '[đổi chiều chữ] '];

/** Smallest letters and lines that an eye can read: half points, hundredths of a width, twentieths of a point. */
const [LEAST_SIZE, LEAST_WIDTH, LEAST_LINE, LEAST_ROW, LEAST_CELL] = [8, 34, 120, 160, 100];
/** Twentieths of a point from where a text stands to where it leaves the paper. */
const [FAR, FAR_BACK] = [9_000, -3_000];
const [MOST_RAISED, CLOSEST] = [20, -60];
/** Typefaces in which letters and figures are other signs. */
export const SIGNS_ONLY = /wingding|webding|symbol|dingbat|marlett|barcode/i;

/** How a property that has just been opened shows what it belongs to; null for one that changes no figure. */
export function propertyLook(scan: Scan): Look | null {
  const property = scan.name.local;
  const sign = signOf(scan, property);
  return sign === undefined ? null : { property, sign };
}

/** Undefined for a property that has no say in it. */
function signOf(scan: Scan, property: string): string | null | undefined {
  switch (scan.nodes[scan.depth - 1]) {
    case WORD_ELEMENT.runLook:
      return ofRun(scan, property);
    case WORD_ELEMENT.paragraphLook:
      return ofParagraph(scan, property);
    case WORD_ELEMENT.rowLook:
      if (property === 'hidden') return isOn(scan) ? OUT_OF_SIGHT : null;
      if (property === 'del') return OUT_OF_SIGHT;
      return property === 'trHeight' && isExact(scan) && number(scan, WORD_ATTRIBUTE.value) < LEAST_ROW ? OUT_OF_SIGHT : undefined;
    case WORD_ELEMENT.cellLook:
      if (property === 'vMerge' || property === 'hMerge') return value(scan) === 'restart' ? null : OUT_OF_SIGHT;
      if (property === 'cellDel') return OUT_OF_SIGHT;
      return property === 'tcW' && attributeOf(scan, WORD_ATTRIBUTE.kind) === 'dxa' && number(scan, WORD_ATTRIBUTE.width) < LEAST_CELL
        ? OUT_OF_SIGHT
        : undefined;
    case WORD_ELEMENT.tableLook:
      if (property === 'tblpPr') return ELSEWHERE;
      if (property === 'bidiVisual') return isOn(scan) ? TURNED : null;
      return property === 'tblInd' && isFar(number(scan, WORD_ATTRIBUTE.width)) ? ELSEWHERE : undefined;
    case WORD_ELEMENT.controlLook:
      return property === 'dataBinding' ? '[lấy từ dữ liệu khác] ' : undefined;
    default:
      return undefined;
  }
}

function ofRun(scan: Scan, property: string): string | null | undefined {
  switch (property) {
    case 'vanish':
    case 'specVanish':
      return isOn(scan) ? OUT_OF_SIGHT : null;
    case 'strike':
    case 'dstrike':
      return isOn(scan) ? '[gạch ngang] ' : null;
    case 'rtl':
      return isOn(scan) ? TURNED : null;
    case 'vertAlign':
      return value(scan) === 'baseline' ? null : '[lệch dòng] ';
    case 'position':
      return Math.abs(number(scan, WORD_ATTRIBUTE.value)) > MOST_RAISED ? '[lệch dòng] ' : null;
    case 'color':
      return isLight(value(scan)) || /^(background|light)/.test(attributeOf(scan, WORD_ATTRIBUTE.theme) ?? '') ? OUT_OF_SIGHT : null;
    case 'highlight':
      return /^(black|dark)/.test(value(scan)) ? '[nền tối] ' : null;
    case 'shd':
      return isDark(attributeOf(scan, WORD_ATTRIBUTE.fill) ?? '') ? '[nền tối] ' : null;
    case 'sz':
      return number(scan, WORD_ATTRIBUTE.value) < LEAST_SIZE ? OUT_OF_SIGHT : null;
    case 'w':
      return number(scan, WORD_ATTRIBUTE.value) < LEAST_WIDTH ? OUT_OF_SIGHT : null;
    case 'spacing':
      return number(scan, WORD_ATTRIBUTE.value) < CLOSEST ? OUT_OF_SIGHT : null;
    case 'rFonts':
      return [WORD_ATTRIBUTE.latin, WORD_ATTRIBUTE.others].some((one) => SIGNS_ONLY.test(attributeOf(scan, one) ?? ''))
        ? '[phông ký hiệu] '
        : null;
    case 'textFill':
    case 'eastAsianLayout':
    case 'fitText':
      return '[hiệu ứng chữ] ';
    default:
      return undefined;
  }
}

function ofParagraph(scan: Scan, property: string): string | null | undefined {
  switch (property) {
    case 'framePr':
      return ELSEWHERE;
    case 'bidi':
      return isOn(scan) ? TURNED : null;
    case 'spacing':
      return isExact(scan) && number(scan, WORD_ATTRIBUTE.line) < LEAST_LINE ? OUT_OF_SIGHT : null;
    case 'numPr':
      return '[đánh số tự động] ';
    case 'ind':
      return [WORD_ATTRIBUTE.left, WORD_ATTRIBUTE.right].some((one) => isFar(number(scan, one))) ? ELSEWHERE : null;
    default:
      return undefined;
  }
}

const value = (scan: Scan): string => attributeOf(scan, WORD_ATTRIBUTE.value) ?? '';
const isOn = (scan: Scan): boolean => !/^(0|false|off)$/.test(value(scan));
const isExact = (scan: Scan): boolean => attributeOf(scan, WORD_ATTRIBUTE.lineRule) === 'exact';
const isFar = (at: number): boolean => at > FAR || at < FAR_BACK;

/** Not a number where there is none: no bound holds for it. */
const number = (scan: Scan, attribute: number): number => Number.parseFloat(attributeOf(scan, attribute) ?? '');
