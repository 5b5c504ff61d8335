import { type Day, serialOfDay } from '../../core/day.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import { type Indicator, type RowId, wholeOf } from '../../core/plan/plan.ts';
import { valueIn } from '../../core/tables/inputs.ts';
import { matrixColumns } from '../../core/tables/matrix-cell.ts';
import type { Formula, Row } from '../../xlsx/write/cell.ts';
import { type DefinedName, quoted, type SheetToWrite } from '../../xlsx/write/sheet.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { type Column, cell, headerRow, itemRow, lettersOf, widthsOf } from './columns.ts';
import { LOOK } from './looks.ts';
import { isStatedWithDay, linesOf, mustEachReach } from './matrix-line.ts';
import { paperOf } from './paper.ts';
import { SOURCE, SOURCE_TITLE } from './source-names.ts';
import { whereItStands } from './where-it-stands.ts';
import { pageFooter, workingHeading } from './working-heading.ts';

interface Figure {
  readonly indicator: Indicator;
  readonly agency: Agency;
  readonly label: string;
  readonly reported: IndicatorCell;
}

/** The sheet of the sources, the names of its columns, and where a figure stands in it. */
export interface Sources {
  readonly sheet: SheetToWrite;
  readonly names: readonly DefinedName[];
  /** The place of an agency's figure; null where it reported none. */
  readonly placeOf: (row: RowId, agency: AgencyId) => string | null;
  /** Where a row's first figure stands. */
  readonly firstOf: (row: RowId) => string | null;
}

/** One row a reported figure, with the file and cell that it was read from; every total of the workbook is added up from here. */
export function sourceSheet(request: AppendixRequest, labels: ReadonlyMap<string, string>): Sources {
  const columns = columnsOf(request);
  const widths = widthsOf(columns);
  const heading = workingHeading('NGUỒN SỐ LIỆU CÁC CHỈ TIÊU', request, {
    notes: [`Mỗi dòng là một số liệu đã báo cáo. Các số ${wholeOf(request.obligations.plan)} ở trang Ma trận được cộng từ trang này.`],
    widths,
  });
  const header = heading.rows.length + 1;
  const count = countFigures(request);
  const last = header + Math.max(1, count);
  const area = (key: string): string =>
    `${quoted(SOURCE_TITLE)}!$${lettersOf(columns, key)}$${header + 1}:$${lettersOf(columns, key)}$${last}`;
  return {
    ...placesOf(request, labels, header),
    sheet: {
      title: SOURCE_TITLE,
      widths,
      rows: rowsOf(request, labels, { columns, heading: heading.rows, count }),
      merges: heading.merges,
      conditionalFormats: [],
      frozen: { rows: header, columns: 3 },
      filter: `A${header}:${lettersOf(columns, columns.at(-1)?.key ?? 'id')}${last}`,
      paper: paperOf({ widths, lastRow: last, header, foot: pageFooter(request, SOURCE_TITLE) }),
    },
    names: columns.flatMap(({ key }) => (key in SOURCE ? [{ name: SOURCE[key as keyof typeof SOURCE], area: area(key) }] : [])), // a key of SOURCE
  };
}

function* rowsOf(
  request: AppendixRequest,
  labels: ReadonlyMap<string, string>,
  { columns, heading, count }: { columns: readonly Column<Figure>[]; heading: readonly Row[]; count: number },
): Generator<Row> {
  yield* heading;
  yield headerRow(columns);
  let row = heading.length + 1;
  for (const figure of figuresOf(request, labels)) yield itemRow(columns, figure, ++row);
  if (count === 0) yield { height: 18, cells: [cell('Chưa đơn vị nào báo cáo số liệu.', LOOK.note)] };
}

