import { strFromU8, unzipSync } from 'fflate';
import { XLSX } from '../../../core/media-types.ts';
import { aFilledForm } from '../../support/a-filled-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { loadedBook } from '../../support/loaded-book.ts';

const OWN = 'XA-21211';
const OTHER = 'XA-21034';
const ROW = 'PL1.I.1.3';
const TASK = 'PL2.II.1';
const REMARKS = { [ROW]: 'Nêu rõ nguồn & "cách đếm" <số liệu>', [TASK]: 'Thiếu số văn bản' };
const AT = `/periods/2026/reports/${OWN}`;

async function returned(sent: unknown = aReport(OWN), type = 'application/json', remarks: object = REMARKS) {
  const api = await anApi();
  expect((await api.put(OWN, sent, 0, { type })).status).toBe(201);
  const answer = await api.call('VPUB', 'POST', `${AT}/review`, { body: { version: 1, decision: 'return', remarks } });
  expect(answer.status).toBe(200);
  return api;
}

const unanswered = (answer: { readonly json: { findings?: { rule: string; row: string; severity: string }[] } }): string[] =>
  (answer.json.findings ?? []).filter(({ rule, severity }) => rule === 'remark-unanswered' && severity === 'error').map(({ row }) => row);

test('a remark says who made it and when, and that no version answers it yet', async () => {
  const { call } = await returned();
  const { json } = await call(OWN, 'GET', AT);
  expect(json.remarks[ROW]).toEqual({ text: REMARKS[ROW], by: 'VPUB', at: '2026-11-25T02:00:00.000Z', answered: null });
});

test('a returned report that says the same at a row with a remark is refused there, and nowhere else', async () => {
  const { put } = await returned();
  const again = await put(OWN, aReport(OWN), 1);
  expect([again.status, unanswered(again)]).toEqual([422, [ROW, TASK]]);
  const half = await put(OWN, aReport(OWN, 949), 1);
  expect([half.status, unanswered(half)]).toEqual([422, [TASK]]);
  expect(half.json.findings[0].message).toContain('Thiếu số văn bản');
});

test('a new figure answers a remark, and so does a new reason; the remarks stay with the version that was returned', async () => {
  const { call, put } = await returned();
  const report = aReport(OWN, 949);
  report.tasks[TASK].note = 'Văn bản ban hành trong tháng 12';
  expect((await put(OWN, report, 1)).status).toBe(201);
  expect((await call(OWN, 'GET', AT)).json.remarks).toEqual({});
  const { remarks } = (await call(OWN, 'GET', `${AT}/versions/1`)).json;
  expect([remarks[ROW].answered, remarks[TASK].answered, remarks[TASK].text]).toEqual([2, 2, 'Thiếu số văn bản']);
});

test('a workbook answers as JSON does', async () => {
  const saved = '2026-11-20T02:00:00Z';
  const { put } = await returned(await aFilledForm(aReport(OWN), saved), XLSX, { [ROW]: 'Xem lại' });
  expect(unanswered(await put(OWN, await aFilledForm(aReport(OWN), saved), 1, { type: XLSX }))).toEqual([ROW]);
  expect((await put(OWN, await aFilledForm(aReport(OWN, 940), saved), 1, { type: XLSX })).status).toBe(201);
});

test('a consolidator may free an agency of answering', async () => {
  const { call, put } = await returned();
  const waivers = [{ agency: OWN, rule: 'remark-unanswered', row: null, reason: 'Ý kiến ghi nhầm' }];
  await call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings: { waivers }, reason: 'Ghi nhầm' },
    headers: { 'if-match': '"0"' },
  });
  expect((await put(OWN, aReport(OWN), 1)).status).toBe(201);
});

test('many reports are reviewed at once; what one is refused hinders no other', async () => {
  const { call, put } = await anApi();
  for (const agency of [OWN, OTHER]) await put(agency, aReport(agency), 0);
  const many = (body: object, caller = 'VPUB') => call(caller, 'POST', '/periods/2026/review/bulk', { body });
  const asked = [OWN, OTHER, 'STC', 'KHONG-CO'].map((agency) => ({ agency, version: agency === OTHER ? 7 : 1 }));
  const accepted = await many({ decision: 'accept', reports: asked });
  expect(accepted.json.reports).toMatchObject([
    { agency: OWN, state: 'accepted' },
    { agency: OTHER, problem: 'stale-version' },
    { agency: 'STC', problem: 'not-found' },
    { agency: 'KHONG-CO', problem: 'not-found' },
  ]);
  const remark = 'Đề nghị rà soát lại toàn bộ số liệu';
  const back = await many({ decision: 'return', reports: [OWN, OTHER].map((agency) => ({ agency, version: 1 })), remark });
  expect(back.json.reports).toEqual([OWN, OTHER].map((agency) => ({ agency, state: 'returned' })));
  expect((await call(OWN, 'GET', AT)).json.remark).toMatchObject({ text: remark, by: 'VPUB', answered: null });
  expect((await many({ decision: 'accept', reports: asked }, OWN)).status).toBe(403);
  expect((await many({ decision: 'accept', reports: 'tất cả' })).status).toBe(400);
});

test('a remark of the report as a whole is a consolidator’s alone, and none goes with an acceptance', async () => {
  const { call, put } = await anApi();
  await put(OWN, aReport(OWN), 0);
  const review = (caller: string, decision: string) =>
    call(caller, 'POST', `${AT}/review`, {
      body: { version: 1, decision, remarks: decision === 'return' ? { [ROW]: 'Xem lại' } : {}, remark: 'Chung' },
    });
  expect((await review('SNV', 'return')).status).toBe(403);
  expect((await review('VPUB', 'accept')).status).toBe(400);
  expect((await review('VPUB', 'return')).status).toBe(200);
});

