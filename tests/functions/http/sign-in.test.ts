import { admitter } from '../../../functions/http/admit.ts';
import { handlersOf } from '../../../functions/http/handlers.ts';
import { serversOf } from '../../../functions/http/serve.ts';
import { anApi } from '../../support/an-api.ts';

const microsoft = { client: '22222222-3333-4444-5555-666666666666', authority: 'https://login.microsoftonline.com/x', scope: 'y/.default' };

test('where nobody signs in with Microsoft 365, anyone is told so', async () => {
  const api = await anApi();
  const { status, json } = await api.call('', 'GET', '/sign-in');
  expect([status, json]).toEqual([200, { microsoft: null }]);
});

test('where somebody does, anyone is told what to ask a token with, and nothing else', async () => {
  const { deps } = await anApi();
  const stranger = async () => ({ ok: false, error: { reason: 'unauthenticated' } }) as const;
  const serving = { identify: stranger, admit: admitter(deps), log: () => undefined };
  const serve = serversOf(handlersOf({ ...deps, microsoft }), serving).get('/sign-in');
  const request = {
    method: 'GET',
    parameters: {},
    header: () => null,
    query: () => null,
    queryNames: () => [],
    origin: '',
    clientIp: '127.0.0.1',
    id: 'test',
  };
  const answer = await serve?.({ ...request, body: async () => new Uint8Array() });
  expect([answer?.status, JSON.parse(String(answer?.body))]).toEqual([200, { microsoft }]);
});
