import type { Checked, Command, CommandOutcome } from '../../../../addin/web/reader/messages.ts';
import { workbenchOf } from '../../../../addin/web/reader/workbench.ts';
import type { ReadingGround } from '../../../../contract/routes/get-ground.ts';
import { XLSX } from '../../../../core/media-types.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { readUpload } from '../../../../templates/upload/read-upload.ts';
import { context, FINANCE, row, TINH_KHE } from '../../../support/a-form.ts';
import { anApi } from '../../../support/an-api.ts';
import { fillForm, soundValues, type Typed } from './fill-form.ts';

type Api = Awaited<ReturnType<typeof anApi>>;

const formOf = async (api: Api, agency: string): Promise<Buffer> =>
  Buffer.from((await api.call(agency, 'GET', `/periods/2026/reports/${agency}/form`)).body as Uint8Array);
const groundOf = async (api: Api, agency: AgencyId): Promise<ReadingGround> =>
  (await api.call(agency, 'GET', `/periods/2026/reports/${agency}/ground`)).json as unknown as ReadingGround;

/** A bench with a file on it, and what it says to each command. */
async function aFileOnBench(bytes: Uint8Array, api: Api): Promise<{ first: Checked; say: (command: Command) => CommandOutcome }> {
  const say = workbenchOf(() => undefined);
  const opened = say({ kind: 'open', bytes, name: 'bieu.xlsx', ground: await groundOf(api, TINH_KHE), agency: TINH_KHE, inForce: null });
  return { first: checkedIn(opened), say };
}

function checkedIn(outcome: CommandOutcome): Checked {
  if (outcome.kind !== 'checked') throw new Error(JSON.stringify(outcome));
  return outcome.checked;
}

const FAULTY: Typed = {
  ...soundValues(),
  'PL1.I.1.1': { state: 'Có số liệu', numerator: '1.234', denominator: 2000 },
  'PL1.I.1.3': { state: 'Có số liệu', numerator: 120, denominator: 100 },
  'PL1.I.2.3': { state: 'Chưa có số liệu' },
};

test('the bench finds in a filled form what the server finds', async () => {
  const api = await anApi();
  const bytes = await fillForm(await formOf(api, TINH_KHE), FAULTY);
  const told = await api.call(TINH_KHE, 'POST', `/periods/2026/reports/${TINH_KHE}/workbook`, { body: bytes, type: XLSX });
  const { first } = await aFileOnBench(bytes, api);
  expect(first.findings.map(({ id, offers, takesReason, ...wire }) => wire)).toEqual(told.json.findings);
  expect(first.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['count-as-text', 'part-within-whole', 'no-figure-explained']),
  );
  expect(first.rows).toEqual({ filled: 13, owed: 13, blank: 0, faulty: 2 });
});

test('a fix and a reason are written into the file that is sent; undoing takes the last back', async () => {
  const api = await anApi();
  const { first, say } = await aFileOnBench(await fillForm(await formOf(api, TINH_KHE), FAULTY), api);
  const text = first.findings.find(({ rule }) => rule === 'count-as-text')!;
  expect(text.offers).toEqual(['Đổi thành số 1.234']);
  const fixed = checkedIn(say({ kind: 'fix', finding: text.id, offer: 0 }));
  expect(fixed.findings.map(({ rule }) => rule)).not.toContain('count-as-text');
  const silent = fixed.findings.find(({ rule }) => rule === 'no-figure-explained')!;
  expect(silent.takesReason).toBe(true);
  const explained = checkedIn(say({ kind: 'explain', finding: silent.id, text: 'Đang rà soát hồ sơ giấy' }));
  expect(explained.fixes).toBe(2);
  const written = say({ kind: 'write' });
  const read = readUpload(written.kind === 'written' ? written.bytes : new Uint8Array(), context);
  expect(read.report?.indicators[row('PL1.I.1.1')]).toEqual({ state: 'reported', numerator: 1234, denominator: 2000 });
  expect(read.report?.indicators[row('PL1.I.2.3')]).toEqual({ state: 'no-figure', explanation: 'Đang rà soát hồ sơ giấy' });
  expect(checkedIn(say({ kind: 'undo' })).findings.map(({ rule }) => rule)).toContain('no-figure-explained');
});

test('all formats are put right at once, taken back at once, and no figure is another than before', async () => {
  const api = await anApi();
  const typed: Typed = {
    ...FAULTY,
    'PL1.I.1.2': { state: 'Có số liệu', numerator: '900', denominator: '1.000' },
    'PL2.II.1': { status: 'Đang thực hiện', percent: '40%' },
    'PL2.II.2': { status: 'Hoàn thành', document: '12/QĐ-UBND', issuedOn: '05/11/2026' },
  };
  const { first, say } = await aFileOnBench(await fillForm(await formOf(api, TINH_KHE), typed), api);
  const left = ({ findings }: Checked) => findings.map(({ rule }) => rule).sort();
  const formats = ['count-as-text', 'count-as-text', 'count-as-text', 'date-as-text', 'progress-as-text'];
  expect([first.formatFixes, left(first).filter((rule) => rule.endsWith('-as-text'))]).toEqual([5, formats]);
  const fixed = checkedIn(say({ kind: 'fix-formats' }));
  expect([fixed.fixes, fixed.formatFixes, fixed.report]).toEqual([5, 0, first.report]);
  expect(left(fixed)).toEqual(left(first).filter((rule) => !rule.endsWith('-as-text')));
  expect(say({ kind: 'fix-formats' })).toEqual({ kind: 'refused', sentence: 'Chỗ sửa này không còn. Xem lại danh sách lỗi.' });
  const back = checkedIn(say({ kind: 'undo' }));
  expect([back.fixes, left(back)]).toEqual([0, left(first)]);
});

test('a file without fixes is sent byte for byte', async () => {
  const api = await anApi();
  const bytes = await fillForm(await formOf(api, TINH_KHE), soundValues());
  const { say } = await aFileOnBench(bytes, api);
  expect(say({ kind: 'write' })).toEqual({ kind: 'written', bytes });
});

test('another agency’s form is refused for that alone', async () => {
  const api = await anApi();
  const { first } = await aFileOnBench(await formOf(api, FINANCE), api);
  expect([first.report, first.findings.map(({ rule, severity }) => [rule, severity])]).toEqual([
    null,
    [['identity-other-agency', 'error']],
  ]);
});

test('what is no workbook is told in one sentence', async () => {
  const { first } = await aFileOnBench(new TextEncoder().encode('Kính gửi'), await anApi());
  expect(first.findings.map(({ message }) => message)).toEqual([
    'Tệp là văn bản thường, không phải bảng tính. Gửi biểu Phụ lục ở dạng .xlsx.',
  ]);
});

test('a fix that is no longer there is refused in words', () => {
  expect(workbenchOf(() => undefined)({ kind: 'undo' })).toEqual({ kind: 'refused', sentence: 'Chưa có tệp nào được đọc. Chọn lại tệp.' });
});
