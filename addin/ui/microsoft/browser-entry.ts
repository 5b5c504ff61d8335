import { lateEntry } from './microsoft-entry.ts';

/** Signing in with Microsoft 365 on a page of its own, outside Office. */
export const enterInBrowser = lateEntry(async () => (await import('./browser-sign-in.ts')).signInInBrowser);
