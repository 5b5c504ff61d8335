import { XLSX } from '../../../core/media-types.ts';
import { leadRows } from '../../../functions/identity/rights.ts';
import { plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { opened } from '../../templates/form/opened.ts';

const A = 'XA-21211';
const at = `/periods/2026/reports/${A}`;
type Api = Awaited<ReturnType<typeof anApi>>;
const OWN_ROW = 'PL1.I.2.6';

const problem = ({ status, json }: { status: number; json: { type?: string } }) => `${status} ${json?.type?.split(':').at(-1)}`;
const reviews = (api: Api, caller: string, decision: 'accept' | 'return', remarks: Record<string, string> = {}, agency = A) =>
  api.call(caller, 'POST', `/periods/2026/reports/${agency}/review`, { body: { version: 1, decision, remarks } });
const stands = async (api: Api) => {
  const { state, remarks, acceptedRows } = (await api.call('VPUB', 'GET', at)).json;
  return { state, remarks: Object.keys(remarks), acceptedRows };
};
const sent = async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  return api;
};

test('a lead returns a report with a remark on a row that it leads, never without one', async () => {
  const api = await sent();
  const refused = await reviews(api, 'SNV', 'return');
  expect([problem(refused), refused.json.errors.map(({ path }: { path: string }) => path)]).toEqual(['400 invalid-request', ['remarks']]);
  expect(await stands(api)).toEqual({ state: 'submitted', remarks: [], acceptedRows: [] });
  expect((await reviews(api, 'SNV', 'return', { [OWN_ROW]: 'Xem lại' })).json).toEqual({ state: 'returned' });
});

test('a remark on a row that the report says nothing of does not return it', async () => {
  const api = await anApi();
  const { [OWN_ROW]: _, ...indicators } = aReport().indicators;
  await api.put(A, { ...aReport(), indicators: { ...indicators } }, 0);
  const held = aReport();
  expect(leadRows(plan, 'SNV' as never).filter((row) => row in held.indicators || row in held.tasks)).toEqual([OWN_ROW]);
  expect(problem(await reviews(api, 'SNV', 'return', { [OWN_ROW]: 'Bỏ trống' }))).toBe('403 forbidden');
  expect(await stands(api)).toEqual({ state: 'submitted', remarks: [], acceptedRows: [] });
});

test('a lead says nothing of a report without a row of its', async () => {
  const api = await sent();
  const stranger = 'STC';
  const held = aReport();
  expect(leadRows(plan, stranger as never).filter((row) => row in held.indicators || row in held.tasks)).toEqual([]);
  for (const decision of ['return', 'accept'] as const) {
    expect(problem(await reviews(api, stranger, decision))).toBe('403 forbidden');
    expect(problem(await reviews(api, stranger, decision, { [leadRows(plan, stranger as never)[0]!]: 'x' }))).toBe('403 forbidden');
  }
  expect(await stands(api)).toEqual({ state: 'submitted', remarks: [], acceptedRows: [] });
  expect((await api.call('VPUB', 'GET', '/periods/2026/audit')).json.entries).toHaveLength(1);
});

test('a lead judges no report of its own', async () => {
  const api = await anApi();
  await api.put('SNV', aReport('SNV'), 0);
  for (const decision of ['return', 'accept'] as const) {
    const refused = await reviews(api, 'SNV', decision, { [OWN_ROW]: 'Đạt' }, 'SNV');
    expect([problem(refused), refused.json.detail]).toEqual(['403 forbidden', expect.stringContaining('không tự thẩm định')]);
  }
});

test('remarks of several offices at a row stand side by side, each named; a new one replaces its own office’s', async () => {
  const api = await sent();
  const remark = async () => (await api.call('VPUB', 'GET', at)).json.remarks[OWN_ROW].text;
  const full = 'x'.repeat(4_000);
  await reviews(api, 'SNV', 'return', { [OWN_ROW]: 'Xem lại' });
  expect(await remark()).toBe('Xem lại');
  for (const _ of [1, 2]) await reviews(api, 'VPUB', 'return', { [OWN_ROW]: 'Bổ sung\nvăn bản' });
  expect(await remark()).toBe('Sở Nội vụ: Xem lại\nVăn phòng UBND tỉnh: Bổ sung\nvăn bản');
  // Whoever writes at length leaves the others their room.
  await reviews(api, 'VPUB', 'return', { [OWN_ROW]: full });
  await reviews(api, 'SKHCN', 'return', { [OWN_ROW]: full });
  expect((await reviews(api, 'SNV', 'return', { [OWN_ROW]: full })).status).toBe(200);
  expect(await remark()).toBe(`Văn phòng UBND tỉnh: ${full}\nSở Khoa học và Công nghệ: ${full}\nSở Nội vụ: ${full}`);
  const letters = (await api.call('VPUB', 'GET', '/periods/2026/reminders')).json.reminders;
  expect(letters.find(({ kind }: { kind: string }) => kind === 'returned').text).toContain('Sở Nội vụ: x');
  const long = await reviews(api, 'SNV', 'return', { [OWN_ROW]: `${full}x` });
  expect([problem(long), long.json.errors[0].path]).toEqual(['400 invalid-request', `remarks.${OWN_ROW}`]);
});

