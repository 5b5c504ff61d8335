import { agencies, plan } from '../../support/a-form.ts';
import { anApi } from '../../support/an-api.ts';

const asked = '/public/plan';

test('anyone gets the plan and the agencies, and what a period changes about who owes a row', async () => {
  const api = await anApi();
  expect((await api.call('', 'GET', asked)).json).toEqual({
    plan: JSON.parse(JSON.stringify(plan)),
    agencies,
    periods: [{ period: '2026', agencies: {}, reporters: {} }],
  });
});

test('of a period’s settings nothing else is told: no rule, no waiver, no contact', async () => {
  const api = await anApi();
  const own = { agencies: { 'XA-21034': { active: false } }, reporters: { 'PL1.I.1.3': [plan.agencyGroups[0]?.id ?? ''] } };
  const settings = {
    ...own,
    rules: [{ rule: 'same-as-another', severity: 'off' }],
    waivers: [{ agency: 'SNV', rule: 'row-left-blank', row: null, reason: 'Lý do riêng' }],
    contacts: { SNV: { name: 'Nguyễn Thị An', phone: '0255 3822 000' } },
  };
  const { headers } = await api.call('VPUB', 'GET', '/periods/2026/settings');
  const changed = await api.call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings, reason: 'Thử' },
    headers: { 'if-match': String(headers.ETag) },
  });
  expect(changed.status).toBe(200);
  const seen = await api.call('', 'GET', asked);
  expect(seen.json.periods).toEqual([{ period: '2026', ...own }]);
  for (const text of ['Lý do riêng', 'Nguyễn Thị An', '0255']) expect(String(seen.body)).not.toContain(text);
  const ground = await api.call('SNV', 'GET', '/periods/2026/reports/SNV/ground');
  expect(String(ground.body)).not.toContain('0255');
});

test('it holds no mail address, and costs nothing while nothing changes', async () => {
  const api = await anApi();
  const { body, headers } = await api.call('', 'GET', asked);
  expect(String(body)).not.toContain('@');
  const again = await api.call('', 'GET', asked, { headers: { 'if-none-match': String(headers.ETag) } });
  expect(again.status).toBe(304);
});
