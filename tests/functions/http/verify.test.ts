import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { DOCX, XLSX } from '../../../core/media-types.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const OWN = 'XA-21211';

async function sent() {
  const api = await anApi();
  await api.put(OWN, aReport(OWN, 960), 0);
  const made = async (path: string) => (await api.call('VPUB', 'GET', `/periods/2026/${path}`)).body as Uint8Array;
  const verify = (body: unknown, type: string, caller = 'VPUB') => api.call(caller, 'POST', '/periods/2026/verify', { body, type });
  return { ...api, made, verify };
}

const changed = (bytes: Uint8Array, part: string, before: string, after: string): Uint8Array => {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts[part]!);
  expect(text.includes(before)).toBe(true);
  return zipSync({ ...parts, [part]: strToU8(text.replace(before, after)) });
};

test('a report as it was made holds, and a figure that was changed is named', async () => {
  const { made, verify } = await sent();
  const report = await made('report');
  const { json } = await verify(report, DOCX);
  expect([json.count > 100, json.differences]).toEqual([true, []]);
  const other = await verify(changed(report, 'word/document.xml', '96%', '97%'), DOCX);
  expect([other.status, other.json.differences.length]).toEqual([200, 1]);
  expect(other.json.differences[0].printed).toContain('97%');
});

test('an appendix workbook holds until something is sent after it', async () => {
  const { made, verify, put } = await sent();
  const appendix = await made('appendix');
  expect((await verify(appendix, XLSX)).json.differences).toEqual([]);
  await put(OWN, aReport(OWN, 940), 1);
  expect((await verify(appendix, XLSX)).json.differences.length).toBeGreaterThan(0);
});

test('what is neither is refused, and so is whoever does not consolidate', async () => {
  const { verify } = await sent();
  const asked = [
    await verify('x', DOCX),
    await verify('x', XLSX),
    await verify('x', 'text/plain'),
    await verify('x', DOCX, OWN),
    await verify('x', DOCX, 'SNV'),
  ];
  expect(asked.map(({ status }) => status)).toEqual([422, 422, 415, 403, 403]);
});
