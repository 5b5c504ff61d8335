import type { Source } from '../matrix.ts';

/** The file that a figure was read from, or how else it came. */
export const fileText = ({ file, sheet }: Pick<Source, 'file' | 'sheet'>): string =>
  file ?? (sheet ? 'Tệp biểu của đơn vị' : 'Gửi thẳng từ biểu, không qua tệp');

/** "Biểu 01, ô J12"; null where it was read from no workbook. */
export const cellPlaceText = ({ sheet, cell }: Pick<Source, 'sheet' | 'cell'>): string | null =>
  sheet ? [sheet, cell && `ô ${cell}`].filter(Boolean).join(', ') : null;
