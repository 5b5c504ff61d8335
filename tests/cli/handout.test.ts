import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { changeCode } from '../../functions/identity/sign-in-code.ts';
import { openEmbeddedTable } from '../../functions/store/embedded-table.ts';
import type { Table } from '../../functions/store/table.ts';
import { APeriod } from '../support/a-period.ts';
import { anApi } from '../support/an-api.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-handout-'));
const data = join(home, 'dữ liệu');
const out = join(home, 'giao biểu');
const ADDRESS = 'https://phuluc.example.vn';
let running: Table;

const handout = (...words: readonly string[]) => {
  const { PHULUC_ADDRESS: _, PHULUC_KEYS: __, ...env } = process.env;
  const call = ['cli/bin.mjs', 'handout', '--data', data, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, {
    encoding: 'utf8',
    env: { ...env, PHULUC_KEYS: join(home, 'none.json') },
  });
  return { code: status, out: stdout, err: stderr };
};

beforeAll(async () => {
  // a server holds the store open
  running = openEmbeddedTable(join(data, 'phuluc.sqlite'));
  await APeriod.opened({ table: running });
});
afterAll(async () => {
  await running.close();
  rmSync(home, { recursive: true });
});

test('beside a server each agency gets a folder with its form and a letter, whose code is then worth a key', async () => {
  const words = ['--period', '2026', '--out', out, '--address', ADDRESS, '--agency', 'XA-21211', '--agency', 'SNV'];
  const done = handout(...words);
  expect([done.code, done.out]).toEqual([0, `Đã tạo biểu và thư giao biểu kỳ 2026 cho 2 đơn vị trong ${out}\n`]);
  const folders = readdirSync(out).sort();
  expect(folders).toEqual([expect.stringMatching(/^SNV /), 'XA-21211 Xã Tịnh Khê', 'danh-sach.xlsx']);
  const own = join(out, 'XA-21211 Xã Tịnh Khê');
  expect(readdirSync(own).sort()).toEqual(['phu-luc-XA-21211-2026.xlsx', 'thu-giao-bieu.docx']);
  const letter = strFromU8(unzipSync(readFileSync(join(own, 'thu-giao-bieu.docx')))['word/document.xml']!);
  expect(letter).toContain(`${ADDRESS}/`);
  const code = /plc_[A-Za-z0-9_-]{22}/.exec(letter)![0];
  expect(`${done.out}${done.err}`).not.toContain(code);
  expect(await changeCode(running, code, new Date())).toMatchObject({ ok: true, value: { agency: 'XA-21211' } });
});

test('the forms of the command are those that the service hands out', async () => {
  const folder = join(home, 'như máy chủ');
  const to = ['XA-21211', 'SNV'];
  const words = to.flatMap((agency) => ['--agency', agency]);
  const { code } = handout('--period', '2026', '--out', folder, '--address', 'https://bieu.example', ...words);
  expect(code).toBe(0);
  const { call } = await anApi(running);
  const { body } = await call('VPUB', 'POST', '/periods/2026/handout', { body: { agencies: to } });
  const files = Object.entries(unzipSync(body as Uint8Array));
  expect(files.map(([path]) => path).sort()).toEqual(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => relative(folder, join(one.parentPath ?? one.path, one.name)))
      .sort(),
  );
  const forms = files.filter(([path]) => /phu-luc-.*\.xlsx$/.test(path));
  expect(forms.map(([path, bytes]) => readFileSync(join(folder, path)).equals(bytes))).toEqual([true, true]);
});

test.each([
  ['an address that is none', ['--period', '2026', '--address', 'phuluc'], /Nêu địa chỉ trang nộp báo cáo/],
  ['no address at all', ['--period', '2026'], /Nêu địa chỉ trang nộp báo cáo/],
  ['a period that was not opened', ['--period', '2027', '--address', ADDRESS], /Kho chưa mở kỳ 2027/],
  ['an agency that is none', ['--period', '2026', '--address', ADDRESS, '--agency', 'KHONG'], /Không có đơn vị “KHONG”/],
  ['a word too many', ['--period', '2026', '--address', ADDRESS, 'thừa'], /Không hiểu “thừa”/],
])('%s is told, and nothing is handed out', (_, words, told) => {
  const folder = join(home, 'không có');
  const { code, out: said, err } = handout(...words, '--out', folder);
  expect([code === 0, said]).toEqual([false, '']);
  expect(err).toMatch(told);
  expect(readdirSync(home)).not.toContain('không có');
});

test('of a closed period nothing is handed out', async () => {
  const { call } = await anApi(running);
  expect((await call('VPUB', 'POST', '/periods/2026/close', { body: {} })).status).toBe(200);
  const { code, out: said, err } = handout('--period', '2026', '--address', ADDRESS, '--out', join(home, 'đã khóa'));
  expect([code === 0, said]).toEqual([false, '']);
  expect(err).toMatch(/Kỳ 2026 đã khóa nên không giao biểu nữa/);
  expect(readdirSync(home)).not.toContain('đã khóa');
});
