import { readEntraSettings } from '../../../functions/identity/entra-settings.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { MAPPING, SNV_GROUP, TENANT } from './an-issuer.ts';

const good = { tenant: TENANT, audience: ['api://phu-luc-so'], agencies: MAPPING };
const read = (settings: unknown) =>
  readEntraSettings(typeof settings === 'string' ? settings : JSON.stringify(settings), defaultAgencies());

test('without settings nobody signs in with Entra', () => {
  for (const text of [undefined, '', ' \n']) expect(readEntraSettings(text, defaultAgencies())).toBeNull();
});

test('issuer and keys follow from the tenant unless they are given', () => {
  expect(read({ ...good, tenant: TENANT.toUpperCase() })).toMatchObject({
    issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    keys: `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`,
  });
  const own = { issuer: `https://sts.windows.net/${TENANT}/`, keys: 'https://login.example.vn/keys' };
  expect(read({ ...good, ...own })).toMatchObject(own);
});

test('the pane asks for tokens as the GUID of the audience, unless another client or scope is named; without a GUID it asks none', () => {
  const id = '22222222-3333-4444-5555-66666666ABCD';
  const other = '77777777-3333-4444-5555-666666666666';
  const authority = `https://login.microsoftonline.com/${TENANT}`;
  const pane = (more: object) => read({ ...good, ...more })?.pane;
  expect(pane({})).toBeNull();
  expect(pane({ audience: ['api://phu-luc-so', id] })).toEqual({ client: id.toLowerCase(), authority, scope: `${id}/.default` });
  expect(pane({ audience: [id], client: other })).toEqual({ client: other, authority, scope: `${id}/.default` });
  expect(pane({ client: other, scope: 'api://phu-luc-so/bao-cao' })).toEqual({
    client: other,
    authority,
    scope: 'api://phu-luc-so/bao-cao',
  });
});

test.each([
  ['PHULUC_ENTRA', '{'],
  ['PHULUC_ENTRA', 'null'],
  ['PHULUC_ENTRA', '[]'],
  ['PHULUC_ENTRA', { ...good, secret: 'x' }],
  ['PHULUC_ENTRA.tenant', { ...good, tenant: 'common' }],
  ['PHULUC_ENTRA.tenant', { ...good, tenant: undefined }],
  ['PHULUC_ENTRA.audience', { ...good, audience: [] }],
  ['PHULUC_ENTRA.audience.0', { ...good, audience: [''] }],
  ['PHULUC_ENTRA.keys', { ...good, keys: 'http://login.example.vn/keys' }],
  ['PHULUC_ENTRA.keys', { ...good, keys: 'file:///etc/keys' }],
  ['PHULUC_ENTRA.keys', { ...good, keys: 'keys' }],
  ['PHULUC_ENTRA.client', { ...good, client: 'phu-luc-so' }],
  ['PHULUC_ENTRA.scope', { ...good, scope: 'hai scope' }],
  ['PHULUC_ENTRA.agencies', { ...good, agencies: [] }],
  ['PHULUC_ENTRA.agencies.0.group', { ...good, agencies: [{ group: 'SNV', agency: 'SNV' }] }],
  ['PHULUC_ENTRA.agencies.1', { ...good, agencies: [MAPPING[0], { agency: 'SNV' }] }],
  ['PHULUC_ENTRA.agencies.0', { ...good, agencies: [{ group: SNV_GROUP, role: 'x', agency: 'SNV' }] }],
  ['PHULUC_ENTRA.agencies.1.agency', { ...good, agencies: [MAPPING[0], { role: 'x', agency: 'KHONG-CO' }] }],
  ['PHULUC_ENTRA.agencies.5', { ...good, agencies: [...MAPPING, { group: SNV_GROUP.toUpperCase(), agency: 'STC' }] }],
])('a bad configuration stops the start at %s (%#)', (path, settings) => {
  expect(() => read(settings)).toThrow(`[Entra sign-in] "${path}": `);
});

test('all wrong fields are named at once, a line each', () => {
  expect(() => read({ ...good, tenant: 'x', keys: 'x' })).toThrow(
    '[Entra sign-in] "PHULUC_ENTRA.tenant": must be a GUID\n[Entra sign-in] "PHULUC_ENTRA.keys": must be an address that begins with https://',
  );
});
