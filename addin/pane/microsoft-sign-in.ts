import { type AccountInfo, createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';
import type { MicrosoftSignIn } from '../../contract/routes/get-sign-in.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { apiOf } from '../api/api.ts';
import type { Bearer } from '../api/call.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';
import { loginHintHere } from '../excel/login-hint.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import { NO_AGENCY, SIGN_IN_SENTENCES, type SignInFailure, signInTroubleOf } from './microsoft-trouble.ts';

/** A token that expires sooner than this is not taken for one more call. */
const SPARE_MS = 5 * 60_000;

/** An Office that has not answered after this long is taken for one that cannot sign people in. */
const PATIENCE_MS = 8000;

/**
 * Where Microsoft's sign-in comes back to in a window or a hidden frame: a page of ours without anything, registered as a redirect address.
 */
const BACK = '/pane/dang-nhap/';

/** The part of the library that is used here. */
export type TokenSource = Pick<IPublicClientApplication, 'acquireTokenSilent' | 'acquireTokenPopup' | 'ssoSilent'>;

/** Whether a person is there to be asked: a click, or only the pane being opened. */
type Asker = 'a-person' | 'nobody';

/**
 * Signs in as whoever is signed in to Office (nested app authentication; on the web the browser's own sign-in, learn.microsoft.com, "Enable
 * single sign-on with nested app authentication"). Nothing is kept on the machine: the tokens live as long as what is returned, and Office
 * keeps the account. The sentence says why it did not work.
 */
export async function signInWithMicrosoft({ client, ...asked }: MicrosoftSignIn, asker: Asker): Promise<Result<SignedIn, string>> {
  const [source, hint] = await Promise.all([tokenSource(client, asked.authority), loginHintHere()]);
  if (!source) return failed(SIGN_IN_SENTENCES['no-bridge']);
  const tokens = tokensOf(source, { ...asked, hint });
  const first = await tokens.first(asker);
  if (!first.ok) return first;
  const api = apiOf(tokens.bearer);
  const me = await api.me();
  return me.ok ? ok({ api, me: me.value.value }) : failed(refusalText(me.error));
}

async function tokenSource(clientId: string, authority: string): Promise<TokenSource | null> {
  const opening = createNestablePublicClientApplication({
    auth: { clientId, authority, redirectUri: location.origin + BACK },
    cache: { cacheLocation: 'memoryStorage' },
    // The window that comes back is looked at: the channel that is the library's own way is parted by the frame in which Excel on the web
    // shows the pane. A browser opens a window for a few seconds after the click alone: the hidden frame must have failed by then.
    system: { enableLegacyPolling: true, iframeBridgeTimeout: 4000 },
  });
  const never = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([opening, never]).catch(() => null);
}

interface Tokens {
  /** A token as the pane begins; asks a person for it only where one is there. */
  readonly first: (asker: Asker) => Promise<Result<string, string>>;
  /** A token before each call: the last one while it is good, else one that Office has, else one that the person is asked for. */
  readonly bearer: Exclude<Bearer, string>;
}

/** Tokens of whoever `hint` names, silently first, by a window where only the person can settle it. */
export function tokensOf(
  source: TokenSource,
  { authority, scope, hint }: Omit<MicrosoftSignIn, 'client'> & { readonly hint: string | null },
  now: () => number = Date.now,
): Tokens {
  // Office takes the authority from the request alone; the one that the library was made with does not reach it.
  const request = { authority, scopes: [scope], ...(hint !== null && { loginHint: hint }) };
  let last: { readonly token: string; readonly until: number; readonly account: AccountInfo } | null = null;
  let asking: Promise<Result<string, string>> | null = null;
  const silently = () => (last?.account ? source.acquireTokenSilent({ ...request, account: last.account }) : source.ssoSilent(request));
  const ask = async (asker: Asker): Promise<Result<string, string>> => {
    try {
      const { accessToken, expiresOn, account } = await silently().catch((failure: SignInFailure) => {
        // A window is opened only for what the person can settle there; without a line or a bridge it would never come back.
        if (asker === 'nobody' || ['offline', 'no-bridge'].includes(signInTroubleOf(failure))) throw failure;
        return source.acquireTokenPopup(request);
      });
      last = { token: accessToken, until: (expiresOn?.getTime() ?? 0) - SPARE_MS, account };
      return ok(accessToken);
    } catch (failure) {
      return failed(SIGN_IN_SENTENCES[signInTroubleOf(failure as SignInFailure)]); // all of its fields are optional
    }
  };
  const token = async (asker: Asker): Promise<Result<string, string>> => {
    if (last && now() < last.until) return ok(last.token);
    // Calls at the same time ask the person once.
    asking ??= ask(asker).finally(() => {
      asking = null;
    });
    return asking;
  };
  return { first: token, bearer: () => token('a-person') };
}

const refusalText = (trouble: ApiTrouble): string =>
  trouble.kind === 'problem' && [401, 403].includes(trouble.status) ? NO_AGENCY : troubleText(trouble);
