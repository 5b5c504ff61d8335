import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import agencies from '../../seeds/agencies.json';
import plan from '../../seeds/plan.json';
import { withField } from '../seeds/broken.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-plan-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const phuluc = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
};
/** Writes a file of JSON, or of any text, and gives its path. */
function file(name: string, content: unknown): string {
  const path = join(home, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const spoilt = (changes: readonly (readonly [path: string, value: unknown])[]) =>
  changes.reduce<unknown>((value, [path, to]) => withField(value, path, to), plan);

const WARNED = spoilt([['indicators.2.targetText', '90%']]);
const BROKEN = spoilt([
  ['indicators.2.reporters', ['SBM']],
  ['indicators.4.measure.kind', 'average'],
  ['tasks.1.schedule.due', '2026-02-30'],
  ['tasks.6.section', 'IX'],
]);
const FAULTS = ['PL1.I.1.3 reporters.0', 'PL1.I.2.2 measure.kind', 'PL2.I.2 schedule.due', 'PL2.I.7 section'];

test('the seeds are clean, in words and as JSON', () => {
  expect(phuluc(['plan', 'check', 'seeds/plan.json'])).toEqual({ code: 0, out: '✓ Không có lỗi, cảnh báo\n', err: '' });
  expect(phuluc(['plan', 'check', 'seeds/plan.json', '--agencies', 'seeds/agencies.json', '--json']).out).toBe('[]\n');
});

test('plan check names every fault at once with row and field, and ends with 1', () => {
  const { code, out } = phuluc(['plan', 'check', file('broken.json', BROKEN), '--json']);
  const findings = JSON.parse(out) as { row: string; field: string; file: string; severity: string; message: string }[];
  expect([code, findings.map(({ row, field }) => `${row} ${field}`)]).toEqual([1, FAULTS]);
  expect(findings.every(({ file: name, severity }) => name === 'broken.json' && severity === 'error')).toBe(true);
  const words = phuluc(['plan', 'check', join(home, 'broken.json')]);
  expect([words.code, words.out.split('\n')[0]]).toEqual([
    1,
    '  ✕ broken.json · PL1.I.1.3 · reporters.0: Không có đơn vị hoặc nhóm đơn vị nào mang mã “SBM”. Sửa mã, hoặc thêm đơn vị vào danh sách.',
  ]);
});

test('warnings alone end with 0, and other commands go on', () => {
  const warned = file('warned.json', WARNED);
  const { code, out } = phuluc(['plan', 'check', warned]);
  expect([code, out]).toEqual([0, expect.stringContaining('▲ warned.json · PL1.I.1.3 · targetText')]);
  expect(phuluc(['forms', '--period', '2026', '--agency', 'STC', '--out', join(home, 'forms'), '--plan', warned]).code).toBe(0);
  expect(readdirSync(join(home, 'forms'))).toEqual(['STC.xlsx']);
});

test('every other command names all errors too and does nothing', () => {
  const broken = file('broken.json', BROKEN);
  const commands = [
    ['forms', '--period', '2026', '--out', join(home, 'nothing')],
    ['consolidate', home, '--period', '2026', '--out', join(home, 'nothing')],
    ['check', broken],
  ];
  for (const command of commands) {
    const { code, err } = phuluc([...command, '--plan', broken]);
    expect([command[0], code, FAULTS.filter((fault) => !err.includes(fault.replace(' ', ' · ')))]).toEqual([command[0], 1, []]);
  }
  expect(phuluc(['forms', '--period', '2026', '--out', join(home, 'nothing')], { PHULUC_PLAN: broken }).code).toBe(1);
  expect(existsSync(join(home, 'nothing'))).toBe(false);
});

test('a file that is no JSON is told by its name', () => {
  const { code, out } = phuluc(['plan', 'check', file('note.json', 'ghi chú'), '--agencies', file('list.json', '['), '--json']);
  expect([code, JSON.parse(out).map((one: { file: string; rule: string }) => [one.file, one.rule])]).toEqual([
    1,
    [
      ['note.json', 'shape'],
      ['list.json', 'shape'],
    ],
  ]);
});

test('the environment names another plan and another list of agencies; words come first', () => {
  const PHULUC_AGENCIES = file(
    'without.json',
    agencies.filter(({ id }) => id !== 'XA-21211'),
  );
  const call = ['forms', '--period', '2026', '--agency', 'XA-21211', '--out', join(home, 'one')];
  expect(phuluc(call, { PHULUC_AGENCIES }).code).toBe(2);
  expect(phuluc([...call, '--agencies', 'seeds/agencies.json'], { PHULUC_AGENCIES }).code).toBe(0);
});

test('plan diff tells what an amended plan says otherwise, row by row', () => {
  const one = file('truoc.json', plan);
  const two = file(
    'sau.json',
    spoilt([
      ['indicators.2.until', '2026-06-30'],
      ['reporting.deadline', '12-05'],
    ]),
  );
  expect(phuluc(['plan', 'diff', one, one]).out).toBe('Hai kế hoạch như nhau\n');
  expect(phuluc(['plan', 'diff', one, two])).toEqual({
    code: 0,
    out: 'Kế hoạch: sửa: ngày chốt, hạn gửi\nPL1.I.1.3: kết thúc (ngày kết thúc)\n',
    err: '',
  });
  expect(JSON.parse(phuluc(['plan', 'diff', one, two, '--json']).out)).toEqual([
    { change: 'changed', fields: ['reporting'] },
    { row: 'PL1.I.1.3', change: 'ended', fields: ['until'] },
  ]);
  expect(phuluc(['plan', 'diff', one, file('hong.json', BROKEN)]).code).toBe(1);
  expect(phuluc(['plan', 'diff', one]).code).toBe(2);
});
