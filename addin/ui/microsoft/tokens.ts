import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Bearer } from '../../api/call.ts';
import { ANOTHER_PERSON, SIGN_IN_SENTENCES, type SignInFailure, signInTroubleOf } from './sign-in-trouble.ts';

/** A token that expires sooner than this is not taken for one more call. */
const SPARE_MS = 5 * 60_000;

/** Where tokens come from; `account`: whose, null before anybody is known. What goes wrong is thrown. */
export interface TokenSource {
  /** Without asking anybody. */
  readonly silently: (account: AccountInfo | null) => Promise<AuthenticationResult>;
  /** In a window of Microsoft's, where a person settles what only a person can. */
  readonly inWindow: (account: AccountInfo | null) => Promise<AuthenticationResult>;
}

/** Whether a person is there to be asked: a click, or only the page being opened. */
export type Asker = 'a-person' | 'nobody';

/** How a person is come by in the middle of the work: `open` shows them the window. */
export type TurnToPerson = (open: () => Promise<AuthenticationResult>) => Promise<AuthenticationResult>;

export interface Tokens {
  /** A token as the work begins; asks a person for it only where one is there. */
  readonly first: (asker: Asker) => Promise<Result<string, string>>;
  /** A token before each call: the last one while it is good, else one that is had silently, else one that the person is asked for. */
  readonly bearer: Exclude<Bearer, string>;
}

/** Tokens of one person, silently first, by a window where only they can settle it. */
export function tokensOf(source: TokenSource, turnToPerson: TurnToPerson = (open) => open(), now: () => number = Date.now): Tokens {
  let last: { readonly token: string; readonly until: number; readonly account: AccountInfo } | null = null;
  let asking: Promise<Result<string, string>> | null = null;
  const inWindow = async (): Promise<AuthenticationResult> => {
    const given = await source.inWindow(last?.account ?? null);
    // The work that goes on is in one person's name.
    if (last && given.account.homeAccountId !== last.account.homeAccountId) throw ANOTHER_PERSON;
    return given;
  };
  const ask = async (asker: Asker | 'whoever-works'): Promise<Result<string, string>> => {
    try {
      const { accessToken, expiresOn, account } = await source.silently(last?.account ?? null).catch((failure: SignInFailure) => {
        // A window is opened only for what the person can settle there; without a line or a bridge it would never come back.
        if (asker === 'nobody' || ['offline', 'no-bridge'].includes(signInTroubleOf(failure))) throw failure;
        return asker === 'a-person' ? inWindow() : turnToPerson(inWindow);
      });
      last = { token: accessToken, until: (expiresOn?.getTime() ?? 0) - SPARE_MS, account };
      return ok(accessToken);
    } catch (failure) {
      return failed(SIGN_IN_SENTENCES[signInTroubleOf(failure as SignInFailure)]); // all of its fields are optional
    }
  };
  const token = async (asker: Asker | 'whoever-works'): Promise<Result<string, string>> => {
    if (last && now() < last.until) return ok(last.token);
    // Calls at the same time ask the person once.
    asking ??= ask(asker).finally(() => {
      asking = null;
    });
    return asking;
  };
  return { first: token, bearer: () => token('whoever-works') };
}
