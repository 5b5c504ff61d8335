import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';
import type { MicrosoftSignIn } from '../../contract/routes/get-sign-in.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { apiOf } from '../api/api.ts';
import type { Bearer } from '../api/call.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import { NO_AGENCY, SIGN_IN_SENTENCES, type SignInFailure, signInTroubleOf } from './microsoft-trouble.ts';

/** A token that expires sooner than this is not taken for one more call. */
const SPARE_MS = 5 * 60_000;

/** An Office that has not answered after this long is taken for one that cannot sign people in. */
const PATIENCE_MS = 8000;

/** The part of the library that is used here. */
export type TokenSource = Pick<IPublicClientApplication, 'acquireTokenSilent' | 'acquireTokenPopup'>;

/**
 * Signs in as whoever is signed in to Office (nested app authentication). Nothing is kept on the machine: the tokens live as long as
 * what is returned, and Office keeps the account. The sentence says why it did not work.
 */
export async function signInWithMicrosoft({ client, ...asked }: MicrosoftSignIn): Promise<Result<SignedIn, string>> {
  const source = await tokenSource(client, asked.authority);
  if (!source) return failed(SIGN_IN_SENTENCES['no-bridge']);
  const bearer = tokensOf(source, asked);
  const api = apiOf(bearer);
  const me = await api.me();
  return me.ok ? ok({ api, me: me.value.value }) : failed(refusalText(me.error));
}

async function tokenSource(clientId: string, authority: string): Promise<TokenSource | null> {
  const opening = createNestablePublicClientApplication({ auth: { clientId, authority }, cache: { cacheLocation: 'memoryStorage' } });
  const never = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([opening, never]).catch(() => null);
}

/** A token before each call: the last one while it is good, else one that Office has, else one that the person is asked for. */
export function tokensOf(
  source: TokenSource,
  { authority, scope }: Omit<MicrosoftSignIn, 'client'>,
  now: () => number = Date.now,
): Exclude<Bearer, string> {
  // Office takes the authority from the request alone; the one that the library was made with does not reach it.
  const request = { authority, scopes: [scope] };
  let last: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<Result<string, string>> | null = null;
  const ask = async (): Promise<Result<string, string>> => {
    try {
      const { accessToken, expiresOn } = await source.acquireTokenSilent(request).catch((failure: SignInFailure) => {
        // A window is opened only for what the person can settle there; without the bridge it would never come back.
        if (['offline', 'no-bridge'].includes(signInTroubleOf(failure))) throw failure;
        return source.acquireTokenPopup(request);
      });
      last = { token: accessToken, until: (expiresOn?.getTime() ?? 0) - SPARE_MS };
      return ok(accessToken);
    } catch (failure) {
      return failed(SIGN_IN_SENTENCES[signInTroubleOf(failure as SignInFailure)]); // all of its fields are optional
    }
  };
  return async () => {
    if (last && now() < last.until) return ok(last.token);
    // Calls at the same time ask the person once.
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

const refusalText = (trouble: ApiTrouble): string =>
  trouble.kind === 'problem' && [401, 403].includes(trouble.status) ? NO_AGENCY : troubleText(trouble);
