import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { twips } from './docx-look.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE } as const;

/** Blocks side by side, without lines: letterhead and signature. Widths in millimetres. */
export const sideBySide = (columns: readonly { readonly width: number; readonly paragraphs: readonly Paragraph[] }[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => twips(width)),
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, paragraphs }) =>
            new TableCell({
              width: { size: twips(width), type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.TOP,
              children: [...paragraphs],
            }),
        ),
      }),
    ],
  });
