import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  createStandardPublicClientApplication,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { MicrosoftSignIn } from '../../../contract/routes/get-sign-in.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { dropStrangers, keepKey, sameSitter } from '../own-key.ts';
import type { SignedIn } from '../sign-in.tsx';
import { askedAgain } from './asked-again.ts';
import { SIGN_IN_SENTENCES, TOO_LATE } from './sign-in-trouble.ts';
import { type Asker, type TokenSource, tokensOf } from './tokens.ts';
import { vouchedFor } from './vouched-for.ts';

/** Where the window comes back to: `addin/web/callback/`, registered as a redirect address. */
const BACK = '/dang-nhap/';

/** For a password, a telephone that confirms, a form of the tenant's. */
const IN_WINDOW_MS = 10 * 60_000;

/** One for the page, as the library wants it. */
let library: Promise<IPublicClientApplication> | null = null;

/**
 * Signs in with Microsoft 365 in a page of its own, outside Office: by a window, or from what the tab keeps since then. The window tells by
 * a channel, so that it may be parted from the page, as browsers part both where either asks for it (Cross-Origin-Opener-Policy).
 */
export async function signInInBrowser(ways: MicrosoftSignIn, asker: Asker): Promise<Result<SignedIn, string>> {
  let isSame = sameSitter();
  library ??= createStandardPublicClientApplication({
    auth: { clientId: ways.client, authority: ways.authority, redirectUri: location.origin + BACK },
    cache: { cacheLocation: 'sessionStorage' },
    system: { popupBridgeTimeout: IN_WINDOW_MS },
  });
  const opened = await library;
  const again = askedAgain();
  // Who clicks says who they are; only a page that is opened once more goes by what is kept.
  const known = asker === 'nobody' ? opened.getActiveAccount() : null;
  const source = browserSource(opened, ways, known, () => isSame());
  const found = await vouchedFor(tokensOf(source, again.turnToPerson), asker);
  if (!found.ok || !isSame()) {
    dropStrangers();
    return found.ok ? failed(SIGN_IN_SENTENCES.cancelled) : found;
  }
  keepKey({ key: null, agency: found.value.me.agency });
  isSame = sameSitter();
  return ok({ ...found.value, microsoft: { again, signOutAddress: `${ways.authority}/oauth2/v2.0/logout` } });
}

function browserSource(
  opened: IPublicClientApplication,
  { authority, scope }: MicrosoftSignIn,
  known: AccountInfo | null,
  isSame: () => boolean,
): TokenSource {
  const request = { authority, scopes: [scope] };
  /** What comes when somebody has come in otherwise meanwhile, or left, is nobody's: the library has kept it all the same. */
  const inTime = (given: AuthenticationResult): AuthenticationResult => {
    if (isSame()) return given;
    dropStrangers();
    throw TOO_LATE;
  };
  return {
    silently: async (account) => {
      const whose = account ?? known;
      if (!whose) throw { errorCode: 'no_account_error' };
      // Without a hidden frame of Microsoft's, which browsers that block the cookies of others show as to a stranger.
      const cacheLookupPolicy = CacheLookupPolicy.AccessTokenAndRefreshToken;
      return inTime(await opened.acquireTokenSilent({ ...request, account: whose, cacheLookupPolicy }));
    },
    inWindow: async (account) => {
      const whom = account ? { loginHint: account.username } : { prompt: 'select_account' };
      // A window that was closed says nothing: the next one takes its place.
      const given = inTime(await opened.acquireTokenPopup({ ...request, ...whom, overrideInteractionInProgress: true }));
      if (!account) opened.setActiveAccount(given.account);
      return given;
    },
  };
}
