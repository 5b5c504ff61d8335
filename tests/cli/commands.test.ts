import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { FINANCE, obligationsIn, TINH_KHE } from '../support/a-form.ts';
import { opened } from '../templates/form/opened.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-cli-'));
const inbox = join(home, 'đã nộp');
const AT = '2026-11-23T10:00:00+07:00';

const phuluc = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
};
const consolidate = (folder: string, out: string, more: readonly string[] = [], env: Record<string, string> = {}) =>
  phuluc(['consolidate', folder, '--period', '2026', '--out', out, '--at', AT, ...more], env);
const filled = (agency: typeof FINANCE, period = '2026') => {
  const obligations = obligationsIn(period);
  const values = formValuesOf(plainReport(obligations, obligations.agency.get(agency)!));
  return buildForm({ obligations, agency, values });
};

beforeAll(async () => {
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'xã Tịnh Khê.XLSX'), await filled(TINH_KHE));
  writeFileSync(join(inbox, 'stc.xlsx'), await filled(FINANCE));
  writeFileSync(join(inbox, '~$stc.xlsx'), 'lock');
  writeFileSync(join(inbox, '.DS_Store'), 'hidden');
  writeFileSync(join(inbox, 'Thumbs.db'), 'hidden');
  writeFileSync(join(inbox, '.~lock.stc.xlsx#'), ',may,');
  writeFileSync(join(inbox, 'ghi chú.txt'), 'nhắc nộp');
  mkdirSync(join(inbox, 'cũ'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a lock file that is named in the call is told for what its name says, whatever its bytes', () => {
  const lock = join(inbox, '.~lock.stc.xlsx#');
  expect(phuluc(['check', lock]).out).toContain('Tệp là tệp khóa của LibreOffice');
  expect(phuluc(['check', join(inbox, '~$stc.xlsx')]).out).toContain('Tệp là tệp tạm của Excel');
});

