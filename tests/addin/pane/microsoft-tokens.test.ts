import type { AuthenticationResult } from '@azure/msal-browser';
import { officeSource } from '../../../addin/pane/microsoft-sign-in.ts';
import { SIGN_IN_SENTENCES, signInTroubleOf } from '../../../addin/ui/microsoft/sign-in-trouble.ts';
import { tokensOf } from '../../../addin/ui/microsoft/tokens.ts';

const HOUR = 3_600_000;
const asked = { authority: 'https://login.microsoftonline.com/x', scope: 'y/.default', hint: 'anh@example.vn' };
const refusal = (errorCode: string, errorMessage = '') => Object.assign(new Error(errorCode), { errorCode, errorMessage });

/** A source whose tokens are numbered and good for an hour; what it was asked, and a clock to be turned. */
function aSource(silent: () => void = () => undefined, popup: () => void = () => undefined) {
  const calls: string[] = [];
  const clock = { now: 0 };
  const token = (way: string, check: () => void) => async (request: object) => {
    calls.push(`${way} ${JSON.stringify(request)}`);
    check();
    const account = { username: 'anh@example.vn' };
    return { accessToken: `token-${calls.length}`, expiresOn: new Date(clock.now + HOUR), account } as AuthenticationResult; // all that is read of it
  };
  const library = {
    ssoSilent: token('sso', silent),
    acquireTokenSilent: token('silent', silent),
    acquireTokenPopup: token('popup', popup),
  };
  return { calls, clock, ...tokensOf(officeSource(library, asked), undefined, () => clock.now) };
}

const throws = (error: Error) => () => {
  throw error;
};
const SSO = 'sso {"authority":"https://login.microsoftonline.com/x","scopes":["y/.default"],"loginHint":"anh@example.vn"}';
const SILENT = `${SSO.replace('sso', 'silent').slice(0, -1)},"account":{"username":"anh@example.vn"}}`;
const POPUP = SSO.replace('sso', 'popup');

test('a token serves until five minutes before its end', async () => {
  const { calls, clock, bearer } = aSource();
  expect([await bearer(), await bearer()]).toEqual([1, 1].map((n) => ({ ok: true, value: `token-${n}` })));
  clock.now = HOUR - 5 * 60_000 - 1;
  expect(await bearer()).toEqual({ ok: true, value: 'token-1' });
  clock.now += 1;
  expect(await bearer()).toEqual({ ok: true, value: 'token-2' });
  expect(calls).toEqual([SSO, SILENT]);
});

test('calls at the same time ask the person once', async () => {
  const { calls, bearer } = aSource(throws(refusal('interaction_required')));
  const all = await Promise.all([bearer(), bearer(), bearer()]);
  expect(new Set(all.map((one) => one.ok && one.value)).size).toBe(1);
  expect(calls).toEqual([SSO, POPUP]);
});

test.each([
  ['no_network_connectivity', 'offline'],
  ['nested_app_auth_bridge_disabled', 'no-bridge'],
] as const)('after %s no window is opened that could not help', async (code, trouble) => {
  const { calls, bearer } = aSource(throws(refusal(code)));
  expect(await bearer()).toEqual({ ok: false, error: SIGN_IN_SENTENCES[trouble] });
  expect(calls).toEqual([SSO]);
});

test.each(['no_account_found', 'no_account_error', 'interaction_required', 'login_required', 'monitor_window_timeout'])(
  'after %s the person is asked, where one is there',
  async (code) => {
    const { calls, bearer } = aSource(throws(refusal(code)));
    expect(await bearer()).toEqual({ ok: true, value: 'token-2' });
    expect(calls).toEqual([SSO, POPUP]);
  },
);

test('a pane that is only opened asks nobody: it says that somebody must', async () => {
  const { calls, first } = aSource(throws(refusal('no_account_error')));
  expect(await first('nobody')).toEqual({ ok: false, error: SIGN_IN_SENTENCES['ask-again'] });
  expect(calls).toEqual([SSO]);
});

test('after a failure the next call asks anew', async () => {
  let leaves = true;
  const { bearer } = aSource(throws(refusal('interaction_required')), () => {
    if (leaves) throw refusal('user_canceled');
  });
  expect(await bearer()).toEqual({ ok: false, error: SIGN_IN_SENTENCES.cancelled });
  leaves = false;
  expect(await bearer()).toEqual({ ok: true, value: 'token-4' });
});

test.each([
  [{ errorCode: 'user_canceled' }, 'cancelled'],
  [{ errorCode: 'invalid_grant', errorMessage: 'AADSTS65001: The user or administrator has not consented' }, 'not-consented'],
  [{ errorCode: 'access_denied', errorMessage: 'AADSTS65004: User declined to consent' }, 'not-consented'],
  [{ errorCode: 'invalid_client', errorMessage: 'AADSTS700016: Application not found' }, 'not-consented'],
  [{ errorCode: 'no_account_error' }, 'ask-again'],
  [{ errorCode: 'no_account_found' }, 'no-account'],
  [{ errorCode: 'server_error', errorMessage: 'AADSTS650010: something else' }, 'failed'],
  [{}, 'failed'],
] as const)('the failure %j is told as %s', (failure, trouble) => {
  expect(signInTroubleOf(failure)).toBe(trouble);
});
