import { toNumber } from '../../core/fraction.ts';
import { cellName } from '../../core/grid.ts';
import { groupsReceived } from '../../core/overview/group-standings.ts';
import { dueIndicators, dueTasks } from '../../core/overview/joined-rows.ts';
import { percentLines } from '../../core/overview/percent-lines.ts';
import { verdictCounts } from '../../core/overview/verdict-counts.ts';
import { OWN_SHEETS } from '../../core/own-sheets.ts';
import { TASK_WORDS, VERDICT_WORDS } from '../../core/wording/labels.ts';
import { citedIn } from '../../core/wording/names.ts';
import type { CellValue, Row } from '../../xlsx/write/cell.ts';
import type { ChartSeries, PlacedChart } from '../../xlsx/write/chart.ts';
import { quoted, type SheetToWrite } from '../../xlsx/write/sheet.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { cell } from './columns.ts';
import { LOOK, resultLook } from './looks.ts';
import { paperOf } from './paper.ts';
import { pageFooter, workingHeading } from './working-heading.ts';

const OVERVIEW_TITLE = OWN_SHEETS.overview;
const WIDTHS = [24, 12, 12, 26, 3, 24, 12, 3, 30, 12, 12] as const;
const DARK = '404040';
const LIGHT = 'BFBFBF';
const RATE = '0.00%';
const CHART_ROWS = 17;

/** A table of the overview: its headings and rows from a column on. */
interface Block {
  readonly column: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The workbook's first sheet: results against targets, tasks, and who has reported, each a table with its chart; on one page. */
export function overviewSheet(request: AppendixRequest): SheetToWrite {
  const heading = workingHeading('TỔNG QUAN', request, { widths: WIDTHS });
  const header = heading.rows.length + 1;
  const blocks = [indicatorBlock(request), taskBlock(request), groupBlock(request)];
  const longest = Math.max(...blocks.map(({ rows }) => rows.length));
  const rows = [...heading.rows, ...tableRows(blocks, longest)];
  const charts = chartsOf(blocks, header, header + longest + 2);
  const lastRow = header + longest + 2 + CHART_ROWS;
  return {
    title: OVERVIEW_TITLE,
    widths: WIDTHS,
    rows,
    merges: heading.merges,
    conditionalFormats: [],
    charts,
    frozen: { rows: header, columns: 0 },
    filter: null,
    paper: onePage(paperOf({ widths: WIDTHS, lastRow, header, foot: pageFooter(request, OVERVIEW_TITLE) })),
  };
}

const onePage = (paper: SheetToWrite['paper']): SheetToWrite['paper'] => ({ ...paper, setup: { ...paper.setup, fitToHeight: 1 } });

/** Due indicators that are rates; a chart from nought to a hundred percent shows nothing else. */
function indicatorBlock({ obligations, matrix }: AppendixRequest): Block {
  return {
    column: 1,
    headers: ['Chỉ tiêu', 'Kết quả', 'Mục tiêu', 'Đánh giá'],
    rows: percentLines(dueIndicators({ obligations, matrix })).map(({ indicator, row, judged, target }) => [
      citedIn(obligations.plan, indicator.id),
      judged?.value ? toNumber(judged.value) / 100 : null,
      toNumber(target) / 100,
      VERDICT_WORDS[row.verdict],
    ]),
  };
}

function taskBlock({ obligations, matrix }: AppendixRequest): Block {
  const counts = verdictCounts(dueTasks({ obligations, matrix }), TASK_WORDS);
  return { column: 6, headers: ['Nhiệm vụ', 'Số lượng'], rows: counts.map(({ verdict, count }) => [TASK_WORDS[verdict], count]) };
}

function groupBlock({ obligations, matrix }: AppendixRequest): Block {
  const groups = groupsReceived(obligations.plan.agencyGroups, obligations.agencies, matrix);
  const rows = groups.map(({ group, members, received }) => [group.name, received, members.length] as const);
  return { column: 9, headers: ['Nhóm đơn vị', 'Đã báo cáo', 'Phải báo cáo'], rows };
}

function tableRows(blocks: readonly Block[], longest: number): Row[] {
  const lineOf = (at: number): Row => {
    const cells: Row['cells'][number][] = [];
    for (const { column, headers, rows } of blocks) {
      while (cells.length < column - 1) cells.push(null);
      const line = at < 0 ? headers : rows[at];
      for (const value of line ?? []) cells.push(cell(value, styleOf(value, at, column)));
    }
    return { height: at < 0 ? 32 : 16, cells };
  };
  return [-1, ...Array.from({ length: longest }, (_, k) => k)].map(lineOf);
}

const styleOf = (value: CellValue, at: number, column: number) =>
  at < 0 ? LOOK.header : typeof value === 'number' ? (column === 1 ? resultLook(RATE) : LOOK.number) : LOOK.line;

/** One chart below each table, of the cells of that table. */
function chartsOf(blocks: readonly Block[], header: number, top: number): PlacedChart[] {
  const titles = ['Kết quả so với mục tiêu', 'Nhiệm vụ theo tình hình', 'Đơn vị đã báo cáo'];
  const spans = [4, 2, 3];
  return blocks.flatMap(({ column, headers, rows }, k): PlacedChart[] => {
    if (rows.length === 0) return [];
    const area = (at: number) => `${quoted(OVERVIEW_TITLE)}!${fixed(header + 1, at)}:${fixed(header + rows.length, at)}`;
    const series = headers.slice(1).flatMap((name, at): ChartSeries[] => {
      const values = rows.map((row) => row[at + 1]);
      if (values.some((value) => typeof value === 'string')) return [];
      return [
        {
          name,
          area: area(column + 1 + at),
          values: values.map((value) => (typeof value === 'number' ? value : null)),
          colour: at === 0 ? DARK : LIGHT,
        },
      ];
    });
    const categories = rows.map(([name]) => String(name));
    const title = titles[k] ?? '';
    const said = categories.map((name, at) => `${name}: ${series.map((one) => one.values[at] ?? 'chưa có').join(' / ')}`).join('; ');
    return [
      {
        title,
        alt: `${title}. ${said}`,
        from: { column: column - 1, row: top },
        to: { column: column - 1 + (spans[k] ?? 3), row: top + CHART_ROWS },
        format: k === 0 ? '0%' : '0',
        most: k === 0 ? 1 : null,
        categories: { area: area(column), values: categories },
        series,
      },
    ];
  });
}

const fixed = (row: number, column: number): string => cellName(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
