import { plainWords, type TextPart } from '../../core/report-text/text-part.ts';
import { quotable, squash } from '../../core/text.ts';
import type { FigureDifference, UncheckedPart } from './difference.ts';
import { nearSentences } from './near-sentence.ts';
import type { PrintedBeside, PrintedPiece } from './printed-document.ts';
import { saysFigure } from './says-figure.ts';
import { turnedShown } from './turned-text.ts';

/** What would make another number of one that stands directly behind or before it. */
const [RUNS_INTO, RUNS_ON] = [/(?:\d[.,]?|[-−–])$/, /^[.,]?\d/];
const NUMBERS = /\d+(?:[.,/]\d+)*/g;

/** What a report may say in its paragraphs, and how its figures are called. */
export interface WantedProse {
  readonly paragraphs: readonly (readonly TextPart[])[];
  /** Those of the wording in force, one after the other. */
  readonly order: readonly (readonly TextPart[])[];
  /** Lines that may stand there, or be changed. */
  readonly free: readonly string[];
  readonly placeOf: (name: string) => string;
  readonly computed: (name: string) => string | null;
  /** Bookmarks that are told already. */
  readonly told: ReadonlySet<string>;
  /** Words that say whether a row is met. */
  readonly verdicts: ReadonlySet<string>;
}

interface CheckedProse {
  readonly differences: readonly FigureDifference[];
  /** Words that are none of ours, also not as an edit that was told. */
  readonly added: readonly UncheckedPart[];
}

/**
 * The text between the figures: a number that runs into a figure, a sentence of ours of which somebody changed numbers, names, words that
 * turn it or an agency's own words, and one that stands under another heading. Sentences that somebody else wrote are named.
 */
export function checkProse(printed: readonly (readonly PrintedPiece[])[], wanted: WantedProse): CheckedProse {
  const known = wanted.paragraphs.map((parts) => squash(turnedShown(plainWords(parts))));
  const all = new Set(known);
  const shapes = new Map(known.filter((text) => /\d/.test(text)).map((text) => [shapeOf(text), text]));
  const nearTo = nearSentences(all);
  const free = new Set(wanted.free.map(squash));
  const added = new Set<string>();
  const changed = printed.flatMap((pieces): FigureDifference[] => {
    const text = textOf(pieces);
    if (text === '' || all.has(text) || pieces.some(({ name }) => name !== null && wanted.told.has(name))) return [];
    const grown = pieces.flatMap((_, k) => grownFigure(pieces, k, wanted));
    if (grown.length > 0) return grown;
    const ours = shapes.get(shapeOf(text)) ?? nearTo(text);
    if (ours !== null) return [{ place: placeOfText(text), printed: text, computed: ours }];
    if (!free.has(text)) added.add(text);
    return [];
  });
  const order = wanted.order.map((parts) => squash(turnedShown(plainWords(parts))));
  return {
    differences: [...changed, ...misplaced(printed.map(textOf), order)],
    added: [...added].map((text) => ({ place: 'Đoạn ngoài mẫu', text })),
  };
}

const textOf = (pieces: readonly PrintedPiece[]): string => squash(pieces.map((piece) => piece.text).join(''));
const placeOfText = (text: string): string => `Đoạn “${quotable(text)}”`;

/** Sentences of ours that stand before one which they should follow: under another heading they say something else. */
function misplaced(printed: readonly string[], order: readonly string[]): FigureDifference[] {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [k, text] of order.entries()) {
    if (places.has(text)) twice.add(text);
    places.set(text, k);
  }
  const seen = new Set<string>();
  let last = -1;
  return printed.flatMap((text): FigureDifference[] => {
    const place = places.get(text);
    if (place === undefined || twice.has(text)) return [];
    const again = seen.has(text);
    seen.add(text);
    if (!again && place >= last) {
      last = place;
      return [];
    }
    return [{ place: placeOfText(text), printed: again ? 'lặp lại' : 'ở chỗ khác', computed: `sau “${quotable(order[place - 1] ?? '')}”` }];
  });
}

/** A sentence without its numbers: of one shape are those that differ in nothing else. */
const shapeOf = (text: string): string => text.replace(NUMBERS, '#');

function grownFigure(pieces: readonly PrintedPiece[], k: number, { placeOf, computed }: WantedProse): FigureDifference[] {
  const { name = null, text = '' } = pieces[k] ?? {};
  if (name === null || !/^\d|\d%?$/.test(text)) return [];
  const [before, after] = [besideOf(pieces[k - 1]), besideOf(pieces[k + 1])];
  const [into] = /^\d/.test(text) ? (RUNS_INTO.exec(before) ?? ['']) : [''];
  const [on] = /\d$/.test(text) ? (RUNS_ON.exec(after) ?? ['']) : [''];
  return into + on === '' ? [] : [{ place: placeOf(name), printed: `${into}${text}${on}`, computed: computed(name) }];
}

/** What is no figure of ours, beside one that is. */
const besideOf = (piece: PrintedPiece | undefined): string => (piece && piece.name === null ? piece.text : '');

/** Text boxes, frames and joined documents: told where they say a figure or a verdict, or their words cannot be read; else named. */
export function checkBeside(beside: readonly PrintedBeside[], { verdicts }: WantedProse): CheckedProse {
  const isTold = ({ text }: PrintedBeside) => saysFigure(text) || verdicts.has(squash(text)) || text.startsWith('[');
  const placeOf = ({ near }: PrintedBeside) => `Khung chữ cạnh “${quotable(near)}”`;
  return {
    differences: beside.filter(isTold).map((one) => ({ place: placeOf(one), printed: one.text, computed: null })),
    added: beside.filter((one) => !isTold(one) && squash(one.text) !== '').map((one) => ({ place: placeOf(one), text: one.text })),
  };
}
