import type { Area } from '../../../../core/grid.ts';
import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';

/** The format of areas: what is set is noted with its areas; of all this only the lock changes what Excel does. */
export function formatApi(sheet: ModelSheet, areas: readonly Area[]): Remote {
  const note = (name: string) => (value: unknown) => {
    if (sheet.locked) throw new Refusal('AccessDenied', `"${sheet.title}" is protected.`);
    for (const area of areas) sheet.formats.push({ area, name, value });
  };
  const lock = (value: unknown): void => {
    note('locked')(value);
    for (const { top, left, bottom, right } of areas)
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) sheet.put(row, column, { locked: value === true });
  };
  return {
    type: 'RangeFormat',
    set: {
      ColumnWidth: note('columnWidth'),
      WrapText: note('wrapText'),
      HorizontalAlignment: note('horizontal'),
      VerticalAlignment: note('vertical'),
    },
    to: {
      Fill: () => ({ type: 'RangeFill', set: { Color: note('fill') } }),
      Font: () => ({ type: 'RangeFont', set: { Color: note('colour'), Bold: note('bold') } }),
      Protection: () => ({ type: 'FormatProtection', set: { Locked: lock } }),
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
