import { cellName } from '../../core/grid.ts';
import { squash, toNfc } from '../../core/text.ts';
import type { ResultBars } from '../report/result-bars.ts';
import { RESULT_AXIS } from '../report/result-chart.ts';
import type { CheckedFigures, FigureDifference } from './difference.ts';
import type { PrintedChart } from './printed-document.ts';
import { isSameNumber, storedNumberText } from './stored-number.ts';

/** Something that a chart says: where, and what. */
interface Said {
  readonly place: string;
  readonly text: string | null;
}

/** The charts of a report one by one against those that it should have: each name, bar and figure beside it. */
export function checkCharts(
  printed: readonly (PrintedChart | null)[],
  wanted: readonly ResultBars[],
): Pick<CheckedFigures, 'count' | 'differences'> {
  const ours = wanted.map(chartOf);
  const differences = Array.from({ length: Math.max(printed.length, ours.length) }, (_, k) =>
    pairDifferences(`Biểu đồ ${k + 1}`, printed[k], ours[k]),
  ).flat();
  return { count: wanted.reduce((sum, { series }) => sum + series.flatMap(({ values }) => values).length, 0), differences };
}

/** The charts over a sheet against those that it should have; which is which is told by the cells that they draw. */
export function checkSheetCharts(
  sheet: string,
  printed: readonly (PrintedChart | null)[],
  wanted: readonly PrintedChart[],
): FigureDifference[] {
  const ours = new Map(wanted.map((chart) => [cellsDrawnBy(chart), chart]));
  const place = (k: number): string => `${sheet}, biểu đồ ${k + 1}`;
  const found = printed.flatMap((here, k) => {
    const key = here === null ? '' : cellsDrawnBy(here);
    const own = ours.get(key);
    ours.delete(key);
    return pairDifferences(place(k), here, own);
  });
  return [...found, ...[...ours.values()].flatMap((own) => pairDifferences(`${sheet}, biểu đồ`, undefined, own))];
}

/** The formulas alike, whatever program wrote them. */
const cellsDrawnBy = ({ series }: PrintedChart): string =>
  series.map(({ drawnFrom }) => drawnFrom.map((formula) => formula.replaceAll(/[$']/g, '')).join(' ')).join('; ');

/** One chart, as it is and as it should be; `null`: it is there and cannot be read. */
function pairDifferences(place: string, here: PrintedChart | null | undefined, ours: PrintedChart | undefined): FigureDifference[] {
  if (!ours) return [{ place, printed: here?.title ?? '', computed: null }];
  if (!here) return [{ place, printed: null, computed: ours.said ?? ours.title }];
  return chartDifferences(place, here, ours);
}

function chartDifferences(chart: string, here: PrintedChart, ours: PrintedChart): FigureDifference[] {
  const printed = [...printedOf(here), ...cellsOf(here.behind ?? new Map())];
  const computed = [...printedOf(ours), ...(here.behind === null ? [] : cellsOf(ours.behind ?? new Map()))];
  // A program that saves a document may drop the alternative text; what is there is true.
  const shown = here.said === null ? computed.filter(({ place }) => place !== ALTERNATIVE) : computed;
  const texts = new Map(printed.map(({ place, text }) => [place, text]));
  const places = new Set(shown.map(({ place }) => place));
  return [
    ...shown.map(({ place, text }) => ({ place, printed: texts.get(place) ?? null, computed: text })),
    ...printed
      .filter(({ place, text }) => text !== null && !places.has(place))
      .map(({ place, text }) => ({ place, printed: text, computed: null })),
  ].flatMap((one) => (isSame(one) ? [] : [{ ...one, place: `${chart}, ${placeIn(one.place, ours)}` }]));
}

/** Figures that programs saved to fifteen digits may differ in the last one. */
function isSame({ printed, computed }: FigureDifference): boolean {
  if (printed === computed) return true;
  const [one, other] = [printed, computed].map((text) =>
    text !== null && STORED.test(text) ? Number(text.replace(',', '.')) : Number.NaN,
  );
  return isSameNumber(one ?? Number.NaN, other ?? Number.NaN);
}
const STORED = /^-?\d+,\d{9,}$/;

const ALTERNATIVE = 'lời thay thế';

/** The cells behind a chart as they are told: names in the first row and column, a bar each in a cell of its own. */
const behindOf = ({ categories, series }: ResultBars): ReadonlyMap<string, string> =>
  new Map([
    ...series.flatMap(({ name, values }, k) => [
      [cellName(1, k + 2), name] as const,
      ...values.map((value, at) => [cellName(at + 2, k + 2), String(value)] as const),
    ]),
    ...categories.map((name, at) => [cellName(at + 2, 1), name] as const),
  ]);

const cellsOf = (behind: ReadonlyMap<string, string>): Said[] =>
  [...behind].map(([cell, text]) => ({ place: `số liệu gốc, ô ${cell}`, text: squash(storedNumberText(text)) }));

/** A bar is called by its row's name where there is such a row. */
const placeIn = (place: string, { series }: PrintedChart): string =>
  place.replace(/^thanh (\d+)/, (whole, number: string) => {
    const name = series[0]?.categories[Number(number) - 1] ?? null;
    return name === null ? whole : `“${squash(name)}”`;
  });

const printedOf = ({ title, said, axis, series }: PrintedChart): Said[] => [
  ...(said === null ? [] : [{ place: ALTERNATIVE, text: squash(said) }]),
  { place: 'tiêu đề', text: squash(title) },
  { place: 'trục số', text: axis },
  ...series.flatMap(({ name, categories, values, labels }, k) => [
    { place: `nhóm thanh ${k + 1}`, text: squash(name) },
    ...categories.map((text, at) => ({ place: `thanh ${at + 1}, nhóm thanh ${k + 1}, tên`, text: text && squash(text) })),
    ...values.map((text, at) => ({ place: `thanh ${at + 1}, nhóm thanh ${k + 1}, độ dài`, text: text && storedNumberText(text) })),
    ...labels.map((text, at) => ({ place: `thanh ${at + 1}, nhóm thanh ${k + 1}, số ghi`, text: text && squash(text) })),
  ]),
];

/** The chart of these bars as it should be read. */
function chartOf(bars: ResultBars): PrintedChart {
  const { title, said, categories, series } = bars;
  return {
    title: toNfc(title),
    said,
    axis: `${RESULT_AXIS.least}–${RESULT_AXIS.most}`,
    behind: behindOf(bars),
    series: series.map(({ name, values, labels }) => ({ name, categories, values: values.map(String), labels, drawnFrom: [] })),
  };
}
