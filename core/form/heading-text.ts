import type { Agency } from '../plan/agency.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { squash, withoutTail } from '../text.ts';
import { periodName, periodNamedFirst, periodOfName, shortPeriodName } from '../wording/period-names.ts';

/** How the names of People's Committees begin, as agencies are listed. */
const COMMITTEE = /^UBND /;
const TITLE_END = 'kết quả thực hiện';
const SCHEDULE_START = 'Kỳ báo cáo';

/** The agency as its letterhead names it. */
export const headingName = ({ name }: Pick<Agency, 'name'>): string => name.replace(COMMITTEE, 'Ủy ban nhân dân ').toUpperCase();

/** What a letterhead calls the agency's own papers by: those of all People's Committees alike (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
export const headingSymbol = ({ name, id }: Pick<Agency, 'name' | 'id'>): string => `BC-${COMMITTEE.test(name) ? 'UBND' : id}`;

/** The body above an agency: its own, else that of its kind, else the office whose plan it is. */
export const headingGoverns = ({ governs, kind }: Pick<Agency, 'governs' | 'kind'>, { office }: Pick<Plan, 'office'>): string =>
  governs ?? office.governs[kind] ?? office.issuer;

/** The place from which an agency's papers are dated. */
export const headingPlace = ({ place }: Pick<Agency, 'place'>, { office }: Pick<Plan, 'office'>): string => place || office.place;

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
