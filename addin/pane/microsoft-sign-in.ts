import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';
import type { MicrosoftSignIn } from '../../contract/routes/get-sign-in.ts';
import { failed, type Result } from '../../core/result.ts';
import { loginHintHere } from '../excel/login-hint.ts';
import { SIGN_IN_SENTENCES } from '../ui/microsoft/sign-in-trouble.ts';
import { type Asker, type TokenSource, tokensOf } from '../ui/microsoft/tokens.ts';
import { vouchedFor } from '../ui/microsoft/vouched-for.ts';
import type { SignedIn } from '../ui/sign-in.tsx';

/** An Office that has not answered after this long is taken for one that cannot sign people in. */
const PATIENCE_MS = 8000;

/**
 * Where Microsoft's sign-in comes back to in a window or a hidden frame: a page of ours without anything, registered as a redirect address.
 */
const BACK = '/pane/dang-nhap/';

/**
 * Signs in as whoever is signed in to Office (nested app authentication; on the web the browser's own sign-in, learn.microsoft.com, "Enable
 * single sign-on with nested app authentication"). Nothing is kept on the machine: the tokens live as long as what is returned, and Office
 * keeps the account. The sentence says why it did not work.
 */
export async function signInWithMicrosoft(ways: MicrosoftSignIn, asker: Asker): Promise<Result<SignedIn, string>> {
  const [library, hint] = await Promise.all([libraryInOffice(ways), loginHintHere()]);
  if (!library) return failed(SIGN_IN_SENTENCES['no-bridge']);
  return vouchedFor(tokensOf(officeSource(library, { ...ways, hint })), asker);
}

async function libraryInOffice({ client: clientId, authority }: MicrosoftSignIn): Promise<IPublicClientApplication | null> {
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

/** Tokens of whoever `hint` names, as Office has them. */
export function officeSource(
  library: Pick<IPublicClientApplication, 'acquireTokenSilent' | 'acquireTokenPopup' | 'ssoSilent'>,
  { authority, scope, hint }: Omit<MicrosoftSignIn, 'client'> & { readonly hint: string | null },
): TokenSource {
  // Office takes the authority from the request alone; the one that the library was made with does not reach it.
  const request = { authority, scopes: [scope], ...(hint !== null && { loginHint: hint }) };
  return {
    silently: (account) => (account ? library.acquireTokenSilent({ ...request, account }) : library.ssoSilent(request)),
    inWindow: () => library.acquireTokenPopup(request),
  };
}
