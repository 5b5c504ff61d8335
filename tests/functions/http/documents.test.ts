import { DOCX } from '../../../core/media-types.ts';
import { appendixRequestIn } from '../../../functions/http/document-requests.ts';
import { currentMatrix } from '../../../functions/periods/matrix-of.ts';
import { periodContextOf } from '../../../functions/periods/period-context.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { agencyStatuses } from '../../../templates/appendix/agency-status.ts';
import { agencies } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { openedDocument } from '../../templates/report/a-built-report.ts';

const OWN = 'XA-21211';
const sent = async () => {
  const api = await anApi();
  await api.call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, {
    body: aReport(OWN, 960),
    headers: { 'idempotency-key': 'lan-1', 'if-none-match': '*' },
  });
  return api;
};

test('the province’s report comes as a document, the same bytes until something changes', async () => {
  const api = await sent();
  const first = await api.call('VPUB', 'GET', '/periods/2026/report');
  expect([first.status, first.headers['Content-Type']]).toEqual([200, DOCX]);
  expect(openedDocument(first.body as Uint8Array).paragraphs).toContain('BÁO CÁO');
  const again = await api.call('VPUB', 'GET', '/periods/2026/report', { headers: { 'if-none-match': first.headers.ETag ?? '' } });
  expect(again.status).toBe(304);
});

test('settings sign it and word it, and what they may not say is refused with its place', async () => {
  const api = await sent();
  const put = (settings: unknown, tag: string) =>
    api.call('VPUB', 'PUT', '/periods/2026/settings', { body: { settings, reason: 'Trình ký' }, headers: { 'if-match': tag } });
  const refused = await put({ reportText: { closing: 'Hết {nam}.' }, signing: { issuer: 'KHONG' } }, '"0"');
  expect([refused.status, refused.json.errors.map(({ path }: { path: string }) => path)]).toEqual([
    400,
    ['settings.signing.issuer', 'settings.reportText.closing'],
  ]);
  expect(refused.json.errors[1].message).toContain('{nam} (ký tự thứ 5)');
  await put({ reportText: { closing: 'Hết {period}.' }, signing: { name: 'Trần Thị B', number: '12' } }, '"0"');
  const { body } = await api.call('VPUB', 'GET', '/periods/2026/report?names=with&rows=all');
  const { paragraphs } = openedDocument(body as Uint8Array);
  expect([paragraphs.includes('Hết 2026.'), paragraphs.includes('Trần Thị B'), paragraphs.includes('Số: 12/BC-UBND')]).toEqual([
    true,
    true,
    true,
  ]);
});

test('the report with its sources names version, sender and receipt, and every figure of it holds', async () => {
  const api = await sent();
  const { sources } = (await api.call('VPUB', 'GET', '/periods/2026/rows/PL1.I.1.3/sources')).json;
  const { body } = await api.call('VPUB', 'GET', '/periods/2026/report?sources=with');
  const { paragraphs } = openedDocument(body as Uint8Array);
  expect(paragraphs.includes(sources[0].receipt)).toBe(true);
  expect(paragraphs.some((text) => text.startsWith('Lần 1, 09:00 ngày 25/11/2026, UBND'))).toBe(true);
  const checked = await api.call('VPUB', 'POST', '/periods/2026/verify', { body, type: DOCX });
  expect([checked.status, checked.json.differences]).toEqual([200, []]);
});

