import { LAST_COLUMN, LAST_ROW } from '../../../../core/address.ts';
import type { Area } from '../../../../core/grid.ts';
import type { Remote } from '../remote.ts';
import type { ModelCell, ModelSheet, SheetRight } from '../sheet.ts';

/**
 * The format of areas: what is set is noted with its areas; of all this only the lock changes what Excel does. A protected sheet takes looks
 * of cells and widths of columns by rights of their own (support.microsoft.com, "Protect a worksheet"), and no other lock before it is
 * unprotected ("Lock or unlock specific areas of a protected worksheet").
 */
export function formatApi(sheet: ModelSheet, areas: readonly Area[]): Remote {
  const set = (name: string, value: unknown): void => {
    for (const area of areas) sheet.look({ area, name, value });
  };
  const note =
    (name: string, right: SheetRight = 'allowFormatCells') =>
    (value: unknown) => {
      sheet.need(right);
      set(name, value);
    };
  const lock = (value: unknown): void => {
    sheet.refuseProtected();
    set('locked', value);
    for (const { top, left, bottom, right } of areas) {
      if (bottom - top + 1 === LAST_ROW && right - left + 1 === LAST_COLUMN) {
        sheet.lockEverything(value === true);
        continue;
      }
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) sheet.put(row, column, { locked: value === true });
    }
  };
  /** What all cells of the areas have in common; null where they differ, or parts of one do. */
  const common = (of: (cell: Readonly<ModelCell>) => boolean | null): boolean | null => {
    const found = new Set<boolean | null>();
    for (const { top, left, bottom, right } of areas)
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) found.add(of(sheet.at(row, column)));
    const [one = null] = found;
    return found.size === 1 ? one : null;
  };
  const alike = (name: keyof ModelCell['font']) => common(({ font }) => font[name]);
  const locked = () => common((cell) => cell.locked);
  return {
    type: 'RangeFormat',
    set: {
      ColumnWidth: note('columnWidth', 'allowFormatColumns'),
      WrapText: note('wrapText'),
      HorizontalAlignment: note('horizontal'),
      VerticalAlignment: note('vertical'),
    },
    to: {
      Fill: () => ({ type: 'RangeFill', set: { Color: note('fill') }, call: { Clear: () => note('fill')(null) } }),
      Font: () => ({
        type: 'RangeFont',
        get: { Strikethrough: () => alike('strikethrough'), Superscript: () => alike('superscript'), Subscript: () => alike('subscript') },
        set: {
          Color: note('colour'),
          Bold: note('bold'),
          Italic: note('italic'),
          Underline: note('underline'),
          Name: note('face'),
          Size: note('size'),
        },
      }),
      Protection: () => ({ type: 'FormatProtection', get: { Locked: () => locked() }, set: { Locked: lock } }),
      Borders: () => ({
        type: 'RangeBorderCollection',
        item: (edge) => ({
          type: 'RangeBorder',
          id: String(edge),
          set: { Style: note(`border ${edge}`), Color: note(`border colour ${edge}`) },
        }),
      }),
    },
  };
}
