/** Words that turn a statement into another one. */
const TURNING_WORDS = new Set(
  'không chưa chẳng đạt vượt quá chậm trễ sớm đúng sau trước trong tăng giảm thấp cao hơn kém hoàn thành đủ thiếu mọi tất cả chỉ hầu'.split(
    ' ',
  ),
);
/** A blank that somebody is to fill in. */
const BLANK = /…/;
/** Edits of a few words are edits of a sentence; more make another sentence. */
const [FEW, PART] = [4, 0.2];
/** Sentences that begin or end alike and are looked at, of one sentence and of a whole document. */
const [MOST_ALIKE, MOST_COMPARED] = [60, 10_000];
const ENDS = 2;

/** Finds the sentence of ours of which another one is an edit that changes what it says; null where there is none. */
export function nearSentences(known: Iterable<string>): (text: string) => string | null {
  const byEnd = new Map<string, string[]>();
  for (const one of known)
    if (!BLANK.test(withoutQuoted(one))) for (const end of endsOf(one)) byEnd.set(end, [...(byEnd.get(end) ?? []), one]);
  let compared = 0;
  return (text) => {
    const alike = new Set(endsOf(text).flatMap((end) => (byEnd.get(end) ?? []).slice(0, MOST_ALIKE)));
    let nearest: { readonly sentence: string; readonly changed: readonly string[] } | null = null;
    for (const sentence of alike) {
      if (++compared > MOST_COMPARED) return null;
      const changed = changedWords(text, sentence);
      if (changed && changed.length < (nearest?.changed.length ?? Number.POSITIVE_INFINITY)) nearest = { sentence, changed };
    }
    return nearest && saysOtherwise(nearest.changed, nearest.sentence) ? nearest.sentence : null;
  };
}

/** Without an agency's own words, which are not another's to change: from the first quotation mark to the last one. */
function withoutQuoted(text: string): string {
  const [from, to] = [text.indexOf('“'), text.lastIndexOf('”')];
  return from === -1 || to < from + 2 ? text : text.slice(0, from) + text.slice(to + 1);
}

/** How a sentence begins and how it ends. */
function endsOf(text: string): string[] {
  const words = text.split(' ', MOST_WORDS);
  return words.length <= 2 * ENDS ? [] : [`^${words.slice(0, ENDS).join(' ')}`, `${words.slice(-ENDS).join(' ')}$`];
}

/** A sentence of ours has some hundred words at most. */
const MOST_WORDS = 400;

/** The words that one text has and the other has not; null where those are more than an edit. */
function changedWords(text: string, sentence: string): string[] | null {
  const counts = new Map<string, number>();
  const ours = sentence.split(' ', MOST_WORDS);
  for (const word of ours) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of text.split(' ', MOST_WORDS)) counts.set(word, (counts.get(word) ?? 0) - 1);
  const changed = [...counts].flatMap(([word, count]) => Array.from({ length: Math.abs(count) }, () => word));
  return changed.length <= Math.max(FEW, ours.length * PART) ? changed : null;
}

/** Whether words that changed say something else: figures, names, what turns a statement, whatever an agency wrote. */
const saysOtherwise = (changed: readonly string[], sentence: string): boolean =>
  changed.length > 0 &&
  (withoutQuoted(sentence) !== sentence ||
    changed.some((word) => {
      const bare = word.replaceAll(/[^\p{L}\p{N}]/gu, '');
      return /\d/.test(bare) || /^\p{Lu}/u.test(bare) || TURNING_WORDS.has(bare.toLowerCase());
    }));
