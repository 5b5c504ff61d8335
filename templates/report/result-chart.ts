import { Paragraph, type ParagraphChild } from 'docx';
import { ChartRun } from 'docx/charts';
import { toNumber } from '../../core/fraction.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { JoinedIndicator } from '../../core/overview/joined-rows.ts';
import { percentLines } from '../../core/overview/percent-lines.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { nameInSentence } from '../../core/report-text/indicator-results.ts';
import { citedIn } from '../../core/wording/names.ts';
import { textWidth } from '../style/text-width.ts';
import { FACE } from '../style/type.ts';

/** Dark and light: told apart in black and white. */
const RESULT_COLOUR = '404040';
const TARGET_COLOUR = 'BFBFBF';
/** In pixels; a row has room for two bars and for a name on two lines. */
const SIZE = { width: 620, perRow: 38, around: 100 } as const;
const NAME_POINTS = 9;
/** In points: some two fifths of the chart. */
const NAME_ROOM = 185;

/** The axis goes a little further than a hundred, so that a figure beside a whole bar is not pushed onto it. */
const BEYOND = 110;

/**
 * Results beside targets, a bar each with its figure, for indicators in percent, called by number and name; null where there are none. Its
 * alternative text says every figure.
 */
export function resultChart(of: readonly JoinedIndicator[], plan: Plan): Paragraph | null {
  const rows = percentLines(of).flatMap(({ indicator, judged, target }) => {
    if (!judged?.value) return [];
    const { scale } = measureOf(indicator);
    const name = `${citedIn(plan, indicator.id)}. ${nameInSentence(indicator.name)}`;
    return [{ name, text: judged.text, value: judged.value, target, goal: scale.text(target) }];
  });
  if (rows.length === 0) return null;
  const said = rows.map(({ name, text, goal }) => `${name}: ${text}, mục tiêu ${goal}`).join('; ');
  const chart: ParagraphChild = new ChartRun({
    type: 'bar',
    title: 'Kết quả so với mục tiêu (%)',
    categories: rows.map(({ name }) => onTwoLines(name)),
    series: [
      {
        name: 'Mục tiêu',
        values: rows.map(({ target }) => toNumber(target)),
        color: TARGET_COLOUR,
        dataLabels: { value: true },
        pointLabels: rows.map(({ goal }) => ({ text: goal })),
      },
      {
        name: 'Kết quả',
        values: rows.map(({ value }) => toNumber(value)),
        color: RESULT_COLOUR,
        dataLabels: { value: true },
        pointLabels: rows.map(({ text }) => ({ text })),
      },
    ],
    font: { name: FACE, color: '000000' },
    gapWidth: 40,
    categoryAxis: { reverseOrder: true, font: { size: NAME_POINTS } },
    valueAxis: { minimum: 0, maximum: BEYOND, interval: 20 },
    transformation: { width: SIZE.width, height: SIZE.around + SIZE.perRow * rows.length },
    altText: { name: 'Biểu đồ kết quả', title: 'Kết quả so với mục tiêu', description: `Biểu đồ thanh kết quả so với mục tiêu. ${said}.` },
  });
  return new Paragraph({ spacing: { before: 120, after: 120 }, children: [chart] });
}

/** A name on two lines, and three dots where it has more: programs leave names of very different room. */
function onTwoLines(name: string): string {
  const lines = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (last === '' || textWidth(longer, NAME_POINTS, 'regular') <= NAME_ROOM) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first = '', second, third] = lines;
  if (second === undefined) return first;
  return `${first}\n${third === undefined ? second : `${second.replace(/[,;:]$/, '')}…`}`;
}