test('the marked workbook has each remark as a note in its row, opens at the first, and is the same else', async () => {
  const sent = await aFilledForm(aReport(OWN), '2026-11-20T02:00:00Z');
  const { call } = await returned(sent, XLSX);
  const answer = await call(OWN, 'GET', `${AT}/versions/1/marked`);
  expect(answer.status).toBe(200);
  const bytes = answer.body as Uint8Array;
  const book = await loadedBook(bytes);
  const notesIn = (title: string) => {
    const notes: string[][] = [];
    book.getWorksheet(title)?.eachRow((row) =>
      row.eachCell((cell) => {
        const { note } = cell as { note?: { texts?: { text: string }[] } };
        if (note?.texts?.some(({ text }) => text.startsWith('Ý kiến')))
          notes.push([String(row.getCell(1).value), note.texts?.map(({ text }) => text).join('') ?? '']);
      }),
    );
    return notes;
  };
  expect(notesIn('Phụ lục I')).toEqual([[ROW, `Ý kiến khi trả lại: ${REMARKS[ROW]}`]]);
  expect(notesIn('Phụ lục II')).toEqual([[TASK, `Ý kiến khi trả lại: ${REMARKS[TASK]}`]]);
  const part = (name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
  const tab = Number(/activeTab="(\d+)"/.exec(part('xl/workbook.xml'))?.[1] ?? 0);
  expect(book.worksheets[tab]?.name).toBe('Phụ lục I');
  const rowAt = book.getWorksheet('Phụ lục I')?.getColumn(1).values.indexOf(ROW);
  expect(part('xl/worksheets/sheet1.xml')).toMatch(new RegExp(`activeCell="[A-Z]+${rowAt}"`));
  const cells = async (file: Uint8Array) => {
    return (await loadedBook(file)).worksheets.map((sheet) => sheet.getSheetValues());
  };
  expect(JSON.stringify(await cells(bytes))).toBe(JSON.stringify(await cells(sent)));
});

test('a workbook returned for the whole alone says so in the first cell of each sheet', async () => {
  const { call, put } = await anApi();
  await put(OWN, await aFilledForm(aReport(OWN), '2026-11-20T02:00:00Z'), 0, { type: XLSX });
  const reports = [{ agency: OWN, version: 1 }];
  await call('VPUB', 'POST', '/periods/2026/review/bulk', { body: { decision: 'return', reports, remark: 'Rà soát lại toàn bộ' } });
  const book = await loadedBook((await call(OWN, 'GET', `${AT}/versions/1/marked`)).body as Uint8Array);
  const noteAt = (title: string) => JSON.stringify(book.getWorksheet(title)?.getCell('A1').note ?? null);
  for (const title of ['Phụ lục I', 'Phụ lục II'])
    expect(noteAt(title)).toContain('Ý kiến khi trả lại, về cả báo cáo: Rà soát lại toàn bộ');
});

test('a version that came as JSON has no marked workbook', async () => {
  const { call } = await returned();
  expect((await call(OWN, 'GET', `${AT}/versions/1/marked`)).json.type).toBe('urn:phuluc:problem:no-workbook');
});

const UNSEEN = ['', ' \n', '\u200b', '\u2800', '\u00ad\ufeff', '\u2063\u3164', '\u0000'];

test('what nobody can see is no remark and no reason', async () => {
  const api = await anApi();
  await api.put(OWN, aReport(OWN), 0);
  const refused = async (path: string, body: object, method = 'POST') =>
    (await api.call('VPUB', method, `/periods/2026/${path}`, { body })).status;
  for (const text of UNSEEN) {
    expect([text, await refused(`reports/${OWN}/review`, { version: 1, decision: 'return', remarks: { [ROW]: text } })]).toEqual([
      text,
      400,
    ]);
    expect(await refused(`reports/${OWN}/review`, { version: 1, decision: 'return', remarks: {}, remark: text })).toBe(400);
    expect(await refused('review/bulk', { decision: 'return', reports: [{ agency: OWN, version: 1 }], remark: text })).toBe(400);
    expect(await refused('reopen', { reason: text })).toBe(400);
    expect(await refused('settings', { settings: {}, reason: text }, 'PUT')).toBe(400);
  }
});

test('what nobody can see answers no remark', async () => {
  const { put } = await returned();
  const sent = aReport(OWN);
  for (const text of UNSEEN) {
    const again = structuredClone(sent);
    again.indicators[ROW].explanation = text;
    again.tasks[TASK].note = text;
    expect([text, unanswered(await put(OWN, again, 1))]).toEqual([text, [ROW, TASK]]);
  }
});

test('a reason that only looks otherwise is the reason that stood there', async () => {
  const sent = aReport(OWN);
  sent.indicators[ROW].explanation = 'Đã rà soát';
  const { put } = await returned(sent, 'application/json', { [ROW]: 'Nêu rõ' });
  for (const text of [' Đã  rà soát', 'Đã rà\u200b soát', 'Đã rà\nsoát'])
    expect(
      unanswered(await put(OWN, { ...sent, indicators: { ...sent.indicators, [ROW]: { ...sent.indicators[ROW], explanation: text } } }, 1)),
    ).toEqual([ROW]);
  const other = { ...sent.indicators[ROW], explanation: 'Đã rà soát, số liệu đúng' };
  expect((await put(OWN, { ...sent, indicators: { ...sent.indicators, [ROW]: other } }, 1)).status).toBe(201);
});
