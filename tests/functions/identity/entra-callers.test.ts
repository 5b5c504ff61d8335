import { localDay } from '../../../core/local-day.ts';
import { AgencyId } from '../../../core/plan/agency.ts';
import { issueKey } from '../../../functions/identity/access-key.ts';
import { entraReader } from '../../../functions/identity/entra.ts';
import { identifier } from '../../../functions/identity/identify.ts';
import { IssuerUnavailable } from '../../../functions/identity/token.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { anIssuer, ISSUER, SNV_GROUP, STC_GROUP, someSettings } from './an-issuer.ts';

const HOME = '10.0.0.1';
const now = Date.parse('2026-11-20T01:00:00Z');
const clock = () => new Date(now);
const unauthenticated = { ok: false, error: { reason: 'unauthenticated' } };
const waits = { ok: false, error: { reason: 'too-many-tries', retryAfter: 60 } };

let issuer: Awaited<ReturnType<typeof anIssuer>>;
beforeAll(async () => {
  issuer = await anIssuer(clock);
});

function aDoor(entra = entraReader(someSettings(), { clock, elapsed: () => 0 }, issuer.keySet)) {
  const table = new MemoryTable();
  return {
    table,
    identify: identifier({ table, agencies: defaultAgencies(), entra, elapsed: () => 0, today: () => localDay(clock(), '+07:00') }),
  };
}

test('a person is named with the agency for which it acts', async () => {
  const { identify } = aDoor();
  expect(await identify(`bearer ${await issuer.token()}`, HOME)).toEqual({
    ok: true,
    value: { agency: 'SNV', consolidator: false, name: 'Nguyễn Thị Ánh (SNV)', person: 'Nguyễn Thị Ánh' },
  });
  expect(
    await identify(`Bearer ${await issuer.token({ claims: { groups: [], roles: ['tong-hop'], name: 'Bình (VPUB)' } })}`, HOME),
  ).toEqual({
    ok: true,
    value: { agency: 'SKHCN', consolidator: true, name: 'Bình (VPUB) (SKHCN)', person: 'Bình (VPUB)' },
  });
  const nameless = await issuer.token({ claims: { name: undefined, preferred_username: undefined } });
  expect(await identify(`Bearer ${nameless}`, HOME)).toMatchObject({ value: { name: 'SNV' } });
});

test('a token cannot claim a role that the mapping does not give', async () => {
  const { identify } = aDoor();
  const claims = { agency: 'SKHCN', consolidator: true, roles: ['consolidator', 'SKHCN'], groups: [SNV_GROUP] };
  expect(await identify(`Bearer ${await issuer.token({ claims })}`, HOME)).toMatchObject({ value: { agency: 'SNV', consolidator: false } });
});

test('a token for an agency that is not active is not let in', async () => {
  const { identify } = aDoor();
  const token = await issuer.token({ claims: { groups: [], roles: ['bao-hiem'] } });
  expect(await identify(`Bearer ${token}`, HOME)).toEqual(unauthenticated);
});

test('why a token is refused is not told, and a genuine one that is refused is no wrong try', async () => {
  const { identify } = aDoor();
  const seconds = now / 1000;
  const twists = [
    { exp: seconds - 999 },
    { nbf: seconds + 999 },
    { aud: 'x' },
    { iss: `${ISSUER}/` },
    { groups: [] },
    { groups: [SNV_GROUP, STC_GROUP] },
  ];
  for (let round = 0; round < 5; round++)
    for (const claims of twists) expect(await identify(`Bearer ${await issuer.token({ claims })}`, HOME)).toEqual(unauthenticated);
});

test('forged tokens and wrong keys are counted together, and good ones of both kinds go on', async () => {
  const { table, identify } = aDoor();
  const { key } = await issueKey(table, { agency: AgencyId.parse('STC'), by: 'SKHCN', at: clock() });
  const wrong = [issuer.unsigned(), await issuer.token({ key: issuer.stolen.privateKey }), `pls_${'A'.repeat(43)}`, 'x'];
  for (let k = 0; k < 20; k++) expect(await identify(`Bearer ${wrong[k % 4]}`, HOME)).toEqual(unauthenticated);
  for (const credential of wrong) expect(await identify(`Bearer ${credential}`, HOME)).toEqual(waits);
  expect(await identify(`Bearer ${await issuer.token()}`, HOME)).toMatchObject({ ok: true, value: { agency: 'SNV' } });
  expect(await identify(`Bearer ${key}`, HOME)).toMatchObject({ ok: true, value: { agency: 'STC' } });
});

test('an outage of the issuer stops tokens with an outage, keys go on', async () => {
  const { table, identify } = aDoor(async () => {
    throw new IssuerUnavailable('[keys of the issuer] "x": could not be had');
  });
  const { key } = await issueKey(table, { agency: AgencyId.parse('STC'), by: 'SKHCN', at: clock() });
  await expect(identify(`Bearer ${await issuer.token()}`, HOME)).rejects.toThrow(IssuerUnavailable);
  expect(await identify(`Bearer ${key}`, HOME)).toMatchObject({ ok: true });
});
