import type { Agencies } from '../plan/agency.ts';
import type { Contact } from '../plan/settings.ts';

/** A place in a letter that somebody has to fill in by hand. */
const BLANK = '[…]';

/** The office that is asked where nobody is named: the first that consolidates. */
export const officeToAsk = (agencies: Agencies): string =>
  agencies.find(({ roles, active }) => active && roles.includes('consolidator'))?.name ?? BLANK;

/** Whom to ask: as the period's settings name them, else the first office that consolidates, with a blank for its number. */
export function contactLine(contact: Contact | undefined, agencies: Agencies): string {
  const { name = officeToAsk(agencies), phone, email } = contact ?? {};
  const ways = [...(phone ? [`điện thoại ${phone}`] : []), ...(email ? [`thư điện tử ${email}`] : [])];
  return [name, ...(ways.length > 0 ? ways : [`điện thoại ${BLANK}`])].join(', ');
}
