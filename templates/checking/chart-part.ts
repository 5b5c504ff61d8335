import { toNfc } from '../../core/text.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, type Scan, startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import type { PrintedChart, PrintedSeries } from './printed-document.ts';

const CHART = ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'];
const DRAWN = ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'];

const ATTRIBUTE = { at: 1, number: 2, struck: 3, format: 4 } as const;
const ELEMENT = {
  title: 4,
  titleText: 5,
  bars: 7,
  series: 8,
  name: 9,
  nameText: 10,
  categories: 11,
  categoryPoint: 12,
  categoryText: 13,
  values: 14,
  valuePoint: 15,
  valueText: 16,
  labels: 17,
  label: 18,
  labelPlace: 19,
  labelText: 20,
  labelGone: 21,
  labelsGone: 22,
  look: 23,
  axis: 24,
  scaling: 25,
  most: 26,
  least: 27,
  drawnFrom: 28,
  space: 1,
  chart: 2,
  plot: 3,
} as const;

const SPACE = 'c:chartSpace';
const PLOT = `${SPACE}/c:chart/c:plotArea`;
const SERIES = `${PLOT}/c:barChart/c:ser`;
/** Every kind of chart: bars that were made a line are still bars to be looked at. */
const KINDS = [
  'bar',
  'bar3D',
  'line',
  'line3D',
  'area',
  'area3D',
  'pie',
  'pie3D',
  'ofPie',
  'doughnut',
  'radar',
  'scatter',
  'bubble',
  'stock',
];

/** The words of a title, a name or a label: in runs of paragraphs, or those of a cell that it points at. */
const words = (path: string, number: number, text: number): Record<string, number> => ({
  [path]: number,
  [`${path}/c:tx`]: number,
  [`${path}/c:rich`]: number,
  [`${path}/a:p`]: number,
  [`${path}/a:r`]: number,
  [`${path}/a:rPr`]: ELEMENT.look,
  [`${path}/a:fld`]: number,
  [`${path}/a:t`]: text,
  [`${path}/c:strRef`]: number,
  [`${path}/c:strCache`]: number,
  [`${path}/c:pt`]: number,
  [`${path}/c:v`]: text,
});

/** What a program keeps of the cells that it draws, or figures of the chart's own. */
const points = (path: string, number: number, point: number, text: number): Record<string, number> => ({
  [path]: number,
  [`${path}/c:f`]: ELEMENT.drawnFrom,
  ...Object.fromEntries(['numRef', 'numCache', 'numLit', 'strRef', 'strCache', 'strLit'].map((one) => [`${path}/c:${one}`, number])),
  [`${path}/c:pt`]: point,
  [`${path}/c:pt/c:v`]: text,
});

/** Elements of one number have the same children, wherever they stand. */
const WORDS = vocabulary({
  namespaces: { c: CHART, a: DRAWN },
  elements: {
    [SPACE]: 1,
    [`${SPACE}/c:chart`]: 2,
    ...words(`${SPACE}/c:chart/c:title`, ELEMENT.title, ELEMENT.titleText),
    [PLOT]: 3,
    ...Object.fromEntries(KINDS.map((kind) => [`${PLOT}/c:${kind}Chart`, ELEMENT.bars])),
    [SERIES]: ELEMENT.series,
    ...words(`${SERIES}/c:tx`, ELEMENT.name, ELEMENT.nameText),
    ...points(`${SERIES}/c:cat`, ELEMENT.categories, ELEMENT.categoryPoint, ELEMENT.categoryText),
    ...points(`${SERIES}/c:val`, ELEMENT.values, ELEMENT.valuePoint, ELEMENT.valueText),
    [`${SERIES}/c:dLbls`]: ELEMENT.labels,
    ...words(`${SERIES}/c:dLbls/c:dLbl`, ELEMENT.label, ELEMENT.labelText),
    [`${SERIES}/c:dLbls/c:dLbl/c:idx`]: ELEMENT.labelPlace,
    [`${SERIES}/c:dLbls/c:dLbl/c:delete`]: ELEMENT.labelGone,
    [`${SERIES}/c:dLbls/c:delete`]: ELEMENT.labelsGone,
    [`${PLOT}/c:valAx`]: ELEMENT.axis,
    [`${PLOT}/c:valAx/c:scaling`]: ELEMENT.scaling,
    [`${PLOT}/c:valAx/c:scaling/c:max`]: ELEMENT.most,
    [`${PLOT}/c:valAx/c:scaling/c:min`]: ELEMENT.least,
  },
  texts: [0, ELEMENT.drawnFrom, ELEMENT.titleText, ELEMENT.nameText, ELEMENT.categoryText, ELEMENT.valueText, ELEMENT.labelText],
  attributes: { idx: ATTRIBUTE.at, val: ATTRIBUTE.number, strike: ATTRIBUTE.struck, formatCode: ATTRIBUTE.format },
});

/** A group of indicators has some dozens at most. */
const [MOST_SERIES, MOST_POINTS, MOST_LETTERS] = [20, 2_000, 1_000_000];

interface OpenSeries extends PrintedSeries {
  name: string;
  readonly categories: (string | null)[];
  readonly values: (string | null)[];
  readonly labels: (string | null)[];
  readonly drawnFrom: string[];
}