test('help speaks Vietnamese and shows examples', () => {
  const { code, out } = phuluc(['--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/Cách dùng[\s\S]*Ví dụ[\s\S]*phuluc consolidate/);
});

/** The status of a call whose output goes where the shell says. */
const statusOf = (call: string) => {
  const { status, stderr } = spawnSync('bash', ['-c', `"$0" cli/bin.mjs ${call}`, process.execPath], { encoding: 'utf8' });
  return [status, stderr];
};

test('a result that a full disk does not take is no success, and is told; a note that it does not take ends nothing', () => {
  expect(statusOf('--help > /dev/full')).toEqual([1, expect.stringContaining('Ổ đĩa đã đầy')]);
  expect(statusOf('khác 2> /dev/full')).toEqual([2, '']);
  expect(statusOf('--help | head -1 > /dev/null; exit $PIPESTATUS')).toEqual([0, '']);
});

test('one blank form an agency is written, and named by its id', () => {
  const { code, out } = phuluc(['forms', '--period', '2028', '--agency', 'CAT', '--agency', TINH_KHE, '--out', join(home, 'biểu')]);
  expect([code, readdirSync(join(home, 'biểu')).sort()]).toEqual([0, ['CAT.xlsx', `${TINH_KHE}.xlsx`]]);
  expect(out).toMatch(/^Đã tạo 2 biểu kỳ 2028/);
  expect(phuluc(['check', join(home, 'biểu', 'CAT.xlsx')])).toMatchObject({ code: 0, err: '' });
});

test('a folder becomes matrix, problems and appendix; strangers are named, lock files and folders passed over', () => {
  const out = join(home, 'kết quả');
  const run = consolidate(inbox, out);
  expect([run.code, run.err, readdirSync(out).sort()]).toEqual([
    0,
    '',
    ['matrix.json', 'phu-luc-tong-hop-2026.xlsx', 'problems.json', 'reports.json'],
  ]);
  const matrix = JSON.parse(readFileSync(join(out, 'matrix.json'), 'utf8'));
  expect([matrix.agencies.received, matrix.indicators.length, matrix.tasks.length]).toEqual([2, 21, 43]);
  const cell = matrix.indicators[2].cells[TINH_KHE];
  expect(cell.source).toMatchObject({ file: 'xã Tịnh Khê.XLSX', sheet: 'Phụ lục I' });
  const problems = JSON.parse(readFileSync(join(out, 'problems.json'), 'utf8'));
  expect(problems.map(({ file, severity, rule }: Record<string, string>) => `${file} ${severity} ${rule}`)).toEqual([
    'ghi chú.txt error not-a-workbook',
  ]);
  expect(run.out).toContain('Đã nhận báo cáo của 2/112 đơn vị');
});

test('many forms are written in threads too, each the same as any other way', async () => {
  const folder = join(home, 'tất cả');
  expect(phuluc(['forms', '--period', '2026', '--out', folder]).code).toBe(0);
  const obligations = obligationsIn('2026');
  expect(readdirSync(folder)).toHaveLength(obligations.agencies.length);
  for (const { id } of obligations.agencies.slice(-12)) {
    expect(readFileSync(join(folder, `${id}.xlsx`)).equals(await buildForm({ obligations, agency: id }))).toBe(true);
  }
});

test('next year’s forms name last year’s figures and the page where they are sent', () => {
  const last = join(home, 'kết quả');
  const more = ['--previous', last, '--base-url', 'https://bieu.example'];
  const { code } = phuluc(['forms', '--period', '2027', '--agency', TINH_KHE, '--out', join(home, 'biểu 2027'), ...more]);
  expect(code).toBe(0);
  const file = join(home, 'biểu 2027', `${TINH_KHE}.xlsx`);
  const { sheet } = opened(readFileSync(file));
  const values = (title: string) => [...sheet(title).cells.values()].map(({ value }) => value);
  expect(values('Phụ lục I').filter((one) => /\nKỳ 2026: [\d.]+\/[\d.]+$/.test(one)).length).toBeGreaterThan(0);
  expect(values('Hướng dẫn')).toContainEqual(expect.stringContaining('https://bieu.example/'));
  expect(phuluc(['check', file])).toMatchObject({ code: 0, err: '' });
});

test('the same input gives the same bytes in any time zone and locale', () => {
  const results = [
    { TZ: 'Asia/Ho_Chi_Minh', LANG: 'C' },
    { TZ: 'America/New_York', LANG: 'vi_VN.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
  ].map((env, k) => {
    const out = join(home, `lần ${k}`);
    expect(consolidate(inbox, out, [], env).code).toBe(0);
    return ['matrix.json', 'problems.json', 'reports.json', 'phu-luc-tong-hop-2026.xlsx'].map((name) =>
      readFileSync(join(out, name)).toString('base64'),
    );
  });
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('the last period’s matrix gives the base, as a file or as its folder', async () => {
  const out = join(home, 'kết quả');
  const next = join(home, 'nộp 2027');
  mkdirSync(next);
  writeFileSync(join(next, 'stc.xlsx'), await filled(FINANCE, '2027'));
  for (const previous of [out, join(out, 'matrix.json')]) {
    const run = phuluc(['consolidate', next, '--period', '2027', '--out', join(home, 'r2027'), '--at', AT, '--previous', previous]);
    expect(run).toMatchObject({ code: 0, err: '' });
  }
  const { indicators } = JSON.parse(readFileSync(join(home, 'r2027', 'matrix.json'), 'utf8'));
  expect(indicators[2].base.at).toBe('2026-11-14');
});

test('where no report counts there is no matrix, and none of an earlier run is left', () => {
  const [bad, out] = [join(home, 'hỏng'), join(home, 'kết quả 2')];
  mkdirSync(bad);
  writeFileSync(join(bad, 'a.xlsx'), 'x');
  expect(consolidate(inbox, out).code).toBe(0);
  expect(consolidate(bad, out)).toMatchObject({ code: 1, err: '' });
  expect(readdirSync(out)).toEqual(['problems.json']);
});

test('a wrong call is told in a sentence and ends with 2', () => {
  const calls = [
    [],
    ['nonsense'],
    ['forms', '--period', '2026'],
    ['forms', '--period', '2031', '--out', join(home, 'o')],
    ['forms', '--period', '2026', '--agency', 'KHONG-CO', '--out', join(home, 'o')],
    ['forms', '--period', '2026', '--base-url', 'bieu.tinh.gov.vn', '--out', join(home, 'o')],
    ['forms', '--period', '2026', '--previous', join(home, 'khong-co'), '--out', join(home, 'o')],
    ['check'],
    ['check', join(home, 'none.xlsx')],
    ['check', '--period', '2026', join(inbox, 'stc.xlsx')],
    ['consolidate', inbox],
    ['consolidate', inbox, '--period', 'abc', '--out', join(home, 'o')],
    ['consolidate', '--period', '2026', '--out', join(home, 'o')],
    ['consolidate', join(home, 'none'), '--period', '2026', '--out', join(home, 'o')],
    ['consolidate', inbox, '--period', '2026', '--out', join(home, 'o'), '--at', 'hôm qua'],
    ['consolidate', inbox, '--period', '2026', '--out', join(home, 'o'), '--previous', join(home, 'none')],
    ['consolidate', inbox, '--period', '2026', '--out', join(home, 'o'), '--plan', join(home, 'none.json')],
    ['plan'],
    ['plan', 'check'],
    ['plan', 'diff', 'seeds/plan.json'],
    ['plan', 'check', join(home, 'none.json')],
    ['plan', 'check', 'seeds/plan.json', '--agencies', join(home, 'none.json')],
    ['consolidate', inbox, '--period', '2026', '--out', join(home, 'o'), '--bogus'],
  ];
  for (const call of calls) {
    const { code, out, err } = phuluc(call);
    expect([call.join(' '), code]).toEqual([call.join(' '), 2]);
    expect(err + out).not.toMatch(/ {4}at /);
    expect((err + out).trim()).not.toBe('');
  }
  expect(existsSync(join(home, 'o'))).toBe(false);
});

test('check prints sheet and cell, as JSON too, and ends with 1 where there is an error', async () => {
  const obligations = obligationsIn('2026');
  const values = new Map(formValuesOf(plainReport(obligations, obligations.agency.get(TINH_KHE)!)));
  const row = obligations.plan.indicators[2]!.id;
  values.set(row, { ...values.get(row), numerator: 11, denominator: 10 });
  const file = join(home, 'sai.xlsx');
  writeFileSync(file, await buildForm({ obligations, agency: TINH_KHE, values }));
  copyFileSync(join(inbox, 'stc.xlsx'), join(home, 'dung.xlsx'));
  const said = phuluc(['check', file, join(home, 'dung.xlsx')]);
  expect(said.code).toBe(1);
  expect(said.out).toMatch(/✕ Phụ lục I · I\d+: Tử số \(11\) lớn hơn mẫu số \(10\)\. Kiểm tra lại hai số này\./);
  const json = JSON.parse(phuluc(['check', file, '--json']).out);
  expect(json).toMatchObject([{ agency: TINH_KHE, sheet: 'Phụ lục I', rule: 'part-within-whole', severity: 'error' }]);
});
