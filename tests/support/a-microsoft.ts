import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { type anIssuer, ISSUER, TENANT } from '../functions/identity/an-issuer.ts';

const LOGIN = 'https://login.microsoftonline.com';

/** Somebody of the tenant: their name, their address, and what else their token says. */
export interface Person {
  readonly name: string;
  readonly username: string;
  readonly claims?: object;
}

interface Given {
  readonly person: Person;
  readonly challenge: string;
  readonly nonce: string;
  readonly back: string;
}

/**
 * A real OpenID provider on this machine: the authorization code flow with PKCE for one public client and its registered addresses, as
 * Microsoft's sign-in does it (learn.microsoft.com, "Microsoft identity platform and OAuth 2.0 authorization code flow"). Who is there is
 * asked on a page of its own. `state` says how it behaves from now on.
 */
export async function aMicrosoft(
  issuer: Awaited<ReturnType<typeof anIssuer>>,
  { client, people }: { readonly client: string; readonly people: readonly Person[] },
) {
  const state = {
    /** Addresses that windows may come back to. */
    registered: [] as string[],
    /** Seconds that a token is good for. */
    seconds: 3600,
    refreshes: true,
    /** What it says of a window, each time. */
    refusal: null as string | null,
    authorized: [] as URLSearchParams[],
    tokens: [] as string[],
  };
  const codes = new Map<string, Given>();
  const refreshing = new Map<string, Person>();

  const tokensFor = async (person: Person, nonce: string): Promise<object> => {
    const oid = createHash('sha256').update(person.username).digest('hex').slice(0, 32);
    const about = { name: person.name, preferred_username: person.username, oid, sub: oid, tid: TENANT, ver: '2.0', ...person.claims };
    const exp = Math.floor(Date.now() / 1000) + state.seconds;
    const refresh = randomUUID();
    refreshing.set(refresh, person);
    return {
      token_type: 'Bearer',
      scope: `${client}/.default openid profile offline_access`,
      expires_in: state.seconds,
      access_token: await issuer.token({ claims: { aud: client, iss: ISSUER, exp, ...about } }),
      id_token: await issuer.token({ claims: { aud: client, iss: ISSUER, exp, nonce, ...about } }),
      refresh_token: refresh,
      client_info: Buffer.from(JSON.stringify({ uid: oid, utid: TENANT })).toString('base64url'),
    };
  };

  /** Who is there is asked; whoever is chosen comes back with a code. */
  const authorize = (query: URLSearchParams): readonly [status: number, body: string] => {
    const back = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== client || !state.registered.includes(back) || query.get('code_challenge_method') !== 'S256')
      return [400, '<p>AADSTS50011: The redirect URI does not match</p>'];
    state.authorized.push(query);
    const home = (answer: Record<string, string>): string =>
      `${back}#${new URLSearchParams({ ...answer, state: query.get('state') ?? '' })}`;
    if (state.refusal) {
      const answer = home({ error: 'access_denied', error_description: state.refusal });
      return [200, `<script>location.replace(${JSON.stringify(answer)})</script>`];
    }
    const links = people.map((person) => {
      const code = randomUUID();
      codes.set(code, { person, challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce') ?? '', back });
      return `<p><a href="${home({ code }).replaceAll('&', '&amp;')}">${person.name}</a></p>`;
    });
    return [200, `<h1>Chọn tài khoản</h1>${links.join('')}`];
  };

  const token = async (form: URLSearchParams): Promise<object> => {
    state.tokens.push(form.get('grant_type') ?? '');
    const refused = (error: string, error_description: string) => ({ error, error_description, error_codes: [] });
    if (form.get('client_id') !== client) return refused('invalid_client', 'AADSTS700016: Application not found');
    if (form.get('grant_type') === 'refresh_token') {
      const person = refreshing.get(form.get('refresh_token') ?? '');
      return state.refreshes && person
        ? tokensFor(person, '')
        : refused('invalid_grant', 'AADSTS700084: The refresh token was issued to a single page app and has a fixed, limited lifetime');
    }
    const given = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!given || given.back !== form.get('redirect_uri') || given.challenge !== proof)
      return refused('invalid_grant', 'AADSTS501481: The Code_Verifier does not match the code_challenge');
    return tokensFor(given.person, given.nonce);
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', LOGIN);
    if (pathname === `/${TENANT}/oauth2/v2.0/authorize`) return html(response, ...authorize(searchParams));
    if (pathname !== `/${TENANT}/oauth2/v2.0/token`) return html(response, 404, '');
    const answer = await token(new URLSearchParams(await bodyOf(request)));
    // Of a public client on the web the origin is let in (cross-origin resource sharing).
    response.writeHead('error' in answer ? 400 : 200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    state,
    /** Puts it in the place of Microsoft's own address for one browser profile. */
    standIn: (context: BrowserContext) =>
      context.route(`${LOGIN}/**`, async (route) => {
        const request = route.request();
        const { pathname, search } = new URL(request.url());
        const [method, body] = [request.method(), request.postData()];
        const answer = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, { method, body });
        await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() });
      }),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const html = (response: ServerResponse, status: number, body: string): void =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Microsoft</title>${body}`);

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer); // no encoding was set
  return Buffer.concat(pieces).toString();
}
