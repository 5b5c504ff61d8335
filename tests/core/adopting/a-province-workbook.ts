import excel from 'exceljs';
import type { Workbook } from '../../../core/grid.ts';
import type { SheetLayout } from '../../../core/layout.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { plan } from '../../support/a-form.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';

/** How the plan's appendix tables were sent round: as the province's office, Word and the agency's own people left them. */
export interface Sending {
  readonly sheets: 'two' | 'one';
  /** A row's name as it stands in its cell. */
  readonly spelt: (name: string, id: RowId) => string;
  readonly without: readonly string[];
  readonly headings: 'all' | 'no phases' | 'none';
  /** The header is printed again after so many rows, as at a page's end. */
  readonly headerAfter: number;
  /** Headers of columns of the plan that somebody deleted. */
  readonly deletedColumns: readonly string[];
  /** Headers of the agency's own columns, at the right of the plan's. */
  readonly ownColumns: readonly string[];
  /** "Cơ quan" above "chủ trì" and "phối hợp" in Phụ lục II. */
  readonly headerRows: 1 | 2;
  /** The order of a table's lines, headings among them. */
  readonly ordered: (lines: readonly Line[]) => readonly Line[];
}

/** A line of the plan's table: its cells from "TT" on. */
export interface Line {
  readonly kind: 'row' | 'heading' | 'other';
  readonly id: RowId | null;
  readonly cells: readonly string[];
}

/** The file, what a reader makes of it, and where each row was put. */
export interface ProvinceWorkbook {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly rows: ReadonlyMap<RowId, number>;
  readonly headerRow: Readonly<Record<'indicators' | 'tasks', number>>;
}

type ProvinceRows = Map<RowId, number>;

const AS_SENT: Sending = {
  sheets: 'two',
  spelt: (name) => name,
  without: [],
  headings: 'all',
  headerAfter: 9,
  deletedColumns: [],
  ownColumns: [],
  headerRows: 1,
  ordered: (lines) => lines,
};

