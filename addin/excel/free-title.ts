/** Longest title that Excel takes. */
const MOST_TITLE = 31;

/** A title that no sheet has yet, with a number where the wanted one is taken; `taken` in small letters. */
export function freeTitle(title: string, taken: ReadonlySet<string>): string {
  for (let k = 1; ; k++) {
    const ending = k === 1 ? '' : ` (${k})`;
    const one = title.slice(0, MOST_TITLE - ending.length) + ending;
    if (!taken.has(one.toLowerCase())) return one;
  }
}
