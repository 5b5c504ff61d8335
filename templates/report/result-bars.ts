import { type Fraction, toNumber } from '../../core/fraction.ts';
import { percentText } from '../../core/measures/units.ts';
import type { JoinedIndicator } from '../../core/overview/joined-rows.ts';
import { percentLines } from '../../core/overview/percent-lines.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { nameInSentence } from '../../core/report-text/indicator-results.ts';
import { citedIn } from '../../core/wording/names.ts';
import { textWidth } from '../style/text-width.ts';

export const BAR_NAME_POINTS = 9;
/** In points: some two fifths of the chart. */
const NAME_ROOM = 185;

/** Bars of one kind, each with the figure beside it. */
interface Bars {
  readonly name: string;
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/** All that a chart of results says: what is drawn of it and what a check of a printed one works out once more. */
export interface ResultBars {
  readonly title: string;
  /** Its alternative text: every figure. */
  readonly said: string;
  /** Number and name of each row, on two lines at most. */
  readonly categories: readonly string[];
  readonly series: readonly Bars[];
}

/** Results beside targets for indicators in percent, called by number and name; null where there are none. */
export function resultBars(of: readonly JoinedIndicator[], plan: Plan): ResultBars | null {
  const rows = percentLines(of).flatMap(({ indicator, judged, target }) => {
    if (!judged?.value) return [];
    const name = `${citedIn(plan, indicator.id)}. ${nameInSentence(indicator.name)}`;
    return [{ name, text: judged.text, value: judged.value, target, goal: percentText(toNumber(target)) }];
  });
  if (rows.length === 0) return null;
  const said = rows.map(({ name, text, goal }) => `${name}: ${text}, mục tiêu ${goal}`).join('; ');
  const bars = (name: string, each: readonly { readonly value: Fraction; readonly label: string }[]): Bars => ({
    name,
    values: each.map(({ value }) => toNumber(value)),
    labels: each.map(({ label }) => label),
  });
  return {
    title: 'Kết quả so với mục tiêu (%)',
    said: `Biểu đồ thanh kết quả so với mục tiêu. ${said}.`,
    categories: rows.map(({ name }) => onTwoLines(name)),
    series: [
      bars(
        'Mục tiêu',
        rows.map(({ target, goal }) => ({ value: target, label: goal })),
      ),
      bars(
        'Kết quả',
        rows.map(({ value, text }) => ({ value, label: text })),
      ),
    ],
  };
}

/** A name on two lines, and three dots where it has more: programs leave names of very different room. */
function onTwoLines(name: string): string {
  const lines = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (last === '' || textWidth(longer, BAR_NAME_POINTS, 'regular') <= NAME_ROOM) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first = '', second, third] = lines;
  if (second === undefined) return first;
  return `${first}\n${third === undefined ? second : `${second.replace(/[,;:]$/, '')}…`}`;
}
