import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { OfficialTable } from '../../core/report-text/official-table.ts';
import type { TextPart } from '../../core/report-text/text-part.ts';
import { fitColumns } from '../official/fit-columns.ts';
import { PAPER_SIZE } from './docx-look.ts';
import type { DocumentText, ParagraphLook } from './docx-text.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE } as const;
/** Room at the left and right of a cell's text, in twips. */
const PADDING = 60;
/** From line to line, in points: as close as letters with two marks allow. */
const PITCH = 11;
const TWIPS_PER_POINT = 20;
const POINTS_PER_MM = 72 / 25.4;
/** Of a line between cells, in points. */
const LINE_WIDTH = 0.5;
/** Rows at the end of a table that stay together, so that none is left alone on the last page. */
const TOGETHER = 2;

/** Heading, titles and the line that says what the annex belongs to. */
export const annexHead = ({ heading, titles, attached }: OfficialTable, text: DocumentText): Paragraph[] => [
  text.paragraph([heading], { align: 'centre', bold: true, keepNext: true }),
  ...titles.map((title) => text.paragraph([title], { align: 'centre', bold: true, size: 13, keepNext: true })),
  text.paragraph([attached], { align: 'centre', italic: true, size: 13, after: 6, keepNext: true }),
];

/** An official table over this width in millimetres: its header repeats, no row is split, a heading stays with its first row. */
export function annexTable(table: OfficialTable, millimetres: number, text: DocumentText): Table {
  const { columns, lines } = table;
  const setting = { size: PAPER_SIZE.table, room: millimetres * POINTS_PER_MM, padding: (2 * PADDING) / TWIPS_PER_POINT + LINE_WIDTH };
  const widths = fitColumns(table, setting).map((points) => Math.floor(points * TWIPS_PER_POINT));
  const cell = (parts: readonly TextPart[], span: readonly number[], look: ParagraphLook, middle = false): TableCell =>
    new TableCell({
      width: { size: span.reduce((wide, one) => wide + one, 0), type: WidthType.DXA },
      ...(span.length > 1 && { columnSpan: span.length }),
      verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      children: [text.paragraph(parts, { size: PAPER_SIZE.table, pitch: PITCH, ...look })],
    });
  const row = (children: readonly TableCell[], tableHeader = false): TableRow => new TableRow({ cantSplit: true, tableHeader, children });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((wide, one) => wide + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: LINES,
    margins: { left: PADDING, right: PADDING },
    rows: [
      row(
        columns.map(({ header }, k) => cell([header], widths.slice(k, k + 1), { bold: true, align: 'centre', keepNext: true }, true)),
        true,
      ),
      ...lines.map((line, at) => {
        const keepNext = 'heading' in line || at < TOGETHER || (at >= lines.length - TOGETHER && at < lines.length - 1);
        if ('heading' in line) {
          const { tt, title } = line.heading;
          return row([
            cell([tt], widths.slice(0, 1), { bold: true, align: 'centre', keepNext }),
            cell([title], widths.slice(1), { bold: true, keepNext }),
          ]);
        }
        return row(
          columns.map(({ align, weight }, k) =>
            cell(line.cells[k] ?? [], widths.slice(k, k + 1), { align, bold: weight === 'bold', keepNext }),
          ),
        );
      }),
    ],
  });
}