test('of an agency whose report cannot be read no document says that it sent nothing', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  for (const agency of [OWN, 'STC']) await api.put(agency, aReport(agency), 0);
  const context = (await periodContextOf(api.deps, '2026'))!;
  const { etag } = (await store.read(context.partition, `head|${OWN}`))!;
  await store.commit(context.partition, [{ kind: 'replace', row: `head|${OWN}`, etag, value: { spoilt: true } }]);
  const { body } = await api.call('VPUB', 'GET', '/periods/2026/report');
  const silent = openedDocument(body as Uint8Array).paragraphs.filter((text) => text.includes('đơn vị chưa có báo cáo: '));
  const { name } = agencies.find(({ id }) => id === OWN)!;
  expect(silent).toEqual([expect.stringContaining(`${name} (đã gửi, báo cáo lưu trữ không đọc được)`)]);
  expect(silent[0]?.match(/không đọc được/g)).toHaveLength(1);
  const checked = await api.call('VPUB', 'POST', '/periods/2026/verify', { body, type: DOCX });
  expect([checked.status, checked.json.differences]).toEqual([200, []]);
  const lines = agencyStatuses(appendixRequestIn(context, await currentMatrix(api.deps, context), 'all'));
  expect(lines.filter(({ state }) => state === 'faulty').map(({ agency, note }) => [agency.id, note])).toEqual([
    [OWN, 'Đã gửi; báo cáo lưu trữ không đọc được, cần gửi lại.'],
  ]);
  expect((await api.call('VPUB', 'GET', '/periods/2026/appendix')).status).toBe(200);
});

test('a senseless extent is refused', async () => {
  const api = await anApi();
  const asked = await Promise.all(
    ['rows=some', 'names=yes', 'sources=yes'].map((query) => api.call('VPUB', 'GET', `/periods/2026/report?${query}`)),
  );
  expect(asked.map(({ status }) => status)).toEqual([400, 400, 400]);
});

test('an agency’s own document proves where it was called; there is none before anything was sent', async () => {
  const api = await sent();
  const { status, body } = await api.call(OWN, 'GET', `/periods/2026/reports/${OWN}/document`, { headers: { host: 'bao-cao.example.vn' } });
  expect(status).toBe(200);
  expect(openedDocument(body as Uint8Array).xml).toContain('https://bao-cao.example.vn/xac-minh/#ky=2026&amp;don-vi=XA-21211&amp;ma=');
  expect((await api.call('STC', 'GET', '/periods/2026/reports/STC/document')).status).toBe(404);
});

test('a report that is not sent comes as the document to be signed, marked, and nothing of it is kept', async () => {
  const api = await anApi();
  const path = `/periods/2026/reports/${OWN}/preview`;
  const { status, headers, body } = await api.call(OWN, 'POST', path, { body: aReport(OWN, 960) });
  expect([status, headers['Content-Type'], headers['Content-Disposition']]).toEqual([
    200,
    DOCX,
    `attachment; filename="xem-truoc-${OWN}-2026.docx"`,
  ]);
  const { parts, xml } = openedDocument(body as Uint8Array);
  expect(parts['word/header1.xml']).toContain('BẢN XEM TRƯỚC – chưa gửi');
  expect([xml.includes('BÁO CÁO'), xml.includes('Biên nhận'), xml.includes('<w:drawing>')]).toEqual([true, false, false]);
  expect((await api.call(OWN, 'GET', `/periods/2026/reports/${OWN}`)).status).toBe(404);
});

test('a report whose texts are longer than any paper, or that is none, has no preview', async () => {
  const api = await anApi();
  const path = `/periods/2026/reports/${OWN}/preview`;
  const report = aReport(OWN, 960);
  const note = 'Lý do '.repeat(5_000);
  const indicators = Object.fromEntries(api.deps.plan.indicators.map(({ id }) => [id, { state: 'no-figure', explanation: note }]));
  expect((await api.call(OWN, 'POST', path, { body: { ...report, indicators } })).status).toBe(413);
  const told = await api.call(OWN, 'POST', path, { body: { ...report, agency: 'STC' } });
  expect([told.status, told.json.errors[0].path]).toEqual([400, 'agency']);
});

test('a host that is none leads nowhere', async () => {
  const api = await sent();
  const { body } = await api.call(OWN, 'GET', `/periods/2026/reports/${OWN}/document`, { headers: { host: 'x"><script>' } });
  expect(openedDocument(body as Uint8Array).xml).toContain('xác minh báo cáo này: /xac-minh/#ky=2026');
});
