import type { PageSetup, Worksheet } from 'exceljs';
import { cellName } from '../../core/grid.ts';
import type { OfficialCells, OfficialTable } from '../../core/report-text/official-table.ts';
import { plainWords } from '../../core/report-text/text-part.ts';
import { ROW_KEY_HEADER } from '../../core/tables/every-table.ts';
import type { CellStyle, Row, StyledCell } from '../../xlsx/write/cell.ts';
import type { SheetLink, SheetToWrite } from '../../xlsx/write/sheet.ts';
import { fitColumns } from '../official/fit-columns.ts';
import { ANNEX_MARGIN, ANNEX_ROOM, pageRoom, setPage } from '../style/page.ts';
import { paginate } from '../style/page-breaks.ts';
import { CELL_PADDING, linesInRoom, unitsOf } from '../style/row-height.ts';
import { BOX, CENTRED, font, MIDDLE, SIZE, WRAPPED } from '../style/type.ts';

/** Points of the table's letters, and the scale at which they are printed: at 9 points. */
const TABLE_SIZE = 10;
const SCALE = 0.9;
/** Widths are rounded: the page's scale must not come out a percent less. */
const FIT = 0.995;
/** Height of a wrapped line, as Excel gives it, and what a row takes besides; in points. */
const LINE_HEIGHT = 12.75;
const ROW_PADDING = 1.5;
const KEY_WIDTH = 11;
const NOTE = 'Các dòng chưa đến kỳ báo cáo (không in)';

const TEXT_MIDDLE = { horizontal: 'center', vertical: 'middle' } as const;
const small = (bold = false) => font({ size: TABLE_SIZE, bold });

const STYLE = {
  heading: { font: font({ size: SIZE.heading, bold: true }), alignment: TEXT_MIDDLE },
  title: { font: font({ size: SIZE.title, bold: true }), alignment: TEXT_MIDDLE },
  attached: { font: font({ size: SIZE.title, italic: true }), alignment: TEXT_MIDDLE },
  header: { font: small(true), alignment: MIDDLE, border: BOX },
  group: { font: small(true), alignment: WRAPPED, border: BOX },
  left: { font: small(), alignment: WRAPPED, border: BOX, quotePrefix: true },
  centre: { font: small(), alignment: CENTRED, border: BOX },
  word: { font: small(true), alignment: CENTRED, border: BOX },
  key: { font: font({ size: TABLE_SIZE, colour: 'quiet' }), alignment: { horizontal: 'left', vertical: 'top' } },
} as const satisfies Record<string, CellStyle>;

export interface OfficialSheet {
  readonly title: string;
  readonly table: OfficialTable;
  /** Lines below the table, outside what is printed. */
  readonly notPrinted: readonly OfficialCells[];
  /** Links of a row of the plan that stands in this row of the sheet. */
  readonly links: (row: string, at: number) => readonly SheetLink[];
}

/** An annex as it is signed, in a sheet: `Mã` stands before the print area, so that rows are found; the rest prints as it is signed. */
export function officialSheet({ title, table, notPrinted, links }: OfficialSheet): SheetToWrite {
  const widths = fitColumns(table, { size: TABLE_SIZE, room: (ANNEX_ROOM / SCALE) * FIT, padding: CELL_PADDING });
  const last = table.columns.length + 1;
  const above = aboveRows(table);
  const header = above.length + 1;
  const head: Row = sized([keyCell(ROW_KEY_HEADER), ...table.columns.map((one) => ({ value: one.header, style: STYLE.header }))], widths);
  const body = table.lines.map((line) => lineRow(line, table, widths));
  const lastPrinted = header + body.length;
  const rest = notPrinted.length === 0 ? [] : [noteRow(), ...notPrinted.map((line) => lineRow(line, table, widths))];
  const lines = [...table.lines, ...(rest.length > 0 ? [null, ...notPrinted] : [])];
  const room = pageRoom(SCALE, ANNEX_MARGIN);
  const taken = above.reduce((sum, { height }) => sum + height, 0);
  const paged = body.map(({ height }, k) => ({ height, heading: 'heading' in (table.lines[k] ?? {}) }));
  const breaks = paginate(paged, { first: room - taken - head.height, later: room - head.height });
  const units = [KEY_WIDTH, ...widths.map(unitsOf)];
  return {
    title,
    widths: units,
    rows: [...above, head, ...body, ...rest],
    merges: [
      ...above.map((_, k) => `${cellName(k + 1, 2)}:${cellName(k + 1, last)}`),
      ...lines.flatMap((line, k) =>
        line && 'heading' in line ? [`${cellName(header + 1 + k, 3)}:${cellName(header + 1 + k, last)}`] : [],
      ),
    ],
    conditionalFormats: [],
    links: lines.flatMap((line, k) => (line && 'row' in line ? links(line.row, header + 1 + k) : [])),
    frozen: { rows: header, columns: 3 },
    filter: null,
    paper: { ...paperOf(units, { header, lastPrinted, last }), rowBreaks: breaks.map((index) => header + 1 + index), columnBreaks: [] },
  };
}

const keyCell = (value: string | null): StyledCell => ({ value, style: STYLE.key });

/** Heading, titles, and what the annex belongs to, over the table's width; nothing else. */
const aboveRows = ({ heading, titles, attached }: OfficialTable): Row[] =>
  [
    { text: heading, style: STYLE.heading },
    ...titles.map((text) => ({ text, style: STYLE.title })),
    { text: attached, style: STYLE.attached },
  ].map(({ text, style }) => ({ height: 19, cells: [null, { value: text, style }] }));

function lineRow(line: OfficialCells, { columns }: OfficialTable, widths: readonly number[]): Row {
  if ('heading' in line) {
    const texts = columns.map((_, k) => (k === 0 ? line.heading.tt : k === 1 ? line.heading.title : null));
    const cells = [keyCell(null), ...texts.map((value) => ({ value, style: STYLE.group }))];
    return { height: LINE_HEIGHT + ROW_PADDING, cells };
  }
  const cells = columns.map(({ align, weight }, k): StyledCell => {
    const style = weight === 'bold' ? STYLE.word : align === 'centre' ? STYLE.centre : STYLE.left;
    return { value: plainWords(line.cells[k] ?? []), style };
  });
  return sized([keyCell(line.row), ...cells], widths);
}

const noteRow = (): Row => ({ height: LINE_HEIGHT * 2, cells: [null, null, { value: NOTE, style: STYLE.key }] });

/** As high as the tallest of its wrapped texts; the first cell is the key's, which does not wrap. */
function sized(cells: readonly StyledCell[], widths: readonly number[]): Row {
  const lines = cells.slice(1).map(({ value, style }, k) => {
    const weight = style.font.bold ? ('bold' as const) : ('regular' as const);
    return linesInRoom({ text: typeof value === 'string' ? value : '', size: TABLE_SIZE, weight }, (widths[k] ?? 0) - CELL_PADDING);
  });
  return { height: Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING, cells };
}

function paperOf(units: readonly number[], { header, lastPrinted, last }: { header: number; lastPrinted: number; last: number }) {
  const page: { columns: { width: number }[]; pageSetup: Partial<PageSetup>; headerFooter: Partial<Worksheet['headerFooter']> } = {
    columns: units.map((width) => ({ width })),
    pageSetup: {},
    headerFooter: {},
  };
  setPage(page, {
    columns: { first: 2, last },
    lastRow: lastPrinted,
    titles: { first: header, last: header },
    pages: 'as-many',
    foot: null,
    margin: ANNEX_MARGIN,
  });
  return { setup: page.pageSetup, headerFooter: page.headerFooter };
}
