import type { Page } from 'playwright-core';

/** What Office answers when an add-in asks for a token, silently or with a window; `error` has the fields of Microsoft's own bridge. */
export type HostAnswer =
  | { readonly token: string; readonly idToken: string; readonly seconds: number }
  | { readonly error: { readonly status: string; readonly code?: string; readonly subError?: string; readonly description?: string } };

/** What the add-in asked for. */
export interface HostQuestion {
  readonly method: 'GetToken' | 'GetTokenPopup';
  readonly client: string;
  readonly authority: string;
  readonly scope: string;
}

/**
 * An Office that nobody is signed in to: without a window it knows no account (the bridge's ACCOUNT_UNAVAILABLE, `BridgeStatusCode` of the
 * library), which is another answer than having no bridge; what its window comes to is the person's doing.
 */
export const withoutAccount =
  (inWindow: () => HostAnswer | Promise<HostAnswer>) =>
  async ({ method }: HostQuestion): Promise<HostAnswer> =>
    method === 'GetToken' ? { error: { status: 'ACCOUNT_UNAVAILABLE' } } : inWindow();

interface Asked {
  readonly method: 'GetInitContext' | HostQuestion['method'];
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly authority: string; readonly scope: string };
}

const ACCOUNT = {
  environment: 'login.microsoftonline.com',
  homeAccountId: '99999999-0000-0000-0000-000000000001.11111111-2222-3333-4444-555555555555',
  localAccountId: '99999999-0000-0000-0000-000000000001',
  tenantId: '11111111-2222-3333-4444-555555555555',
  username: 'anh@example.vn',
};

/**
 * Puts the bridge of nested app authentication into every window of the page, as Office does (the shapes are those of the library's
 * folder `src/naa`): what it does is our claim about Office, what the library does with it is not. To be called before the page opens.
 * `silent`: it never answers.
 */
export async function bridgeSignIn(page: Page, answer: ((question: HostQuestion) => Promise<HostAnswer>) | 'silent'): Promise<void> {
  const reply = async (text: string): Promise<string> => {
    if (answer === 'silent') return new Promise(() => undefined);
    const { method, requestId, tokenParams } = JSON.parse(text) as Asked;
    const about = (rest: object): string => JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, success: true, ...rest });
    if (method === 'GetInitContext' || !tokenParams)
      return about({ initContext: { sdkName: 'office', sdkVersion: '1.0.0', capabilities: {} } });
    const { clientId: client, authority, scope } = tokenParams;
    const given = await answer({ method, client, authority, scope });
    if ('error' in given) return about({ success: false, error: given.error });
    const token = { access_token: given.token, id_token: given.idToken, expires_in: given.seconds, scope, properties: null };
    return about({ token, account: ACCOUNT });
  };
  await page.exposeBinding('officeSignIn', (_, text: string) => reply(text));
  await page.addInitScript(`(() => {
    const listeners = new Set();
    window.nestedAppAuthBridge = {
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
      postMessage: async (text) => { const answer = await officeSignIn(text); for (const one of listeners) one(answer); },
    };
  })();`);
}
