import type { Page } from 'playwright-core';

/** More than this is no word but a code, an address, a hash: it may go on in the next line. */
const LONGEST_WORD = 20;
/** A line of a cell holds at least so many letters on average once it has more than three lines. */
const LETTERS_A_LINE = 9;
/** What somebody fills in is found at a glance where it is no wider than this. */
const WIDEST_FIELD = 960;
/** Between two things to press. */
const LEAST_GAP = 4;

/** Whatever on a page is there and yet wrong to the eye: torn words, piles of words, acts that run together, fields as wide as a wall. */
export const lookFaults = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ longest, letters, widest, gap }) => {
      const clipped = new Set([...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).clipPath === 'inset(50%)'));
      const isClipped = (one: Element | null): boolean => one !== null && (clipped.has(one) || isClipped(one.parentElement));
      const shown = (one: Element): boolean => one.checkVisibility() && !isClipped(one) && !one.closest('svg, pre, [role=grid]');
      const rangeOf = (node: Node, from: number, to: number): Range => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range;
      };
      const linesOf = (rects: Iterable<DOMRect>): number[] => [
        ...new Set([...rects].filter(({ width }) => width > 0).map(({ top }) => Math.round(top / 4))),
      ];
      const texts: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.parentElement && shown(node.parentElement) && !node.parentElement.closest('.hash, code')) texts.push(node as Text);
      const torn = texts.flatMap((text) =>
        [...text.data.matchAll(/[\p{L}\p{N}.,%]+/gu)].flatMap(({ 0: word, index }) =>
          word.length <= longest && linesOf(rangeOf(text, index, index + word.length).getClientRects()).length > 1
            ? [`torn word: ${word} in ${text.data.slice(0, 60)}`]
            : [],
        ),
      );
      const piled = [...document.querySelectorAll('td, th')].filter(shown).flatMap((cell) => {
        const said = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
        const range = document.createRange();
        range.selectNodeContents(cell);
        const { lineHeight } = getComputedStyle(cell);
        const lines = Math.round(range.getBoundingClientRect().height / Number.parseFloat(lineHeight));
        return cell.childElementCount === 0 && lines > 3 && said.length / lines < letters
          ? [`pile of words: ${said.slice(0, 60)}, ${lines} lines`]
          : [];
      });
      const acts = [...document.querySelectorAll('a, button')].filter(shown);
      const touching = acts.flatMap((act, k) => {
        const next = acts[k + 1];
        if (!next || act.contains(next) || act.parentElement !== next.parentElement) return [];
        const [one, other] = [act, next].map((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return range.getBoundingClientRect();
        }) as [DOMRect, DOMRect];
        const besides = one.bottom > other.top + 4 && other.bottom > one.top + 4;
        return besides && other.left - one.right < gap ? [`acts run together: ${act.textContent}|${next.textContent}`] : [];
      });
      const fields = [...document.querySelectorAll('input, select, textarea')]
        .filter(shown)
        .filter((field) => field.getBoundingClientRect().width > widest)
        .map((field) => `field as wide as a wall: ${field.outerHTML.slice(0, 80)}`);
      return [...torn, ...piled, ...touching, ...fields];
    },
    { longest: LONGEST_WORD, letters: LETTERS_A_LINE, widest: WIDEST_FIELD, gap: LEAST_GAP },
  );
