import { anApi } from '../../support/an-api.ts';

test('a key may have a last day, which is listed and stands in the audit; one without has none', async () => {
  const { call } = await anApi();
  const issue = (body: object) => call('VPUB', 'POST', '/keys', { body });
  const [ending, lasting] = [await issue({ agency: 'SNV', until: '2026-11-25' }), await issue({ agency: 'SNV' })];
  expect([ending.status, Object.keys(ending.json).sort(), lasting.status]).toEqual([201, ['agency', 'id', 'key'], 201]);
  const { keys } = (await call('VPUB', 'GET', '/keys')).json;
  expect(keys.map(({ id, until }: { id: string; until: string | null }) => [id, until]).sort()).toEqual(
    [
      [ending.json.id, '2026-11-25'],
      [lasting.json.id, null],
    ].sort(),
  );
  const { entries } = (await call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.filter(({ key }: { key: string }) => key === ending.json.id)).toMatchObject([
    { action: 'key-issued', until: '2026-11-25' },
  ]);
});

test('a key names its person in the list and in the audit', async () => {
  const { call } = await anApi();
  const issued = await call('VPUB', 'POST', '/keys', { body: { agency: 'SKHCN', user: '  Nguyễn\u202e Văn  A ' } });
  const { keys } = (await call('VPUB', 'GET', '/keys')).json;
  expect(keys).toMatchObject([{ agency: 'SKHCN', user: 'Nguyễn Văn A' }]);
  await call('VPUB', 'DELETE', `/keys/${issued.json.id}`);
  const { entries } = (await call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.filter(({ key }: { key: string }) => key === issued.json.id)).toMatchObject([
    { action: 'key-issued', by: 'VPUB', user: 'Nguyễn Văn A' },
    { action: 'key-revoked', by: 'VPUB', user: 'Nguyễn Văn A' },
  ]);
});

test.each(['', ' \u200b ', 'a'.repeat(121), 7, null])('a key is not issued to a person called %j', async (user) => {
  const { call } = await anApi();
  const refused = await call('VPUB', 'POST', '/keys', { body: { agency: 'SNV', user } });
  expect([refused.status, refused.json.errors]).toEqual([400, [{ path: 'user', message: expect.any(String) }]]);
  expect((await call('VPUB', 'GET', '/keys')).json.keys).toEqual([]);
});

test.each(['2026-11-24', '2026-02-30', '31/12/2026', 20261231, null])('a key is not issued until %j', async (until) => {
  const { call } = await anApi();
  const refused = await call('VPUB', 'POST', '/keys', { body: { agency: 'SNV', until } });
  expect([refused.status, refused.json.errors]).toEqual([400, [{ path: 'until', message: expect.any(String) }]]);
  expect((await call('VPUB', 'GET', '/keys')).json.keys).toEqual([]);
  expect((await call('SNV', 'POST', '/keys', { body: { agency: 'SNV', until } })).status).toBe(403);
});
