import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { aFilledForm } from '../support/a-filled-form.ts';
import { obligationsIn, TINH_KHE } from '../support/a-form.ts';
import { reopened } from '../templates/appendix/a-built-appendix.ts';
import { openedDocument } from '../templates/report/a-built-report.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-documents-'));
const out = join(home, 'kết quả');

const phuluc = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};

beforeAll(async () => {
  const obligations = obligationsIn('2026');
  const report = plainReport(obligations, obligations.agency.get(TINH_KHE)!);
  mkdirSync(join(home, 'nộp'));
  writeFileSync(join(home, 'nộp', 'a.xlsx'), await aFilledForm(report, '2026-11-20T01:00:00Z'));
  const made = phuluc('consolidate', join(home, 'nộp'), '--period', '2026', '--out', out, '--at', '2026-11-23T10:00:00+07:00');
  if (made.code !== 0) throw new Error(made.err);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a report is made of what a consolidation left, beside it or where it is wanted', () => {
  expect(phuluc('report', out, '--period', '2026')).toMatchObject({ code: 0 });
  const beside = readFileSync(join(out, 'bao-cao-2026.docx'));
  expect(openedDocument(beside).paragraphs).toContain('BÁO CÁO');
  const elsewhere = join(home, 'trình ký.docx');
  expect(phuluc('report', out, '--period', '2026', '--out', elsewhere)).toMatchObject({ code: 0 });
  expect(readFileSync(elsewhere).equals(beside)).toBe(true);
});

test('where each figure comes from follows as an annex, with file, sheet and cell, and can be verified', () => {
  const traced = join(home, 'nguồn gốc.docx');
  expect(phuluc('report', out, '--period', '2026', '--sources', '--out', traced)).toMatchObject({ code: 0 });
  const { paragraphs } = openedDocument(readFileSync(traced));
  expect([paragraphs.includes('NGUỒN GỐC SỐ LIỆU'), paragraphs.includes('Biên nhận')]).toEqual([true, false]);
  expect(paragraphs.some((text) => /^a\.xlsx; Phụ lục I, ô [A-Z]+\d+$/.test(text))).toBe(true);
  expect(phuluc('verify', traced, '--against', out)).toMatchObject({ code: 0, out: expect.stringMatching(/^Khớp: /) });
});

test('settings of a file sign it; what they may not say is a wrong call that names the place', () => {
  const settings = join(home, 'thiết lập.json');
  writeFileSync(settings, JSON.stringify({ signing: { name: 'Nguyễn Văn A' } }));
  const signed = join(home, 'ký.docx');
  expect(phuluc('report', out, '--period', '2026', '--settings', settings, '--out', signed)).toMatchObject({ code: 0 });
  expect(openedDocument(readFileSync(signed)).paragraphs).toContain('Nguyễn Văn A');
  writeFileSync(settings, JSON.stringify({ reportText: { group: '{nhom}' } }));
  const refused = phuluc('report', out, '--period', '2026', '--settings', settings);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('settings.reportText.group: Câu này không có trường {nhom}')]);
});

test.each([
  ['no folder', ['--period', '2026'], /Nêu thư mục kết quả/],
  ['a folder that is not there', [join(home, 'không có'), '--period', '2026'], /Không mở được tệp/],
  ['another period than the folder’s', [out, '--period', '2027'], /của kỳ 2026/],
])('%s is a wrong call', (_, args, said) => {
  const run = phuluc('report', ...args);
  expect([run.code, run.err]).toEqual([2, expect.stringMatching(said)]);
});

test('what was not touched holds; a changed figure is named and gives exit code 1', () => {
  const document = join(out, 'bao-cao-2026.docx');
  if (!existsSync(document)) phuluc('report', out, '--period', '2026');
  for (const name of ['bao-cao-2026.docx', 'phu-luc-tong-hop-2026.xlsx']) {
    expect(phuluc('verify', join(out, name), '--against', out)).toMatchObject({ code: 0, out: expect.stringMatching(/^Khớp: /) });
  }
  const other = join(home, 'khác');
  mkdirSync(other);
  for (const name of ['problems.json', 'reports.json']) copyFileSync(join(out, name), join(other, name));
  const matrix = JSON.parse(readFileSync(join(out, 'matrix.json'), 'utf8'));
  matrix.agencies.received = 5;
  writeFileSync(join(other, 'matrix.json'), JSON.stringify(matrix));
  const { code, out: said } = phuluc('verify', document, '--against', other);
  expect([code, said]).toEqual([1, expect.stringContaining('chung__received: trong tệp “1”, tính lại “5”')]);
});

test('what is neither document nor workbook cannot be verified', () => {
  const note = join(home, 'ghi chú.docx');
  writeFileSync(note, 'không phải Word');
  expect(phuluc('verify', note, '--against', out).code).toBe(2);
});

test('the ranked agencies are made of what a consolidation left, by weights of a settings file', () => {
  expect(phuluc('honours', out, '--period', '2026')).toMatchObject({ code: 0, out: expect.stringContaining('ton-vinh-2026.xlsx') });
  const usual = reopened(readFileSync(join(out, 'ton-vinh-2026.xlsx')));
  const [best] = usual.table('Danh sách', 'Hạng').filter((row) => row['Mã đơn vị']?.value === TINH_KHE);
  expect([best?.Hạng?.value, Number(best?.['Đúng hạn: được']?.value)]).toEqual(['1', 10]);
  const settings = join(home, 'điểm.json');
  const weights = { timeliness: 0, completeness: 100, met: 0, evidence: 0 };
  writeFileSync(settings, JSON.stringify({ honours: weights }));
  const other = join(home, 'tôn vinh.xlsx');
  expect(phuluc('honours', out, '--period', '2026', '--settings', settings, '--out', other)).toMatchObject({ code: 0 });
  expect(
    reopened(readFileSync(other))
      .table('Cách tính', 'Phần')
      .map((row) => row['Điểm tối đa']?.value)
      .slice(0, 2),
  ).toEqual(['0', '100']);
  writeFileSync(settings, JSON.stringify({ honours: { ...weights, met: 5 } }));
  expect(phuluc('honours', out, '--period', '2026', '--settings', settings)).toMatchObject({
    code: 2,
    err: expect.stringContaining('settings.honours'),
  });
  expect(phuluc('honours', '--period', '2026')).toMatchObject({ code: 2, err: expect.stringContaining('Nêu thư mục kết quả') });
});
