import { formatCount } from '../format.ts';
import { compare, fraction, minus } from '../fraction.ts';
import type { JudgedResult } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import { pointsText } from '../measures/points-text.ts';
import { changeSince } from '../overview/change-since.ts';
import { dueIndicators, type JoinedIndicator } from '../overview/joined-rows.ts';
import { indicatorSections } from '../plan/indicator-sections.ts';
import { squash, withoutTail } from '../text.ts';
import { VERDICT_WORDS } from '../wording/labels.ts';
import { periodName } from '../wording/period-names.ts';
import { indicatorCounts } from './count-verdicts.ts';
import { generalFigure, itemOf, type NarrativeContext, paragraphOf, type ReportBlock, reportSentence } from './narrative-context.ts';
import { joinedParts, rowFigureName, type TextPart } from './text-part.ts';

const MOST_NEAREST = 3;

/** Part II: results by group of indicators, row by row, and which are nearest to being missed. */
export function indicatorResults(ground: NarrativeContext): ReportBlock[] {
  const due = dueIndicators(ground);
  const groups = indicatorSections(ground.obligations.plan)
    .map(({ id, title, indicators }) => ({ id, title, own: due.filter(({ indicator }) => indicators.includes(indicator)) }))
    .filter(({ own }) => own.length > 0);
  return [
    ...groups.flatMap(({ id, title, own }, k): ReportBlock[] => {
      const about = `nhom_${id}`;
      return [
        { kind: 'heading', parts: [`${k + 1}. ${title}`] },
        paragraphOf(
          reportSentence(ground, 'indicatorGroup', {
            count: generalFigure(about, 'count', formatCount(own.length)),
            verdicts: indicatorCounts(own, about),
          }),
        ),
        ...own.map((joined) => itemOf(indicatorSentence(joined, ground))),
        { kind: 'chart', of: own },
      ];
    }),
    ...nearest(due, ground),
  ];
}

/** The day of a document behind its number and sign, which a list of names goes without: the appendix has the whole name. */
const DAY_OF_DOCUMENT = / ngày (?<=\/[\p{L}\d-]{1,20} ngày )(?:\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}\/\d{1,2}\/\d{4})/gu;

/** A row's name as a sentence goes on behind it; a document that it cites is named by its number alone. */
export const nameInSentence = (name: string): string => withoutTail(squash(name).replace(DAY_OF_DOCUMENT, ''), /[.;:,\s]/);

/** "Trong quý II/2026" behind "mục tiêu": its first letter is small, but for a name or a numeral of capitals; the rest is the plan's own. */
export const insideSentence = (text: string): string => text.replace(/^\p{Lu}(?=[\p{Ll}\s])/u, (letter) => letter.toLowerCase());

/** "94,96% (9.496/10.000)" as one figure of its row. */
export function resultParts({ row }: JoinedIndicator, { text, counts }: JudgedResult): TextPart[] {
  return [{ text: counts === null ? text : `${text} (${counts})`, name: rowFigureName(row.id, 'result') }];
}

function indicatorSentence(joined: JoinedIndicator, ground: NarrativeContext): TextPart[] {
  const { indicator, row } = joined;
  const { resultOf, goal } = measureOf(indicator);
  const judged = resultOf(row.result);
  const texts = { name: nameInSentence(indicator.name), target: insideSentence(goal(indicator.targetText)) };
  const word: TextPart = { text: VERDICT_WORDS[row.verdict].toLowerCase(), name: rowFigureName(row.id, 'assessment') };
  if (!judged) return reportSentence(ground, 'indicatorWithoutResult', { ...texts, assessment: [word] });
  const { gap, gapText } = judged;
  const short =
    gap && gapText !== null && compare(gap, fraction(0)) > 0 ? [' (còn cách mục tiêu ', ...distance(joined, gapText, 'gap'), ')'] : [];
  return reportSentence(ground, 'indicator', {
    ...texts,
    result: resultParts(joined, judged),
    assessment: [word, ...short],
    change: changeParts(joined, ground),
  });
}

/** "10,63 điểm phần trăm". */
function distance({ indicator, row }: JoinedIndicator, text: string, field: string): TextPart[] {
  const { scale } = measureOf(indicator);
  return [{ text, name: rowFigureName(row.id, field) }, ` ${scale.gapUnit}`];
}

function changeParts(joined: JoinedIndicator, { previous }: NarrativeContext): TextPart[] {
  const change = changeSince(joined, previous);
  if (previous === null || change === null) return [];
  const direction = compare(change, fraction(0));
  if (direction === 0) return [`; giữ nguyên so với ${periodName(previous.period)}`];
  const moved = direction > 0 ? change : minus(fraction(0), change);
  return [
    `; ${direction > 0 ? 'tăng' : 'giảm'} `,
    ...distance(joined, pointsText(moved), 'change'),
    ` so với ${periodName(previous.period)}`,
  ];
}

/** Rows that are met by the smallest margin. */
function nearest(due: readonly JoinedIndicator[], ground: NarrativeContext): ReportBlock[] {
  const met = due.flatMap((joined) => {
    const { pace, resultOf } = measureOf(joined.indicator);
    const judged = resultOf(joined.row.result);
    const isMoving = pace === 'rising' || pace === 'falling';
    return joined.row.verdict === 'met' && isMoving && judged?.gap ? [{ joined, judged, gap: judged.gap }] : [];
  });
  const rows = met.toSorted((one, two) => compare(two.gap, one.gap)).slice(0, MOST_NEAREST);
  if (rows.length === 0) return [];
  const named = rows.map(({ joined, judged }) => [`${nameInSentence(joined.indicator.name)}: `, ...resultParts(joined, judged)]);
  return [paragraphOf(reportSentence(ground, 'nearest', { rows: joinedParts(named, '; ') }))];
}
