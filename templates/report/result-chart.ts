import { Paragraph, type ParagraphChild } from 'docx';
import { ChartRun } from 'docx/charts';
import { FACE } from '../style/type.ts';
import { BAR_NAME_POINTS, type ResultBars } from './result-bars.ts';

/** Light and dark, told apart in black and white: targets, then results. */
const COLOURS = ['BFBFBF', '404040'];
/** In pixels; a row has room for two bars and for a name on two lines. */
const SIZE = { width: 620, perRow: 38, around: 100 } as const;

/** The axis goes a little further than a hundred, so that a figure beside a whole bar is not pushed onto it. */
export const RESULT_AXIS = { least: 0, most: 110 } as const;

/** Results beside targets, a bar each with its figure. Its alternative text says every figure. */
export function resultChart({ title, said, categories, series }: ResultBars): Paragraph {
  const chart: ParagraphChild = new ChartRun({
    type: 'bar',
    title,
    categories: [...categories],
    series: series.map(({ name, values, labels }, k) => ({
      name,
      values: [...values],
      color: COLOURS[k] ?? '000000',
      dataLabels: { value: true },
      pointLabels: labels.map((text) => ({ text })),
    })),
    font: { name: FACE, color: '000000' },
    gapWidth: 40,
    categoryAxis: { reverseOrder: true, font: { size: BAR_NAME_POINTS } },
    valueAxis: { minimum: RESULT_AXIS.least, maximum: RESULT_AXIS.most, interval: 20 },
    transformation: { width: SIZE.width, height: SIZE.around + SIZE.perRow * categories.length },
    altText: { name: 'Biểu đồ kết quả', title: 'Kết quả so với mục tiêu', description: said },
  });
  return new Paragraph({ spacing: { before: 120, after: 120 }, children: [chart] });
}
