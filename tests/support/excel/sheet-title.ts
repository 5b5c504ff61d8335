import { Refusal } from './refusal.ts';

const MOST = 31;
const FORBIDDEN = /[\\/?*:[\]]|^'|'$/;

/**
 * Refuses what no sheet is called: blank, longer than 31 characters, one of seven signs, an apostrophe at an end, or History
 * (support.microsoft.com, "Rename a worksheet"). That the code is InvalidArgument is our claim.
 */
export function refuseTitle(title: string, location: string): void {
  if (title === '' || title.length > MOST || FORBIDDEN.test(title) || title.toLowerCase() === 'history')
    throw new Refusal('InvalidArgument', `"${title}" is no title of a sheet.`, location);
}
