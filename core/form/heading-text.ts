import type { Agency } from '../plan/agency.ts';
import type { Plan } from '../plan/plan.ts';

/** How the names of People's Committees begin, as agencies are listed. */
const COMMITTEE = /^UBND /;

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
export const titleEnd = (period: string): string => `KẾT QUẢ THỰC HIỆN NĂM ${period}`;

/** The beginning of the line that says what is due when. */
export const scheduleStart = (period: string): string => `Kỳ báo cáo ${period}`;
