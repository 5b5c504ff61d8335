import { formatCount } from '../format.ts';
import type { TaskVerdict, Verdict } from '../matrix.ts';
import { TASK_WORDS, VERDICT_WORDS } from '../wording/labels.ts';
import { generalFigure } from './narrative-ground.ts';
import { joinedParts, type TextPart } from './text-part.ts';

/** "5 chỉ tiêu đạt, 4 chỉ tiêu chưa đạt, còn hạn": how many there are of each verdict, what is there none of left out. */
function counted<V extends string>(
  verdicts: readonly V[],
  words: Readonly<Record<V, string>>,
  { about, unit }: { readonly about: string; readonly unit: string },
): TextPart[] {
  const kinds = (Object.keys(words) as V[]).filter((verdict) => verdicts.includes(verdict)); // keys of a record of verdicts
  return joinedParts(
    kinds.map((kind): TextPart[] => {
      const count = formatCount(verdicts.filter((verdict) => verdict === kind).length);
      return [...generalFigure(about, kind.replaceAll('-', ''), count), ` ${unit} ${words[kind].toLowerCase()}`];
    }),
    '; ',
  );
}

export const indicatorCounts = (verdicts: readonly Verdict[], about: string): TextPart[] =>
  counted(verdicts, VERDICT_WORDS, { about, unit: 'chỉ tiêu' });

export const taskCounts = (verdicts: readonly TaskVerdict[], about: string): TextPart[] =>
  counted(verdicts, TASK_WORDS, { about, unit: 'nhiệm vụ' });
