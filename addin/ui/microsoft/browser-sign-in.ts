import {
  type AccountInfo,
  CacheLookupPolicy,
  createStandardPublicClientApplication,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { MicrosoftSignIn } from '../../../contract/routes/get-sign-in.ts';
import { ok, type Result } from '../../../core/result.ts';
import { keepKey } from '../own-key.ts';
import type { SignedIn } from '../sign-in.tsx';
import { askedAgain } from './asked-again.ts';
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
  library ??= createStandardPublicClientApplication({
    auth: { clientId: ways.client, authority: ways.authority, redirectUri: location.origin + BACK },
    cache: { cacheLocation: 'sessionStorage' },
    system: { popupBridgeTimeout: IN_WINDOW_MS },
  });
  const opened = await library;
  const again = askedAgain();
  // Who clicks says who they are; only a page that is opened once more goes by what is kept.
  const known = asker === 'nobody' ? opened.getActiveAccount() : null;
  const found = await vouchedFor(tokensOf(browserSource(opened, ways, known), again.turnToPerson), asker);
  if (!found.ok) return found;
  keepKey({ key: null, agency: found.value.me.agency });
  return ok({ ...found.value, microsoft: { again, signOutAddress: `${ways.authority}/oauth2/v2.0/logout` } });
}

function browserSource(opened: IPublicClientApplication, { authority, scope }: MicrosoftSignIn, known: AccountInfo | null): TokenSource {
  const request = { authority, scopes: [scope] };
  return {
    silently: async (account) => {
      const whose = account ?? known;
      if (!whose) throw { errorCode: 'no_account_error' };
      // Without a hidden frame of Microsoft's, which browsers that block the cookies of others show as to a stranger.
      return opened.acquireTokenSilent({ ...request, account: whose, cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken });
    },
    inWindow: async (account) => {
      const whom = account ? { loginHint: account.username } : { prompt: 'select_account' };
      // A window that was closed says nothing: the next one takes its place.
      const given = await opened.acquireTokenPopup({ ...request, ...whom, overrideInteractionInProgress: true });
      if (!account) opened.setActiveAccount(given.account);
      return given;
    },
  };
}
