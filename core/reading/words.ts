import { levelUnknown, wordUnknown } from '../rules/words.ts';
import type { IndicatorState } from '../tables/indicators/state.ts';
import type { Status } from '../tables/tasks/status.ts';
import { quotable } from '../text.ts';
import { answerOf, levelsTo, NO, STATE_WORDS, STATUS_WORDS, stateOf, statusOf, USUAL_LEVELS, YES } from '../words.ts';
import { type CellOutcome, read, unreadCell } from './cell-outcome.ts';
import { type FilledCell, shownText } from './filled-cell.ts';

const asShown = (cell: FilledCell): string => (typeof cell.value === 'string' ? quotable(cell.value).trim() : shownText(cell));

function word<T>(cell: FilledCell, meaning: (text: string) => T | null, choices: readonly string[]): CellOutcome<T> {
  const { value, mixed } = cell;
  const meant = typeof value === 'string' && !mixed ? meaning(value) : null;
  return meant === null ? unreadCell(wordUnknown, { text: asShown(cell), choices }) : read(meant);
}

export const readState = (cell: FilledCell): CellOutcome<IndicatorState> => word(cell, stateOf, Object.values(STATE_WORDS));

export const readStatus = (cell: FilledCell): CellOutcome<Status> => word(cell, statusOf, Object.values(STATUS_WORDS));

/** `Có` or `Không` as true or false. */
export function readAnswer(cell: FilledCell): CellOutcome<boolean> {
  const answer = word(cell, answerOf, [YES, NO]);
  return answer.kind === 'value' ? read(answer.value === 'yes') : answer;
}

/**
 * Reads a maturity level, from 1 to the highest; a drop-down of some programs leaves it as text. What a cell shows as 300% or as a date is
 * none.
 */
export const levelReader =
  (highest: number) =>
  (cell: FilledCell): CellOutcome<number> => {
    const text = asShown(cell);
    return levelsTo(highest).includes(text) && !cell.mixed
      ? read(Number(text))
      : unreadCell(levelUnknown, { text, ...(highest !== USUAL_LEVELS && { highest }) });
  };
