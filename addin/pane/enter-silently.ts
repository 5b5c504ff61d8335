import { failed, ok, type Result } from '../../core/result.ts';
import { apiOf } from '../api/api.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { ownKey } from '../ui/own-key.ts';
import { type SignedIn, signIn } from '../ui/sign-in.tsx';
import { isMicrosoftChosen } from './microsoft-choice.ts';
import { SIGN_IN_SENTENCES } from './microsoft-trouble.ts';
import type { SignInAttempt } from './state.ts';

/**
 * Coming in without being asked: by the key that is kept here, else as whoever signed in with Microsoft 365 before; null where nobody did.
 */
export function silentEntry({ abilities }: WorkbookPort): SignInAttempt | null {
  const kept = ownKey();
  if (kept) return { who: () => signIn(kept.key) };
  return abilities.microsoftSignIn && isMicrosoftChosen() ? { who: microsoftSilently } : null;
}

async function microsoftSilently(): Promise<Result<SignedIn, ApiTrouble>> {
  const ways = await apiOf(null).signInWays();
  if (!ways.ok) return ways;
  const { microsoft } = ways.value.value;
  const part = microsoft && (await import('./microsoft-sign-in.ts').catch(() => null));
  const found = part && (await part.signInWithMicrosoft(microsoft, 'nobody'));
  if (found?.ok) return ok(found.value);
  return failed({ kind: 'no-token', why: found?.error ?? SIGN_IN_SENTENCES['ask-again'] });
}
