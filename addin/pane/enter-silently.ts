import type { WorkbookPort } from '../excel/port.ts';
import { enterSilently, lateEntry } from '../ui/microsoft/microsoft-entry.ts';
import { ownKey } from '../ui/own-key.ts';
import { signIn } from '../ui/sign-in.tsx';
import { isMicrosoftChosen } from './microsoft-choice.ts';
import type { SignInAttempt } from './state.ts';

/** Signing in as whoever is signed in to Office. */
export const enterByOffice = lateEntry(async () => (await import('./microsoft-sign-in.ts')).signInWithMicrosoft);

/**
 * Coming in without being asked: by the key that is kept here, else as whoever signed in with Microsoft 365 before; null where nobody did.
 */
export function silentEntry({ abilities }: WorkbookPort): SignInAttempt | null {
  const key = ownKey()?.key;
  if (key) return { who: () => signIn(key) };
  return abilities.microsoftSignIn && isMicrosoftChosen() ? { who: () => enterSilently(enterByOffice) } : null;
}
