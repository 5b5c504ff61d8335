import { plainWords, type TextPart } from '../../core/report-text/text-part.ts';
import { quotable, squash } from '../../core/text.ts';
import type { FigureDifference } from './difference.ts';
import type { PrintedBeside, PrintedPiece } from './printed-document.ts';
import { saysFigure } from './says-figure.ts';
import { turnedShown } from './turned-text.ts';

/** What would make another number of one that stands directly behind or before it. */
const [RUNS_INTO, RUNS_ON] = [/(?:\d[.,]?|[-−–])$/, /^[.,]?\d/];
const NUMBERS = /\d+(?:[.,/]\d+)*/g;

/** What a report may say in its paragraphs, and how its figures are called. */
export interface WantedProse {
  readonly paragraphs: readonly (readonly TextPart[])[];
  readonly placeOf: (name: string) => string;
  readonly computed: (name: string) => string | null;
  /** Bookmarks that are told already. */
  readonly told: ReadonlySet<string>;
  /** Words that say whether a row is met. */
  readonly verdicts: ReadonlySet<string>;
}

/**
 * The text between the figures: a number that runs into a figure, a sentence of ours in which a number outside the bookmarks is another
 * one, and text boxes that say figures or verdicts. Sentences that somebody else wrote are not looked at.
 */
export function checkProse(printed: readonly (readonly PrintedPiece[])[], wanted: WantedProse): FigureDifference[] {
  const known = new Set(wanted.paragraphs.map((parts) => squash(turnedShown(plainWords(parts)))));
  const shapes = new Map([...known].filter((text) => /\d/.test(text)).map((text) => [shapeOf(text), text]));
  return printed.flatMap((pieces): FigureDifference[] => {
    const text = squash(pieces.map((piece) => piece.text).join(''));
    if (known.has(text) || pieces.some(({ name }) => name !== null && wanted.told.has(name))) return [];
    const grown = pieces.flatMap((_, k) => grownFigure(pieces, k, wanted));
    if (grown.length > 0) return grown;
    const ours = shapes.get(shapeOf(text));
    return ours === undefined ? [] : [{ place: `Đoạn “${quotable(text)}”`, printed: text, computed: ours }];
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

/** Text boxes, frames and joined documents that say a figure or a verdict, or whose words cannot be read. */
export const checkBeside = (beside: readonly PrintedBeside[], { verdicts }: WantedProse): FigureDifference[] =>
  beside
    .filter(({ text }) => saysFigure(text) || verdicts.has(squash(text)) || text.startsWith('['))
    .map(({ near, text }) => ({ place: `Khung chữ cạnh “${quotable(near)}”`, printed: text, computed: null }));
