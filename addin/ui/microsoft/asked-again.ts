import type { AuthenticationResult } from '@azure/msal-browser';
import { SIGN_IN_SENTENCES, type SignInFailure, signInTroubleOf } from './sign-in-trouble.ts';
import type { TurnToPerson } from './tokens.ts';

/** A person is waited for: only a click may open a window. */
interface Waiting {
  readonly open: () => void;
  /** Why the last window gave nothing. */
  readonly trouble: string | null;
}

/** Asks a person in the middle of the work; every call waits meanwhile, so that nothing of the work is lost. */
export interface AskedAgain {
  readonly turnToPerson: TurnToPerson;
  /** Null while nobody is waited for. */
  readonly waiting: () => Waiting | null;
  readonly listen: (listener: () => void) => () => void;
}

export function askedAgain(): AskedAgain {
  let waiting: Waiting | null = null;
  let windows = 0;
  const listeners = new Set<() => void>();
  const tell = (next: Waiting | null): void => {
    waiting = next;
    for (const listener of listeners) listener();
  };
  const turnToPerson: TurnToPerson = (openWindow) =>
    new Promise<AuthenticationResult>((done) => {
      const open = (): void => {
        const own = ++windows;
        openWindow().then(
          (given) => {
            tell(null);
            done(given);
          },
          (failure: SignInFailure) => {
            // A newer window has taken the place of one that was left open.
            if (own === windows) tell({ open, trouble: SIGN_IN_SENTENCES[signInTroubleOf(failure)] });
          },
        );
      };
      tell({ open, trouble: null });
    });
  return {
    turnToPerson,
    waiting: () => waiting,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
