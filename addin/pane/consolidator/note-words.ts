import { abridged } from '../../../core/clip-text.ts';
import { LONGEST_TEXT } from '../../../core/limits.ts';
import { sha256Hex } from '../../ui/digest.ts';

/** The last line of a note of ours: the check of what stands above it, with no letter typed into it, and where a person may go on. */
const SIGNATURE = /^— Phụ lục số ([0-9a-f]{8})(?![0-9a-f])( · ghi thêm ở dưới dòng này)?(.*)$/;
/** A source's note by its line of version and time: one that has lost its last line, or never had it. */
const VERSION_LINE = /^Lần nộp \d+ · \d\d:\d\d \d\d\/\d\d\/\d{4}(?: · |$)/;
/** Letters and lines of ours in a note at most: what an agency wrote may be longer than a note can be, and a person's words need room too. */
const MOST_OF_OURS = 8_000;
const MOST_LINES = 200;

/**
 * A text as a note of ours, under which words of a person may stand; one that is long is cut. It may quote what an agency wrote: a line of
 * it that reads as our last one is none.
 */
export function signedNote(text: string): string {
  const quoted = text.replaceAll(/^—(?= Phụ lục số )/gmu, '-');
  const lines = quoted.split('\n');
  const ours = abridged(lines.length > MOST_LINES ? `${lines.slice(0, MOST_LINES).join('\n')}…` : quoted, MOST_OF_OURS);
  return `${ours}\n— Phụ lục số ${checkOf(linesOf(ours).map(seenOf))} · ghi thêm ở dưới dòng này`;
}

/**
 * What a note that stands in a cell becomes when it is to say `text`, signed (null: nothing): of ours only what the check says to be ours is
 * taken away, whatever else stands in it stays where it was, above or below. Where somebody changed our own lines all of them stay, below the
 * new ones. A note that nothing shows to be ours stays as it is, and so does one that would be longer than Excel takes. Null where nothing is
 * left.
 */
export function renewedNote(standing: string, text: string | null): string | null {
  const words = wordsIn(linesOf(standing));
  if (!words) return standing;
  const renewed = [...trimmed(words.above), ...(text === null ? [] : [text]), ...trimmed(words.below)].join('\n');
  if (renewed.length > LONGEST_TEXT || linesOf(renewed).join('\n') === linesOf(standing).join('\n')) return standing;
  return renewed === '' ? null : renewed;
}

interface Words {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** The lines of a note of ours that are a person's; null of a note that is not ours. */
function wordsIn(lines: readonly string[]): Words | null {
  const at = lines.findIndex((line) => SIGNATURE.test(line));
  const [, check, invitation, beside = ''] = SIGNATURE.exec(lines[at] ?? '') ?? [];
  if (check === undefined) return lines.some((line) => VERSION_LINE.test(line)) ? { above: [], below: lines } : null;
  const [before, after] = [lines.slice(0, at), [...trimmed([beside.trim()]), ...lines.slice(at + 1)]];
  const own = ownLines(before.map(seenOf), check);
  // A check that proves nothing, and behind which stands something else than we wrote, may have been typed into itself.
  if (!own && invitation === undefined) return { above: [], below: lines };
  const [from, to] = own ?? [0, 0];
  return from > 0 ? { above: before.slice(0, from), below: after } : { above: [], below: [...before.slice(to), ...after] };
}

/**
 * Which lines, from and up to, a check says to be ours, a person's being all above or all below them; null for none. Only what can be ours is
 * checked, so that a note of thousands of lines costs no more than a long one of ours.
 */
function ownLines(seen: readonly string[], check: string): readonly [from: number, to: number] | null {
  const isOurs = (lines: readonly string[]): boolean => lines.join('').length <= MOST_OF_OURS && checkOf(lines) === check;
  const filled = seen.flatMap((line, k) => (line === '' ? [] : [k]));
  for (const k of filled.slice(-2 * MOST_LINES)) if (isOurs(seen.slice(k))) return [k, seen.length];
  for (const k of filled.slice(0, 2 * MOST_LINES)) if (isOurs(seen.slice(0, k + 1))) return [0, k + 1];
  return null;
}

/** Lines without the blank ones at either end. */
function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

/** Programs differ in how they end lines and compose letters, and some put blanks at an end. */
const linesOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd());

/** Nothing of what cannot be seen counts: programs change blanks and breaks, and leave out control characters, as they save a note. */
const seenOf = (line: string): string => line.replaceAll(/[\s\p{C}]+/gu, '');

const checkOf = (seen: readonly string[]): string => sha256Hex(seen.join('')).slice(0, 8);