/** What Word, macOS and hands make of texts: decomposed letters, no-break and double spaces, line breaks, a number before the name. */
export function pastedFromWord(name: string, id: RowId): string {
  switch ([...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6) {
    case 0:
      return name.normalize('NFD');
    case 1:
      return name.replaceAll(' ', '\u00a0');
    case 2:
      return `${name.replace(/(\S+ \S+ \S+) /g, '$1\n')}\n`;
    case 3:
      return `1. ${name.replace(/[.;]$/, '')}`;
    case 4:
      return `  ${name.replaceAll(' ', '  ')} ;`;
    default:
      return name.replaceAll('“', '"').replaceAll('”', '"').replaceAll('hoá', 'hóa');
  }
}

/** Builds the workbook; rows that are left out are not in `rows`. */
export async function aProvinceWorkbook(over: Partial<Sending> = {}): Promise<ProvinceWorkbook> {
  const sending = { ...AS_SENT, ...over };
  const workbook = new excel.Workbook();
  const rows: ProvinceRows = new Map();
  const first = workbook.addWorksheet(sending.sheets === 'one' ? 'Biểu kèm theo' : 'PL1');
  const indicators = addTable(first, INDICATOR_SHEET, indicatorLines(sending), sending, rows);
  const second = sending.sheets === 'one' ? first : workbook.addWorksheet('PL2 (nhiệm vụ)');
  const tasks = addTable(second, TASK_SHEET, taskLines(sending), sending, rows);
  if (sending.sheets === 'two') workbook.addWorksheet('Nháp').getCell('A1').value = 'Số liệu nháp';
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return { bytes, workbook: workbookOf(bytes), rows, headerRow: { indicators, tasks } };
}

function indicatorLines({ headings, spelt, without }: Sending): Line[] {
  const kept = plan.indicators.filter(({ id }) => !without.includes(id));
  return kept.flatMap((row, k): Line[] => {
    const before = kept[k - 1];
    const phase = plan.phases.find(({ id }) => id === row.phase);
    const group = plan.groups.find(({ id }) => id === row.group);
    return [
      ...(headings === 'all' && before?.phase !== row.phase ? [heading(phase?.tt, phase?.title)] : []),
      ...(headings !== 'none' && before?.group !== row.group ? [heading(row.group?.split('.')[1], group?.title)] : []),
      { kind: 'row', id: row.id, cells: [row.tt, spelt(row.name, row.id), row.targetText, row.leadsText, row.implementersText] },
    ];
  });
}

function taskLines({ headings, spelt, without }: Sending): Line[] {
  const kept = plan.tasks.filter(({ id }) => !without.includes(id));
  return kept.flatMap((row, k): Line[] => {
    const section = plan.sections.find(({ id }) => id === row.section);
    const { tt, name, leadsText, coordinatorsText, deliverable, timeframeText } = row;
    return [
      ...(headings !== 'none' && kept[k - 1]?.section !== row.section ? [heading(row.section, section?.title)] : []),
      { kind: 'row', id: row.id, cells: [tt ?? '', spelt(name, row.id), leadsText, coordinatorsText, deliverable, timeframeText] },
    ];
  });
}

const heading = (number = '', title = ''): Line => ({ kind: 'heading', id: null, cells: [number, title] });

/** Letterhead, header, lines; gives the header's row. */
function addTable(sheet: excel.Worksheet, layout: SheetLayout, lines: readonly Line[], sending: Sending, rows: ProvinceRows): number {
  const { headerAfter, ownColumns, ordered } = sending;
  // "Cách tính" is the form's own: the plan has no such column
  const all = layout.columns.filter(({ role, field }) => role === 'plan' && field !== 'method').map(({ header }) => header);
  const plans = all.filter((header) => !sending.deletedColumns.includes(header));
  const headers = [...plans, ...ownColumns];
  const top = sheet.rowCount + 1;
  const appendix = plan.appendices.find(({ id }) => id === layout.table);
  [appendix?.heading, appendix?.title, appendix?.attached].forEach((text, k) => {
    sheet.getCell(top + k, 1).value = text;
    sheet.mergeCells(top + k, 1, top + k, plans.length);
  });
  const headerRow = top + 4;
  let row = addHeader(sheet, headerRow, headers, layout === TASK_SHEET ? sending.headerRows : 1);
  let since = 0;
  for (const { kind, id, cells } of ordered(lines)) {
    if (since++ === headerAfter) {
      row = addHeader(sheet, row, headers, 1);
      since = 1;
    }
    const kept = cells.filter((_, k) => plans.includes(all[k] ?? ''));
    kept.forEach((text, k) => {
      const cell = sheet.getCell(row, k + 1);
      cell.style = STYLE;
      if (text !== '') cell.value = k > 1 && /^\d+%$/.test(text) ? Number.parseInt(text, 10) / 100 : text;
      if (typeof cell.value === 'number') cell.numFmt = '0%';
    });
    if (kind === 'heading') sheet.mergeCells(row, 2, row, plans.length);
    if (id !== null) {
      rows.set(id, row);
      ownColumns.forEach((header, k) => {
        sheet.getCell(row, plans.length + 1 + k).value = `${header} của đơn vị, dòng ${row}`;
      });
      // a row without a number shares that of the row above it
      if (cells[0] === '' && sheet.getCell(row - 1, 1).value !== null) sheet.mergeCells(row - 1, 1, row, 1);
    }
    row++;
  }
  sheet.getCell(row + 1, 2).value = 'Ghi chú: các cơ quan gửi báo cáo trước ngày 30 tháng 11 hằng năm.';
  return headerRow;
}

/** Gives the row below. */
function addHeader(sheet: excel.Worksheet, row: number, headers: readonly string[], height: 1 | 2): number {
  headers.forEach((header, k) => {
    const [above, below] = height === 2 ? (SPLIT.exec(header)?.slice(1) ?? []) : [];
    sheet.getCell(row, k + 1).value = above ?? header.replace(', theo dõi', ',\n theo dõi').toUpperCase();
    if (below !== undefined) sheet.getCell(row + 1, k + 1).value = below;
    else if (height === 2) sheet.mergeCells(row, k + 1, row + 1, k + 1);
  });
  return row + height;
}

const SPLIT = /^(Cơ quan) (chủ trì|phối hợp)$/;
const STYLE: Partial<excel.Style> = {
  font: { name: 'Times New Roman', size: 12, italic: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } },
};