/** What a chart's part shows; null where it is damaged or holds more than any of ours. */
export function readChartPart(part: Uint8Array): Omit<PrintedChart, 'said' | 'behind'> | null {
  const scan = startScan(part, WORDS);
  if (!scan) return null;
  const series: OpenSeries[] = [];
  let [title, text, at, letters, struck, axes] = ['', '', 0, 0, '', 0];
  const axis = { least: '', most: '' };
  const beside = new Set<string>();
  const last = () => series.at(-1);
  const put = (list: (string | null)[] | undefined, isGone = false): void => {
    if (!list) return;
    while (list.length <= at) list.push(null);
    list[at] = isGone ? null : toNfc(text);
  };
  for (;;) {
    const event = next(scan);
    if (event === FAULT || series.length > MOST_SERIES || letters > MOST_LETTERS || beside.size > MOST_POINTS) return null;
    if (event === END) return { title: toNfc([title, ...beside].join(' ')), axis: `${axis.least}–${axis.most}`, series };
    if (event === TEXT) {
      const said = `${struck}${textOf(scan)}`;
      struck = '';
      letters += said.length;
      if (letters > MOST_LETTERS) return null;
      if (scan.node === 0) {
        if (SAYING.has(scan.name.local) && said.trim() !== '') beside.add(`[chữ thêm: ${said}]`);
      } else if (scan.node === ELEMENT.drawnFrom) last()?.drawnFrom.push(toNfc(said));
      else if (scan.node === ELEMENT.titleText) title += said;
      else if (scan.node === ELEMENT.nameText) {
        const open = last();
        if (open) open.name = toNfc(open.name + said);
      } else text += said;
    } else if (event === OPEN) {
      switch (scan.node) {
        case ELEMENT.series:
          series.push({ name: '', categories: [], values: [], labels: [], drawnFrom: [] });
          break;
        case ELEMENT.categoryPoint:
        case ELEMENT.valuePoint:
          at = placeOf(attributeOf(scan, ATTRIBUTE.at));
          text = '';
          break;
        case ELEMENT.labelPlace:
          at = placeOf(attributeOf(scan, ATTRIBUTE.number));
          text = '';
          break;
        case ELEMENT.labelGone:
          if (isOn(scan)) put(last()?.labels, true);
          break;
        case ELEMENT.labelsGone:
          if (isOn(scan)) last()?.labels.fill(null);
          break;
        case ELEMENT.look:
          struck = /^(sng|dbl)Strike$/.test(attributeOf(scan, ATTRIBUTE.struck) ?? '') ? '[gạch ngang] ' : '';
          break;
        case ELEMENT.bars:
          if (scan.name.local !== 'barChart') beside.add(`[${scan.name.local}]`);
          break;
        case ELEMENT.axis:
          if (++axes > 1) beside.add('[trục số thêm]');
          break;
        case ELEMENT.most:
          axis.most = attributeOf(scan, ATTRIBUTE.number) ?? '';
          break;
        case ELEMENT.least:
          axis.least = attributeOf(scan, ATTRIBUTE.number) ?? '';
          break;
        case 0: {
          const sign = signOf(scan);
          if (sign !== null) beside.add(sign);
        }
      }
      if (at < 0) return null;
    } else if (event === CLOSE) {
      if (scan.closed === ELEMENT.categoryPoint) put(last()?.categories);
      else if (scan.closed === ELEMENT.valuePoint) put(last()?.values);
      else if (scan.closed === ELEMENT.labelText) put(last()?.labels);
    }
  }
}

/** Elements of a chart whose text is seen. */
const SAYING = new Set(['t', 'v']);
/** Lines and tables that programs work out themselves, and axes that measure otherwise. */
const DRAWN_BESIDES = new Set(['dTable', 'trendline', 'errBars', 'logBase', 'dispUnits']);
/** Excel takes no longer ones. */
const LONGEST_FORMAT = 255;
/** Of a number format: words of its own outside quotation marks, numbers that are multiplied twice or divided by a thousand. */
const SPELT = /\\[\p{L}\p{N}]|%[^%]*%|0,(?![#0])/u;
const SAYS = /[\p{L}\p{N}]/u;

/** Whether a number format prints figures of its own, or numbers other than they are. */
const isSpelt = (format: string): boolean =>
  format.length >= LONGEST_FORMAT || SPELT.test(format) || format.split('"').some((text, k) => k % 2 === 1 && SAYS.test(text));

const isOn = (scan: Scan): boolean => !/^(0|false)$/.test(attributeOf(scan, ATTRIBUTE.number) ?? '');

/** What programs draw besides the chart, or in its place: shapes over it, content for newer programs where the chart's own stands. */
function signOf(scan: Scan): string | null {
  const { local } = scan.name;
  const around = scan.nodes[scan.depth - 1] ?? 0;
  if (local === 'userShapes') return '[hình vẽ thêm]';
  if (DRAWN_BESIDES.has(local)) return `[${local}]`;
  if (local === 'grouping' && attributeOf(scan, ATTRIBUTE.number) === 'percentStacked') return '[thanh chồng 100%]';
  const format = local === 'numFmt' ? (attributeOf(scan, ATTRIBUTE.format)?.slice(0, LONGEST_FORMAT) ?? null) : null;
  if (format !== null && isSpelt(format)) return `[định dạng “${format}”]`;
  const isInside = around > 0 && (around !== ELEMENT.space || scan.depth > 2);
  return (local === 'AlternateContent' && isInside) || (local === 'chart' && around !== ELEMENT.space) ? '[nội dung thay thế]' : null;
}

/** The number of a point, or -1 for what is none of ours. */
const placeOf = (said: string | null): number =>
  said !== null && /^\d{1,4}$/.test(said) && Number(said) < MOST_POINTS ? Number(said) : -1;
