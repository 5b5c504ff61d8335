import type { Agency } from '../plan/agency.ts';
import type { Period } from '../plan/period.ts';
import { squash, withoutTail } from '../text.ts';
import { periodName, periodNamedFirst, periodOfName, shortPeriodName } from '../wording/period-names.ts';

const TITLE_END = 'kết quả thực hiện';
const SCHEDULE_START = 'Kỳ báo cáo';

/** The agency as its letterhead names it. */
export const headingName = ({ name }: Pick<Agency, 'name'>): string => name.replace(/^UBND /, 'Ủy ban nhân dân ').toUpperCase();

/** What a letterhead calls the agency's own papers by. */
export const headingSymbol = ({ kind, id }: Pick<Agency, 'kind' | 'id'>): string => `BC-${kind === 'commune' ? 'UBND' : id}`;

/** The end of the title above a table: whose results of which period it holds. */
export const titleEnd = (period: Period): string => `${TITLE_END} ${periodName(period)}`.toUpperCase();

/** The period that such a title names; null where it names none. */
export function periodInTitle(text: string): Period | null {
  const line = withoutTail(squash(text).toLowerCase(), /[\s.,;:]/);
  const at = line.lastIndexOf(TITLE_END);
  return at < 0 ? null : periodOfName(line.slice(at + TITLE_END.length));
}

/** The beginning of the line that says what is due when. */
export const scheduleStart = (period: Period): string => `${SCHEDULE_START} ${shortPeriodName(period)}`;

/** The period that such a line names; null where it names none. */
export function periodInSchedule(text: string): Period | null {
  const line = squash(text);
  const isOne = line.toLowerCase().startsWith(SCHEDULE_START.toLowerCase());
  return isOne ? periodNamedFirst(line.slice(SCHEDULE_START.length)) : null;
}
