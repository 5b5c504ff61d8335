import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { filesOf } from '../../cli/folder-files.ts';
import { readInbox } from '../../cli/inbox.ts';
import { printable } from '../../cli/printable.ts';
import type { Period } from '../../core/plan/period.ts';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { context, FINANCE, obligationsIn, TINH_KHE } from '../support/a-form.ts';
import { fc } from '../support/properties.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-odd-'));
const AT = '2026-12-02T08:00:00+07:00';
const PERIOD = '2026' as Period;
const OFFICE = 'LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2';
let sound: Uint8Array;
let other: Uint8Array;

const phuluc = (...args: readonly (string | Buffer)[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...args.map(String)], {
    encoding: 'utf8',
    timeout: 600_000, // a pipe that is waited for; no measure of speed
  });
  return { code: status, out: stdout, err: stderr };
};
const consolidated = (folder: string, out: string, ...more: readonly string[]) => {
  const run = phuluc('consolidate', folder, '--period', '2026', '--out', out, '--at', AT, ...more);
  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'));
  return { ...run, matrix: read('matrix.json'), problems: read('problems.json') as Record<string, string>[] };
};
const filled = (agency: typeof FINANCE) => {
  const obligations = obligationsIn('2026');
  return buildForm({ obligations, agency, values: formValuesOf(plainReport(obligations, obligations.agency.get(agency)!)) });
};
const aFolder = (name: string): string => {
  const folder = join(home, name);
  mkdirSync(folder);
  return folder;
};
/** The workbook as a program saved it at a time. */
function savedBy(bytes: Uint8Array, program: string, time: string): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  return zipSync({
    ...parts,
    'docProps/app.xml': strToU8(text('docProps/app.xml').replace(/<Application>[^<]*/, `<Application>${program}`)),
    'docProps/core.xml': strToU8(text('docProps/core.xml').replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${time}`)),
  });
}

beforeAll(async () => {
  sound = await filled(TINH_KHE);
  other = await filled(FINANCE);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('pipes, devices, broken links, links in a circle and folders named as workbooks are named and stop nothing', () => {
  const folder = aFolder('odd');
  writeFileSync(join(folder, 'tịnh khê.xlsx'), sound);
  mkdirSync(join(folder, 'thư mục.xlsx'));
  mkdirSync(join(folder, 'năm trước'));
  expect(spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'ống.xlsx')]).status).toBe(0);
  symlinkSync('/dev/zero', join(folder, 'thiết bị.xlsx'));
  symlinkSync(join(folder, 'không có.xlsx'), join(folder, 'liên kết hỏng.xlsx'));
  symlinkSync('vòng b.xlsx', join(folder, 'vòng a.xlsx'));
  symlinkSync('vòng a.xlsx', join(folder, 'vòng b.xlsx'));
  const { code, err, matrix, problems } = consolidated(folder, join(home, 'odd-out'));
  expect([code, err, matrix.agencies.received]).toEqual([0, '', 1]);
  expect(problems.map(({ file, severity, rule }) => `${file} ${severity} ${rule}`)).toEqual([
    'liên kết hỏng.xlsx error unreadable-file',
    'thiết bị.xlsx error unreadable-file',
    'thư mục.xlsx error unreadable-file',
    'vòng a.xlsx error unreadable-file',
    'vòng b.xlsx error unreadable-file',
    'ống.xlsx error unreadable-file',
  ]);
  expect(problems[2]?.message).toBe('Đây là thư mục, không phải tệp. Lấy tệp biểu ở trong thư mục ra, rồi chạy lại.');
  expect(phuluc('check', join(folder, 'ống.xlsx'), join(folder, 'tịnh khê.xlsx')).code).toBe(1);
});

test('a link to a workbook is read; a link beside its own target is one workbook', () => {
  const [folder, elsewhere] = [aFolder('links'), aFolder('elsewhere')];
  writeFileSync(join(elsewhere, 'stc.xlsx'), other);
  symlinkSync(join(elsewhere, 'stc.xlsx'), join(folder, 'stc.xlsx'));
  writeFileSync(join(folder, 'xã.xlsx'), sound);
  symlinkSync('xã.xlsx', join(folder, 'xã (2).xlsx'));
  const { matrix, problems } = consolidated(folder, join(home, 'links-out'));
  expect(matrix.agencies.received).toBe(2);
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['xã.xlsx two-workbooks']);
});

test('names in NFD, in another encoding and with control characters are told apart and printed on one line', () => {
  const folder = aFolder('names');
  const at = (bytes: readonly number[]) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);
  writeFileSync(join(folder, 'xã.xlsx'.normalize('NFD')), sound);
  writeFileSync(at([0x53, 0xf4, 0x2e, 0x78, 0x6c, 0x73, 0x78]), other);
  writeFileSync(at([0x53, 0xf5, 0x2e, 0x78, 0x6c, 0x73, 0x78]), 'không phải biểu');
  writeFileSync(join(folder, 'a\u001b[2Jb\nc\u202e.xlsx'), 'không phải biểu');
  const { code, out, matrix, problems } = consolidated(folder, join(home, 'names-out'));
  expect([code, matrix.agencies.received]).toEqual([0, 2]);
  expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
    ['S\\xF5.xlsx', 'not-a-workbook'],
    ['a\u001b[2Jb\nc\u202e.xlsx', 'not-a-workbook'],
  ]);
  expect(out).toContain(' a\\u001b[2Jb⏎c\\u202e.xlsx\n');
  expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  const shown = phuluc('check', join(folder, 'a\u001b[2Jb\nc\u202e.xlsx'));
  expect([shown.code, /[^\P{Cc}\n]/u.test(shown.out)]).toEqual([1, false]);
  expect(phuluc('check', join(folder, 'không có\u001b[2J.xlsx')).err).toContain('không có\\u001b[2J.xlsx');
});

test('what is printed has no character that steers a terminal, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('what LibreOffice saved on the last evening is on time by its local clock, wherever its time is shown', async () => {
  const folder = aFolder('evening');
  writeFileSync(join(folder, 'xã.xlsx'), savedBy(sound, OFFICE, '2026-11-29T20:00:00Z'));
  writeFileSync(join(folder, 'stc.xlsx'), savedBy(other, 'Microsoft Excel', '2026-11-30T20:00:00Z'));
  const { matrix } = consolidated(folder, join(home, 'evening-out'));
  const cellOf = (agency: string) => matrix.indicators.find(({ cells }: { cells: object }) => agency in cells).cells[agency];
  expect([cellOf(TINH_KHE).source.at, cellOf(FINANCE).source.at]).toEqual(['2026-11-29T13:00:00.000Z', '2026-11-30T20:00:00.000Z']);
  const appendix = unzipSync(readFileSync(join(home, 'evening-out', 'phu-luc-tong-hop-2026.xlsx')));
  const texts = Object.entries(appendix).map(([, bytes]) => new TextDecoder().decode(bytes));
  expect(texts.join('')).toContain('Sau hạn 2 ngày');
  expect(texts.join('')).not.toContain('Sau hạn 1 ngày');
});

test('a time ahead of the moment of consolidation is no time: shown nowhere', () => {
  const folder = aFolder('ahead');
  writeFileSync(join(folder, 'xã.xlsx'), savedBy(sound, 'Microsoft Excel', '2036-11-29T20:00:00Z'));
  const { matrix } = consolidated(folder, join(home, 'ahead-out'));
  expect(JSON.stringify(matrix).includes('2036-11')).toBe(false);
  expect(matrix.agencies.received).toBe(1);
});

test('a last matrix that is broken, of another plan or of no earlier period is told in a sentence, and nothing is written', () => {
  const [folder, out] = [aFolder('previous'), join(home, 'previous-out')];
  writeFileSync(join(folder, 'xã.xlsx'), sound);
  const { matrix } = consolidated(folder, join(home, 'first'));
  const last = { ...matrix, period: '2025' };
  const withResult = (result: object) => ({ ...last, indicators: [{ ...last.indicators[2], result }, ...last.indicators.slice(3)] });
  const wrong: Record<string, string> = {
    'cut off': JSON.stringify(last).slice(0, 5000),
    empty: '',
    list: '[]',
    deep: '['.repeat(200_000),
    'another plan': JSON.stringify({ ...last, plan: 'khac' }),
    'the same period': JSON.stringify(matrix),
    'a whole of nought': JSON.stringify(withResult({ numerator: 0, denominator: 0 })),
    'a negative figure': JSON.stringify(withResult({ numerator: -1, denominator: 10 })),
    'a base on no day': JSON.stringify({ ...last, indicators: [{ ...last.indicators[2], base: { percent: 1, at: '2025-02-31' } }] }),
    'a figure too large': JSON.stringify(withResult({ numerator: 1, denominator: 1e300 })),
  };
  for (const [what, text] of Object.entries(wrong)) {
    const file = join(home, 'matrix-sai.json');
    writeFileSync(file, text);
    const run = phuluc('consolidate', folder, '--period', '2026', '--out', out, '--at', AT, '--previous', file);
    expect([what, run.code, run.err.trim().split('\n').length, run.out]).toEqual([what, 2, 1, '']);
  }
  const binary = phuluc('consolidate', folder, '--period', '2026', '--out', out, '--at', AT, '--previous', join(folder, 'xã.xlsx'));
  expect([binary.code, binary.err]).toEqual([2, expect.stringContaining('không phải JSON')]);
  writeFileSync(join(home, 'matrix-sai.json'), `\ufeff${JSON.stringify(last)}`);
  expect(consolidated(folder, out, '--previous', join(home, 'matrix-sai.json')).code).toBe(0);
});

test('six hundred files, some read beside: each is read once and told once, as one processor alone reads them', async () => {
  const folder = aFolder('many');
  for (let k = 0; k < 560; k++) writeFileSync(join(folder, `tệp ${k}.${k % 3 === 0 ? 'txt' : 'xlsx'}`), `số ${k}`);
  for (const { id } of obligationsIn('2026').agencies.slice(0, 38)) writeFileSync(join(folder, `${id}.xlsx`), await filled(id));
  copyFileSync(join(folder, 'STC.xlsx'), join(folder, 'STC (1).xlsx'));
  mkdirSync(join(folder, 'thư mục.xlsx'));
  const out = join(home, 'many-out');
  const said = consolidated(folder, out);
  const texts = () => ['matrix.json', 'problems.json'].map((name) => readFileSync(join(out, name), 'utf8'));
  const [matrix, problems] = texts();
  expect(said.matrix.agencies.received).toBe(38);
  expect(said.problems.filter(({ file }) => /^(tệp|thư mục|STC)/.test(file ?? ''))).toHaveLength(562);
  expect(said.out).toContain('Đã đọc 600 tệp; 38 biểu được tính');
  const words = ['cli/bin.mjs', 'consolidate', folder, '--period', '2026', '--out', out, '--at', AT];
  expect(spawnSync('taskset', ['-c', '0', process.execPath, ...words]).status).toBe(0);
  expect(texts()).toEqual([matrix, problems]);
}, 240_000);

/** What may lie in a folder, in place of a workbook. */
const anOddContent = (): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes])),
    fc.nat({ max: 30_000 }).map((length) => other.slice(0, length)),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 }).map((changes) => {
      const bytes = other.slice();
      for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
      return bytes;
    }),
  );

test('one bad file never stops the rest: the sound one counts beside whatever lies in the folder', async () => {
  const folder = aFolder('any');
  const obligations = obligationsIn('2026');
  await fc.assert(
    fc.asyncProperty(fc.array(anOddContent(), { minLength: 1, maxLength: 4 }), async (contents) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(join(folder, 'xã.xlsx'), sound);
      for (const [k, content] of contents.entries()) writeFileSync(join(folder, `tệp ${k}.xlsx`), content);
      const inbox = await readInbox(filesOf(folder), {
        context: { ...context, obligationsOf: () => obligations, expected: PERIOD },
        period: PERIOD,
        now: new Date(AT),
        step: () => {},
      });
      expect(inbox.received.filter(({ file }) => file === 'xã.xlsx').length).toBe(1);
      // Every other file counts as a whole or is named.
      const named = new Set([...inbox.problems.map(({ file }) => file), ...inbox.received.map(({ file }) => file)]);
      expect([named.size, inbox.files]).toEqual([contents.length + 1, contents.length + 1]);
    }),
    { numRuns: 60 },
  );
});
