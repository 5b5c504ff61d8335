import { STATE_WORDS, STATUS_WORDS } from '../words.ts';
import { all, blank, noLink, says, saysNoneOf } from './condition.ts';
import type { UnreadCheck } from './row-shape.ts';

/** What a row's own words say, as "Kiểm tra" and the colours both ask. */
export const reported = says('state', STATE_WORDS.reported);
export const nothingArose = says('state', STATE_WORDS['nothing-arose']);
export const noFigure = says('state', STATE_WORDS['no-figure']);
export const otherState = saysNoneOf('state', Object.values(STATE_WORDS));
export const noFigureWithoutReason = all(noFigure, blank('explanation'));
export const otherStatus = saysNoneOf('status', Object.values(STATUS_WORDS));
export const doneWithoutProduct = all(says('status', STATUS_WORDS.done), blank('document'), noLink('summary'));
export const notRelevantWithoutReason = all(says('status', STATUS_WORDS['not-relevant']), blank('note'));

const OTHER_WORD = { at: 'word', says: '✕ Tình trạng: chọn một mục trong danh sách.' } as const;
export const unreadState: UnreadCheck = { ...OTHER_WORD, field: 'state', when: otherState };
export const unreadStatus: UnreadCheck = { ...OTHER_WORD, field: 'status', when: otherStatus };
