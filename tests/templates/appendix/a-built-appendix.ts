import { consolidate, type Received } from '../../../core/consolidating/consolidate.ts';
import type { Field } from '../../../core/layout.ts';
import type { Matrix } from '../../../core/matrix.ts';
import { type Obligations, obligationsOf } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { figureCells } from '../../../core/reading/figure-cells.ts';
import type { Report } from '../../../core/report.ts';
import { madeUpInbox } from '../../../demo/made-up/inbox.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { defaultPlan } from '../../../seeds/plan.ts';
import type { AppendixRequest } from '../../../templates/appendix/appendix-request.ts';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { type OpenedCell, opened } from '../form/opened.ts';

export const plan = defaultPlan();
export const obligationsIn = (period: string): Obligations => obligationsOf(plan, defaultAgencies(), Period.parse(period));

const COLUMNS: Partial<Record<Field, number>> = { state: 8, numerator: 9, denominator: 10, value: 12 };

/** A report as it is read from a workbook whose first row of the plan stands in row 12. */
export const readFrom = (file: string, report: Report): Received => ({
  report,
  source: { file },
  cells: figureCells(report, new Map(plan.indicators.map(({ id }, k) => [id, { sheet: 'Phụ lục I', row: 12 + k, columns: COLUMNS }]))),
});

/** A period that made-up agencies have reported, or some reports of the test's own. */
export function aRequest(period: string, reports?: readonly Report[], previous: Matrix | null = null): AppendixRequest {
  const obligations = obligationsIn(period);
  const inbox = madeUpInbox(obligations);
  const counted = inbox.files.filter(({ counts }) => counts);
  const received = reports
    ? reports.map((report) => readFrom(`${report.agency}.xlsx`, report))
    : counted.map(({ name, report }) => readFrom(name, report));
  const faulty = inbox.files.filter(({ counts, agency }) => !counts && !counted.some((file) => file.agency === agency));
  return {
    obligations,
    received,
    matrix: consolidate({ obligations, received, at: new Date(inbox.asOf), previous }),
    receivedAt: new Map(reports ? [] : counted.map(({ agency, modified }) => [agency, new Date(modified)])),
    problems: new Map(reports ? [] : faulty.map(({ agency, name }) => [agency, { errors: 2, warnings: 1, file: name }])),
  };
}

/** A row of a table of the workbook, its cells by the texts of the heading row. */
export type TableRow = Readonly<Record<string, OpenedCell>>;

export interface BuiltAppendix extends ReturnType<typeof opened> {
  readonly bytes: Uint8Array;
  /** Rows below the heading row, which is the one that has this text. */
  readonly table: (title: string, heading: string) => readonly TableRow[];
}

export const aBuiltAppendix = async (request: AppendixRequest): Promise<BuiltAppendix> => reopened(await buildAppendix(request));

/** A workbook of the appendix's kind, whoever saved it last. */
export function reopened(bytes: Uint8Array): BuiltAppendix {
  const book = opened(bytes);
  return {
    ...book,
    bytes,
    table(title, heading) {
      const rows = new Map<number, Map<string, OpenedCell>>();
      for (const [place, cell] of book.sheet(title).cells) {
        const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
        rows.set(Number(number), (rows.get(Number(number)) ?? new Map()).set(letters, cell));
      }
      const [header, headings] = [...rows].find(([, cells]) => [...cells.values()].some(({ value }) => value === heading)) ?? [
        0,
        new Map(),
      ];
      return [...rows]
        .filter(([number]) => number > header)
        .map(([, cells]) =>
          Object.fromEntries([...headings].flatMap(([letters, { value }]) => (cells.has(letters) ? [[value, cells.get(letters)!]] : []))),
        );
    },
  };
}

export const SHEETS = [
  'Tổng quan',
  'Phụ lục I',
  'Phụ lục II',
  'Ma trận',
  'Chỉ tiêu chưa đạt',
  'Tình hình báo cáo',
  'Nguồn số liệu',
  'Nguồn nhiệm vụ',
];

/** Ids of the plan's rows that stand in a column `Mã`, in the order of the sheet. */
export const idsIn = (book: BuiltAppendix, title: string): string[] =>
  book.table(title, 'Mã').flatMap(({ Mã }) => (Mã && /^PL[12]\./.test(Mã.value) ? [Mã.value] : []));
