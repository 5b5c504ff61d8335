import { sha256Hex } from '../../ui/digest.ts';

/** The last line of a note of ours: the check of what stands above it, and where a person may go on. */
const SIGNATURE = /^— Phụ lục số ([0-9a-f]{8})(?: · ghi thêm ở dưới dòng này)?(.*)$/;
/** A source's note by its line of version and time: one that has lost its last line, or never had it. */
const VERSION_LINE = /^Lần nộp \d+ · \d\d:\d\d \d\d\/\d\d\/\d{4}(?: · |$)/;

/** A text as a note of ours, under which words of a person may stand. */
export const signedNote = (text: string): string => `${text}\n— Phụ lục số ${checkOf(linesOf(text))} · ghi thêm ở dưới dòng này`;

/**
 * What a note that stands in a cell becomes when it is to say `text`, signed (null: nothing): of ours only what the check says to be ours is
 * taken away, whatever else stands in it stays where it was, above or below. Where somebody changed our own lines all of them stay, below the
 * new ones. A note that nothing shows to be ours stays as it is. Null where nothing is left.
 */
export function renewedNote(standing: string, text: string | null): string | null {
  const words = wordsIn(linesOf(standing));
  if (!words) return standing;
  const renewed = [...trimmed(words.above), ...(text === null ? [] : [text]), ...trimmed(words.below)].join('\n');
  if (linesOf(renewed).join('\n') === linesOf(standing).join('\n')) return standing;
  return renewed === '' ? null : renewed;
}

interface Words {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** The lines of a note of ours that are a person's; null of a note that is not ours. */
function wordsIn(lines: readonly string[]): Words | null {
  const at = lines.findIndex((line) => SIGNATURE.test(line));
  const [, check, beside = ''] = SIGNATURE.exec(lines[at] ?? '') ?? [];
  if (check === undefined) return lines.some((line) => VERSION_LINE.test(line)) ? { above: [], below: lines } : null;
  const [before, after] = [lines.slice(0, at), [...trimmed([beside.trim()]), ...lines.slice(at + 1)]];
  // Words above our lines or below them: both at once are looked for no further, so that a note costs no more checks than it has lines.
  for (let k = 0; k < at; k++) {
    if (checkOf(before.slice(k)) === check) return { above: before.slice(0, k), below: after };
    if (checkOf(before.slice(0, at - k)) === check) return { above: [], below: [...before.slice(at - k), ...after] };
  }
  return { above: [], below: [...before, ...after] };
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

const checkOf = (lines: readonly string[]): string => sha256Hex(lines.join('\n')).slice(0, 8);
