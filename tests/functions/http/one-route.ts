import type { Route } from '../../../contract/route.ts';
import { localDay } from '../../../core/local-day.ts';
import { AgencyId } from '../../../core/plan/agency.ts';
import { admitter } from '../../../functions/http/admit.ts';
import type { ApiResponse } from '../../../functions/http/api.ts';
import type { Handler } from '../../../functions/http/handler.ts';
import { pathServer } from '../../../functions/http/serve.ts';
import { issueKey } from '../../../functions/identity/access-key.ts';
import { type IdentifyDeps, identifier } from '../../../functions/identity/identify.ts';
import { stillKnown } from '../../../functions/identity/still-known.ts';
import { agencies } from '../../support/a-form.ts';
import { anApi } from '../../support/an-api.ts';

/** A server of one made-up route on a fresh store, for whoever shows a credential; `known`: who is known to it besides. */
export async function oneRoute(route: Route, serve: unknown, known: Partial<Pick<IdentifyDeps, 'agencies' | 'elapsed' | 'entra'>> = {}) {
  const { deps } = await anApi();
  const { table, clock } = deps;
  const believed = { table, agencies, elapsed: () => 0, today: () => localDay(clock(), '+07:00'), entra: null, ...known };
  const serving = { identify: identifier(believed), stillKnown: stillKnown(believed), admit: admitter(deps), log: () => undefined };
  const server = pathServer(route.path, [{ route, serve: serve as Handler['serve'] }], serving); // as handlers.ts pairs them
  const ask = (authorization: string | null): Promise<ApiResponse> =>
    server({
      ...{ method: route.method, query: () => null, queryNames: () => [], origin: '', clientIp: '10.0.0.1', id: 'test' },
      parameters: { period: '2026' },
      header: (name) => (name === 'authorization' ? authorization : null),
      body: async () => new Uint8Array(),
    });
  const issue = (agency: string, more: { readonly readOnly?: true } = {}) =>
    issueKey(table, { agency: AgencyId.parse(agency), by: 'test', at: clock(), ...more });
  return { table, clock, ask, issue };
}
