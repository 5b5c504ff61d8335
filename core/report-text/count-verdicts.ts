import { formatCount } from '../format.ts';
import type { JoinedIndicator, JoinedTask } from '../overview/joined-rows.ts';
import { verdictCounts } from '../overview/verdict-counts.ts';
import { TASK_WORDS, VERDICT_WORDS } from '../wording/labels.ts';
import { generalFigure } from './narrative-context.ts';
import { joinedParts, type TextPart } from './text-part.ts';

/** "5 chỉ tiêu đạt, 4 chỉ tiêu chưa đạt, còn hạn": how many there are of each verdict, what is there none of left out; number and word by themselves. */
function counted<V extends string>(
  rows: readonly { readonly row: { readonly verdict: V } }[],
  words: Readonly<Record<V, string>>,
  { about, unit }: { readonly about: string; readonly unit: string },
): TextPart[] {
  const kinds = verdictCounts(rows, words).filter(({ count }) => count > 0);
  return joinedParts(
    kinds.map(({ verdict, count }): TextPart[] => [
      ...generalFigure(about, verdict.replaceAll('-', ''), formatCount(count)),
      ` ${unit} `,
      ...generalFigure(about, `${verdict.replaceAll('-', '')}word`, words[verdict].toLowerCase()),
    ]),
    '; ',
  );
}

export const indicatorCounts = (rows: readonly JoinedIndicator[], about: string): TextPart[] =>
  counted(rows, VERDICT_WORDS, { about, unit: 'chỉ tiêu' });

export const taskCounts = (rows: readonly JoinedTask[], about: string): TextPart[] =>
  counted(rows, TASK_WORDS, { about, unit: 'nhiệm vụ' });