function placesOf(request: AppendixRequest, labels: ReadonlyMap<string, string>, header: number): Pick<Sources, 'placeOf' | 'firstOf'> {
  const [lines, firsts] = [new Map<string, number>(), new Map<RowId, number>()];
  let line = header;
  for (const { indicator, agency } of figuresOf(request, labels)) {
    lines.set(`${indicator.id} ${agency.id}`, ++line);
    if (!firsts.has(indicator.id)) firsts.set(indicator.id, line);
  }
  const placeAt = (at: number | undefined): string | null => (at === undefined ? null : `${quoted(SOURCE_TITLE)}!A${at}`);
  return { placeOf: (row, agency) => placeAt(lines.get(`${row} ${agency}`)), firstOf: (row) => placeAt(firsts.get(row)) };
}

const countFigures = ({ matrix }: AppendixRequest): number => matrix.indicators.reduce((sum, { coverage }) => sum + coverage.reported, 0);

/** Reported cells by the plan's order, then the agencies'. */
function* figuresOf({ obligations, matrix }: AppendixRequest, labels: ReadonlyMap<string, string>): Generator<Figure> {
  const indicators = new Map(obligations.plan.indicators.map((indicator) => [indicator.id, indicator]));
  for (const { id, cells } of matrix.indicators) {
    const indicator = indicators.get(id);
    if (!indicator) continue;
    for (const agency of obligations.agencies) {
      const reported = cells[agency.id];
      if (reported?.state === 'reported') yield { indicator, agency, label: labels.get(agency.id) ?? agency.id, reported };
    }
  }
}

function columnsOf(request: AppendixRequest): Column<Figure>[] {
  const { matrix } = request;
  const stored = matrix.indicators.some(({ cells }) => Object.values(cells).some((one) => one?.source?.version !== undefined));
  return [
    { key: 'row', header: 'Mã', width: 10, cell: ({ indicator }) => cell(indicator.id, LOOK.line) },
    { key: 'agency', header: 'Mã đơn vị', width: 10.5, cell: ({ agency }) => cell(agency.id, LOOK.line) },
    { key: 'label', header: 'Đơn vị', width: 22, cell: ({ label }) => cell(label) },
    ...inputsOf(request, true),
    ...(linesOf(request).some(mustEachReach)
      ? [{ key: 'meets', header: 'Đạt mức', width: 7, cell: (figure: Figure, row: number) => cell(meets(figure, row), LOOK.centred) }]
      : []),
    ...inputsOf(request, false),
    ...whereItStands<Figure>(request, stored, ({ agency, reported: { source } }) => ({ agency: agency.id, source })),
  ];
}

const LOOKS = { count: LOOK.count, word: LOOK.cellWord, text: LOOK.freeText, day: LOOK.day } as const;

/** What agencies report: the figure's inputs, or those that stand beside any figure. */
const inputsOf = (request: AppendixRequest, figures: boolean): Column<Figure>[] =>
  matrixColumns('indicators').flatMap(({ column: { field, header, openIn, valueKind }, inMatrix: { whenReported, sources } }) => {
    if (sources === 'none' || whenReported !== figures) return [];
    if (openIn === 'tables-that-ask' && !linesOf(request).some(isStatedWithDay)) return [];
    const shown = ({ reported: { source: _, ...members } }: Figure) => {
      const value = valueIn(members, field);
      if (value === undefined) return cell(null, LOOKS[sources.shows]);
      const typed = valueKind.cellValue(value);
      const shownAs = typed instanceof Date ? (sources.shows === 'day' ? serialOfDay(value as Day) : valueKind.display(value)) : typed; // a date is a day
      return cell(shownAs, LOOKS[sources.shows]);
    };
    return [{ key: field, header, width: sources.width, cell: shown }];
  });

/** Whether an agency reaches the level that each must reach: 1 or 0, in whole numbers; blank in all other rows. */
function meets({ indicator, agency, reported }: Figure, row: number): Formula | null {
  const { reaches, formulas } = measureOf(indicator);
  if (formulas.meets === 'none' || reported.numerator === undefined || !reported.denominator) return null;
  return {
    formula: formulas.meets({ numerator: `$D${row}`, denominator: `$E${row}` }, agency.id),
    result: reaches(reported, agency.id) ? 1 : 0,
  };
}
