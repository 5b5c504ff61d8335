import type { AskedSheet } from './ask-sheet.ts';
import type { LookAt, TextLook } from './grid-of.ts';

/** On a sheet of more cells the text is not asked for cell by cell: then only the server finds what is struck out. */
const MOST_CELLS_ASKED = 20_000;
const PLAIN: LookAt = () => null;

/**
 * The looks of each sheet's cells. Nearly every sheet says of itself that nothing is struck out or raised; of the others each cell is
 * asked.
 */
export async function looksOf(context: Excel.RequestContext, asked: readonly AskedSheet[]): Promise<LookAt[]> {
  const looks = asked.map(({ used, font }) => {
    if (used.isNullObject || isPlain(font) || used.rowCount * used.columnCount > MOST_CELLS_ASKED) return null;
    return used.getCellProperties({ format: { font: { strikethrough: true, superscript: true, subscript: true } } });
  });
  if (looks.some((one) => one !== null)) await context.sync();
  return looks.map((one, k) => {
    const used = asked[k]?.used;
    if (!one || !used) return PLAIN;
    return (row, column) => lookOf(one.value[row - 1 - used.rowIndex]?.[column - 1 - used.columnIndex]?.format?.font);
  });
}

const isPlain = (font: Excel.RangeFont): boolean => font.strikethrough === false && font.superscript === false && font.subscript === false;

/** Excel says null where parts of the text look different. */
function lookOf(font: Excel.CellPropertiesFont | undefined): TextLook | null {
  const { strikethrough, superscript, subscript } = font ?? {};
  if ([strikethrough, superscript, subscript].some((one: boolean | null | undefined) => one === null)) return { mixed: true };
  return strikethrough ? { struck: true } : null;
}
