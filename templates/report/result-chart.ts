import { Paragraph, type ParagraphChild } from 'docx';
import { ChartRun } from 'docx/charts';
import { toNumber } from '../../core/fraction.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { JoinedIndicator } from '../../core/overview/joined-rows.ts';
import { percentLines } from '../../core/overview/percent-lines.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { citedIn } from '../../core/wording/names.ts';
import { FACE } from '../style/type.ts';

/** Dark and light: told apart in black and white. */
const RESULT_COLOUR = '404040';
const TARGET_COLOUR = 'BFBFBF';
const SIZE = { width: 600, perRow: 26, around: 90 } as const;

/** Results beside targets, a bar each, for indicators in percent; null where there are none. Its alternative text says every figure. */
export function resultChart(due: readonly JoinedIndicator[], plan: Plan): Paragraph | null {
  const rows = percentLines(due).flatMap(({ indicator, judged, target }) =>
    judged?.value
      ? [{ name: citedIn(plan, indicator.id), text: judged.text, value: judged.value, target, scale: measureOf(indicator).scale }]
      : [],
  );
  if (rows.length === 0) return null;
  const said = rows.map(({ name, text, target, scale }) => `${name}: ${text}, mục tiêu ${scale.text(target)}`).join('; ');
  const chart: ParagraphChild = new ChartRun({
    type: 'bar',
    title: 'Kết quả so với mục tiêu (%)',
    categories: rows.map(({ name }) => name),
    series: [
      { name: 'Mục tiêu', values: rows.map(({ target }) => toNumber(target)), color: TARGET_COLOUR },
      {
        name: 'Kết quả',
        values: rows.map(({ value }) => toNumber(value)),
        color: RESULT_COLOUR,
        dataLabels: { value: true },
        pointLabels: rows.map(({ text }) => ({ text })),
      },
    ],
    font: { name: FACE, color: '000000' },
    gapWidth: 60,
    categoryAxis: { reverseOrder: true },
    valueAxis: { minimum: 0, maximum: 100, interval: 20 },
    transformation: { width: SIZE.width, height: SIZE.around + SIZE.perRow * rows.length },
    altText: { name: 'Biểu đồ kết quả', title: 'Kết quả so với mục tiêu', description: `Biểu đồ thanh kết quả so với mục tiêu. ${said}.` },
  });
  return new Paragraph({ spacing: { before: 120, after: 120 }, children: [chart] });
}