test('an acceptance with remarks is refused, of a lead and of a consolidator: nothing that was written is lost in silence', async () => {
  const api = await sent();
  for (const caller of ['SNV', 'VPUB']) {
    const refused = await reviews(api, caller, 'accept', { [OWN_ROW]: 'Lần sau nêu nguồn' });
    expect([problem(refused), refused.json.errors[0].path]).toEqual(['400 invalid-request', 'remarks']);
  }
  expect(await stands(api)).toEqual({ state: 'submitted', remarks: [], acceptedRows: [] });
});

test('a lead hears the same of an agency that owes none of its rows, whether it has sent or not', async () => {
  const api = await sent();
  const told = async (agency: string) => problem(await reviews(api, 'STC', 'accept', {}, agency));
  expect([await told(A), await told('XA-21172')]).toEqual(['403 forbidden', '403 forbidden']);
});

test('what a consolidator has accepted no lead undoes; a consolidator may', async () => {
  const api = await sent();
  await reviews(api, 'SKHCN', 'accept');
  const before = await stands(api);
  const refused = await reviews(api, 'SNV', 'return', { [OWN_ROW]: 'Xem lại' });
  expect([problem(refused), refused.json.detail]).toEqual(['403 forbidden', expect.stringContaining('đã chấp nhận')]);
  expect(await stands(api)).toEqual(before);
  expect((await reviews(api, 'SNV', 'accept')).json).toEqual({ state: 'accepted' });
  expect((await reviews(api, 'VPUB', 'return', { [OWN_ROW]: 'Xem lại' })).json).toEqual({ state: 'returned' });
});

test('a consolidator returns a report without a remark on a row', async () => {
  const api = await sent();
  expect((await reviews(api, 'VPUB', 'return')).json).toEqual({ state: 'returned' });
});

test('a lead’s matrix counts the agencies that owe its rows, and says of nobody else whether it has sent', async () => {
  const api = await sent();
  const whole = (await api.call('VPUB', 'GET', '/periods/2026/matrix')).json;
  for (const [lead, received] of [
    ['SNV', 1],
    ['STC', 0],
  ] as const) {
    const seen = (await api.call(lead, 'GET', '/periods/2026/matrix')).json;
    const obliged = new Set([...seen.indicators, ...seen.tasks].flatMap(({ cells }: { cells: object }) => Object.keys(cells)));
    const missing = whole.agencies.missing.filter((id: string) => obliged.has(id));
    expect([lead, seen.agencies]).toEqual([lead, { obliged: obliged.size, received, missing }]);
    if (lead === 'STC') expect(obliged.size).toBeLessThan(whole.agencies.obliged);
  }
});

test('a lead’s workbook holds its rows and no list of who has sent', async () => {
  const api = await sent();
  const partsOf = async (caller: string) => {
    const { body } = await api.call(caller, 'GET', '/periods/2026/matrix', { headers: { accept: XLSX } });
    return opened(body as Uint8Array).parts;
  };
  const titles = (parts: Readonly<Record<string, string>>) =>
    [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  const [whole, seen] = [await partsOf('VPUB'), await partsOf('SNV')];
  expect(titles(whole)).toEqual(expect.arrayContaining(['Tổng quan', 'Tình hình báo cáo']));
  expect(titles(seen)).toEqual(titles(whole).filter((title) => title !== 'Tình hình báo cáo' && title !== 'Tổng quan'));
  const own = new Set<string>(leadRows(plan, 'SNV' as never));
  const named = new Set(Object.values(seen).flatMap((xml) => xml.match(/PL[12](\.[A-Za-z0-9]+)+/g) ?? []));
  expect([...named].filter((id) => !own.has(id))).toEqual([]);
  expect(named.size).toBeGreaterThan(0);
  expect(Object.values(seen).join()).not.toContain('Chưa gửi');
});
