import type { Agency } from '../plan/agency.ts';

/** The agency as its letterhead names it. */
export const headingName = ({ name }: Pick<Agency, 'name'>): string => name.replace(/^UBND /, 'Ủy ban nhân dân ').toUpperCase();

/** What a letterhead calls the agency's own papers by. */
export const headingSymbol = ({ kind, id }: Pick<Agency, 'kind' | 'id'>): string => `BC-${kind === 'commune' ? 'UBND' : id}`;

/** The end of the title above a table: whose results of which period it holds. */
export const titleEnd = (period: string): string => `KẾT QUẢ THỰC HIỆN NĂM ${period}`;

/** The beginning of the line that says what is due when. */
export const scheduleStart = (period: string): string => `Kỳ báo cáo ${period}`;
