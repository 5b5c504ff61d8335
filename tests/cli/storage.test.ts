import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { localDay } from '../../core/local-day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { NO_SETTINGS } from '../../core/plan/settings.ts';
import { keyAudit } from '../../functions/identity/access-key.ts';
import { keyCallers } from '../../functions/identity/key-callers.ts';
import { changeCode, issueCodes } from '../../functions/identity/sign-in-code.ts';
import { exportStore } from '../../functions/store/backup.ts';
import { openEmbeddedTable } from '../../functions/store/embedded-table.ts';
import { MemoryFiles } from '../../functions/store/memory-files.ts';
import { partitionOf } from '../../functions/store/rows.ts';
import type { Table } from '../../functions/store/table.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { FINANCE, row } from '../support/a-form.ts';
import { APeriod, counts } from '../support/a-period.ts';
import { type Azurite, startAccount } from '../support/azurite.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-storage-'));
const data = join(home, 'dữ liệu');
const file = join(home, 'sao lưu.ndjson.gz');
/** Of a store with a row that could not be read. */
const spoiltCopy = join(home, 'bản sao có bản ghi hỏng.ndjson');
let running: Table;

const phuluc = (args: readonly string[], env: Record<string, string> = {}) => {
  const { PHULUC_STORAGE: _, PHULUC_DATA: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...args], {
    encoding: 'utf8',
    env: { ...inherited, ...env },
  });
  return { code: status, out: stdout, err: stderr };
};
const today = () => localDay(new Date(), '+07:00');
const of = (folder: string) => ({ PHULUC_STORAGE: 'embedded', PHULUC_DATA: folder });
const everything = async (table: Table): Promise<string> => {
  const lines: string[] = [];
  for await (const line of exportStore({ table, files: new MemoryFiles() })) lines.push(line);
  return lines.join('\n');
};
/** What a store seals its backups with. */
const codeOf = (folder: string): string => phuluc(['backup-code', '--data', folder]).out.trim();
/** What a store in a folder holds. */
const held = async (folder: string): Promise<string> => {
  const table = openEmbeddedTable(join(folder, 'phuluc.sqlite'));
  return everything(table).finally(() => table.close());
};

beforeAll(async () => {
  phuluc(['--version']); // builds once where a source changed
  running = openEmbeddedTable(join(data, 'phuluc.sqlite'));
  const period = await APeriod.opened({ table: running });
  await period.sends(FINANCE, { indicators: { [row('PL1.I.1.1')]: { ...counts(1, 2), explanation: 'dòng\u2028mới' } } });
});
afterAll(async () => {
  await running.close();
  rmSync(home, { recursive: true });
});

test('a key is printed once and alone, opens the API at once, and is revoked by its id', async () => {
  const issued = phuluc(['keys', 'issue', FINANCE, '--label', 'Máy văn thư', '--user', 'Nguyễn Văn A'], of(data));
  expect(issued).toMatchObject({ code: 0, out: expect.stringMatching(/^pls_[\w-]{43}\n$/) });
  const id = /Khóa ([0-9a-f]{8}) của Sở Tài chính chỉ hiện một lần/.exec(issued.err)?.[1] ?? '';
  const caller = () => keyCallers({ table: running, elapsed: () => 0, today })(issued.out.trim());
  expect(await caller()).toEqual({ agency: FINANCE, user: 'Nguyễn Văn A', readOnly: false });
  expect(phuluc(['keys', 'list', '--data', data]).out).toMatch(
    new RegExp(`^${id}  STC {9}cấp \\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}  đang dùng  Nguyễn Văn A  Máy văn thư\\n$`),
  );
  expect(phuluc(['keys', 'revoke', id], of(data))).toMatchObject({ code: 0, err: '' });
  expect(await caller()).toBeNull();
  const listed = phuluc(['keys', 'list', '--json'], of(data)).out;
  expect(JSON.parse(listed)).toMatchObject([{ id, agency: FINANCE, revokedBy: 'phuluc keys' }]);
  expect(listed).not.toContain('pls_');
  expect((await keyTrail()).map(({ action, key }) => `${action} ${key}`)).toEqual([`key-issued ${id}`, `key-revoked ${id}`]);
});

const keyTrail = async () =>
  (await keyAudit(running, { after: '', most: 100 })).flatMap(({ entry }) => (entry.action === 'unreadable' ? [] : [entry]));

test('codes that were handed out are taken back on the storage of a server that runs, of one agency or of all', async () => {
  const before = (await keyTrail()).length;
  const at = new Date();
  await issueCodes(running, [FINANCE, 'SNV' as AgencyId], { by: 'VPUB', at });
  const code = (await issueCodes(running, [FINANCE], { by: 'VPUB', at })).get(FINANCE) ?? '';
  expect(phuluc(['keys', 'revoke-codes', FINANCE], of(data))).toMatchObject({ code: 0, out: 'Đã thu hồi 2 mã dùng một lần của STC.\n' });
  expect(phuluc(['keys', 'revoke-codes', FINANCE], of(data)).out).toBe('Không có mã dùng một lần nào còn dùng được.\n');
  expect(phuluc(['keys', 'revoke-codes', '--all'], of(data)).out).toBe('Đã thu hồi 1 mã dùng một lần của 1 đơn vị.\n');
  expect((await changeCode(running, code, at)).ok).toBe(false);
  const trail = (await keyTrail()).slice(before);
  expect(trail.map(({ by, action, agency }) => `${by} ${action} ${agency}`)).toEqual([
    ...Array(2).fill('phuluc keys code-revoked STC'),
    'phuluc keys code-revoked SNV',
  ]);
});

test('a drill restores the newest backup beside the storage, holds it against the file and leaves nothing', async () => {
  const before = await everything(running);
  phuluc(['backup', '--out', join(data, 'backups', 'phuluc-2026-11-24.ndjson.gz')], of(data));
  const temporary = mkdtempSync(join(home, 'tạm-'));
  const drilled = phuluc(['restore-drill'], { ...of(data), TMPDIR: temporary });
  expect(drilled).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/Diễn tập đạt: \d+ bản ghi trở lại giống từng byte/) });
  expect(readdirSync(temporary)).toEqual([]);
  expect(await everything(running)).toBe(before);
});

test('a drill with a backup that is damaged, of another store, or not there does not pass', () => {
  const good = join(data, 'backups', 'phuluc-2026-11-24.ndjson.gz');
  const damaged = join(home, 'hỏng.ndjson.gz');
  writeFileSync(
    damaged,
    gzipSync(
      gunzipSync(readFileSync(good))
        .toString('utf8')
        .replace(/"value":\{/, '"value":{ '),
    ),
  );
  expect(phuluc(['restore-drill', damaged], of(data)).code).toBe(1);
  expect(phuluc(['restore-drill', good], of(join(home, 'kho khác')))).toMatchObject({ code: 1, out: '' });
  expect(phuluc(['restore-drill', join(home, 'không có')], of(data)).code).toBe(2);
  expect(phuluc(['restore-drill'], of(join(home, 'kho khác')))).toMatchObject({
    code: 2,
    err: expect.stringContaining('Không có bản sao lưu nào'),
  });
  rmSync(join(data, 'backups'), { recursive: true });
});

test('a way back in: a key issued by command names its reason in the audit, and its last day in the list', async () => {
  const reason = 'Các khóa của Văn phòng bị thu hồi nhầm';
  const until = localDay(new Date(Date.now() + 86_400_000), '+07:00');
  const issued = phuluc(['keys', 'issue', 'VPUB', '--reason', reason, '--until', until], of(data));
  expect(issued).toMatchObject({ code: 0, out: expect.stringMatching(/^pls_/) });
  expect(await keyCallers({ table: running, elapsed: () => 0, today })(issued.out.trim())).toEqual({ agency: 'VPUB', readOnly: false });
  expect((await keyTrail()).at(-1)).toMatchObject({ by: 'phuluc keys', action: 'key-issued', agency: 'VPUB', reason, until });
  expect(phuluc(['keys', 'issue', 'SNV', '--read-only'], of(data)).code).toBe(0);
  expect((await keyTrail()).at(-1)).toMatchObject({ action: 'key-issued', agency: 'SNV', readOnly: true });
  expect(phuluc(['keys', 'list'], of(data)).out).toMatch(/SNV .* đang dùng {2}chỉ đọc nguồn dữ liệu\n/);
  expect(phuluc(['keys', 'list'], of(data)).out).toMatch(/VPUB .* đang dùng đến hết \d\d\/\d\d\/\d{4}\n/);
});

test('settings that cannot be read are reset by command, those that can be are not', async () => {
  const partition = partitionOf(defaultPlan().id, '2026' as never);
  const reset = () => phuluc(['settings', 'reset', '--period', '2026', '--reason', 'Tệp hỏng'], of(data));
  const stored = await running.read(partition, 'settings');
  const spoilt = { row: 'settings', value: 'hello {' };
  await running.commit(partition, [stored ? { kind: 'replace', etag: stored.etag, ...spoilt } : { kind: 'insert', ...spoilt }]);
  const elsewhere = join(home, 'kho có bản ghi hỏng');
  expect(phuluc(['backup', '--out', spoiltCopy], of(data)).err).toMatch(/^1 bản ghi trong kho không đọc được; bản sao chỉ ghi/);
  expect(phuluc(['restore', spoiltCopy, '--data', elsewhere], of(data)).err).toMatch(/^1 bản ghi đã không đọc được từ khi sao lưu/);
  expect(phuluc(['settings', 'reset', '--period', '2026', '--reason', 'Tệp hỏng'], of(elsewhere)).code).toBe(0);
  expect(reset()).toMatchObject({ code: 0, out: expect.stringMatching(/^Đã đặt lại thiết lập kỳ 2026/), err: '' });
  expect((await running.read(partition, 'settings'))?.value).toEqual(NO_SETTINGS);
  const [entry] = (await running.list(partition, 'audit|')).slice(-1);
  expect(entry?.value).toMatchObject({ action: 'settings', by: 'phuluc settings', reason: 'Tệp hỏng' });
  expect(reset()).toMatchObject({ code: 2, err: expect.stringContaining('vẫn đọc được') });
});

test.each([
  [['settings', 'reset', '--reason', 'x'], /Thiếu --period/],
  [['settings', 'reset', '--period', '2026'], /Thiếu --reason/],
  [['settings', '--period', '2026', '--reason', 'x'], /settings reset/],
  [['settings', 'reset', '--period', '2029', '--reason', 'x'], /không có kỳ 2029/],
  [['keys', 'issue', 'VPUB', '--until', '31/12/2026'], /--until là “31\/12\/2026”, không phải ngày/],
  [['keys', 'issue', 'VPUB', '--until', '2026-02-30'], /không phải ngày/],
  [['keys', 'issue', 'VPUB', '--until', '2025-12-31'], /--until là 31\/12\/2025, đã qua/],
  [['keys', 'issue', 'VPUB', '--reason', ' '], /Thiếu --reason/],
  [['keys'], /keys list, keys issue/],
  [['keys', 'burn'], /keys list, keys issue/],
  [['keys', 'constructor'], /keys list, keys issue/],
  [['keys', 'issue'], /Nêu một mã đơn vị/],
  [['keys', 'revoke-codes'], /Nêu một mã đơn vị, hoặc --all/],
  [['keys', 'revoke-codes', 'SNV', '--all'], /Nêu một mã đơn vị, hoặc --all/],
  [['keys', 'revoke-codes', 'SNV', 'STC'], /Nêu một mã đơn vị, hoặc --all/],
  [['keys', 'revoke-codes', 'XA-1'], /Không có đơn vị “XA-1”/],
  [['keys', 'issue', 'XA-1'], /Không có đơn vị “XA-1”/],
  [['keys', 'revoke', 'ffffffff'], /Không có mã truy cập nào mang số hiệu “ffffffff”/],
  [['keys', 'list', '--data', join(home, 'không có')], /Không có kho dữ liệu trong/],
  [['backup'], /Thiếu --out/],
  [['restore'], /Nêu một tệp sao lưu/],
  [['restore', join(home, 'không có.gz')], /Không có tệp/],
])('%j is a wrong call', (args, said) => {
  expect(phuluc(args, of(data))).toEqual({ code: 2, out: '', err: expect.stringMatching(said) });
  expect(existsSync(join(home, 'không có'))).toBe(false);
});

test('a storage that the environment names wrongly is told by the variable alone', () => {
  const wrong = phuluc(['keys', 'list'], { PHULUC_STORAGE: 'tables', PHULUC_TABLES: 'AccountKe=secret' });
  expect(wrong).toEqual({ code: 2, out: '', err: 'Biến môi trường PHULUC_TABLES chưa đúng. Sửa lại rồi chạy lại.\n' });
});

test('a backup of a running store is brought back byte for byte into a new folder', async () => {
  const before = await everything(running);
  expect(phuluc(['backup', '--out', file], of(data))).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Đã sao lưu \d+ bản ghi/),
  });
  const fresh = join(home, 'mới');
  expect(phuluc(['restore', file, '--data', fresh], of(data))).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Đã khôi phục \d+ bản ghi/),
  });
  expect(readdirSync(fresh)).toEqual(['phuluc.sqlite', 'phuluc.sqlite.lock', 'phuluc.sqlite.mark']);
  expect(await held(fresh)).toBe(before);
});

test('a store that holds something is not overwritten, unless it is asked for; then what it held is kept', async () => {
  const full = join(home, 'đã có');
  phuluc(['restore', file, '--data', full], of(data));
  phuluc(['keys', 'issue', 'SYT', '--data', full]);
  expect(phuluc(['restore', file, '--data', full], of(data))).toMatchObject({ code: 2, err: expect.stringContaining('thêm --replace') });
  expect(phuluc(['keys', 'list', '--data', full]).out).toContain('SYT');
  const replaced = phuluc(['restore', file, '--data', full, '--replace']);
  expect(replaced).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Kho trước đó còn ở') });
  const [now, kept = '', ...rest] = readdirSync(full)
    .filter((name) => !/\.(lock|mark)$/.test(name))
    .sort();
  expect([now, kept.replace(/\d+T\d+Z/, '…'), rest]).toEqual(['phuluc.sqlite', 'phuluc.sqlite.truoc-…', []]);
  expect(await held(full)).toBe(await held(join(home, 'mới')));
  const old = openEmbeddedTable(join(full, kept));
  expect(await everything(old)).toContain('"agency":"SYT"');
  await old.close();
});

test('a store that a server has open is not replaced', async () => {
  const before = await everything(running);
  const refused = phuluc(['restore', file, '--data', data, '--replace']);
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Dừng máy chủ rồi chạy lại') });
  expect(await everything(running)).toBe(before);
  expect(readdirSync(data).filter((name) => /tmp|truoc/.test(name))).toEqual([]);
});

test('an empty store takes a backup by the code of the store that wrote it', async () => {
  const empty = join(home, 'trống');
  await openEmbeddedTable(join(empty, 'phuluc.sqlite')).close();
  expect(phuluc(['restore', file], of(empty))).toMatchObject({ code: 1, err: expect.stringContaining('thêm --code MÃ') });
  expect(phuluc(['restore', file, '--code', codeOf(data)], of(empty))).toMatchObject({ code: 0, err: '' });
  expect(await held(empty)).toBe(await held(join(home, 'mới')));
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
  ['no backup at all', () => Buffer.from('{"format":"khác"}\n')],
  ['empty', () => Buffer.alloc(0)],
  ['small and unpacks to 128 MiB in one line', () => gzipSync(Buffer.alloc(128 * 1024 * 1024, 'a'), { level: 1 })],
])('a file that is %s changes nothing', (_, damage) => {
  const [damaged, folder] = [join(home, 'hỏng.gz'), join(home, 'không đổi')];
  writeFileSync(damaged, damage(readFileSync(file)));
  expect(phuluc(['restore', damaged, '--data', folder], { ...of(data), NODE_OPTIONS: '--max-old-space-size=64' })).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('đã hỏng'),
  });
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

test('a backup that somebody changed is refused where the store is at hand, whatever its own digest says', () => {
  const [forged, folder] = [join(home, 'giả.ndjson'), join(home, 'không giả')];
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
  const documents = lines.slice(1, -1).map((line) => line.replaceAll('"agency":"STC"', '"agency":"SYT"'));
  const sha256 = createHash('sha256')
    .update(`${documents.join('\n')}\n`)
    .digest('hex');
  const { seal } = JSON.parse(lines.at(-1) ?? '');
  for (const closing of [{ seal }, { seal: '0'.repeat(64) }]) {
    const last = JSON.stringify({ documents: documents.length, sha256, ...closing });
    writeFileSync(forged, `${[lines[0], ...documents, last].join('\n')}\n`);
    const refused = phuluc(['restore', forged, '--data', folder], of(data));
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('đã bị sửa sau khi sao lưu; kho giữ nguyên') });
  }
  expect(existsSync(folder)).toBe(false);
});

test('a backup of an earlier release bears no seal: it is restored when somebody answers for it, and then it is said', () => {
  const [old, folder] = [join(home, 'cũ.ndjson'), join(home, 'từ bản cũ')];
  const [, ...lines] = gunzipSync(readFileSync(file))
    .toString('utf8')
    .replace(/,"seal":"[^"]*"/, '')
    .split('\n');
  writeFileSync(old, ['{"format":"phuluc-store","version":1}', ...lines].join('\n'));
  expect(phuluc(['restore', old, '--data', folder], of(data))).toMatchObject({
    code: 1,
    err: expect.stringContaining('thêm --unverified'),
  });
  expect(existsSync(folder)).toBe(false);
  const told = phuluc(['restore', old, '--data', folder, '--unverified'], of(data));
  expect(told).toMatchObject({ code: 0, err: expect.stringMatching(/^Chưa xác minh được bản sao lưu.*có 3 mã truy cập/) });
});

test.each(['pln_', 'pls_abc', ''])('the code “%s” is a wrong call', (code) => {
  const said = phuluc(['restore', file, '--data', join(home, 'sai mã'), '--code', code]);
  expect(said).toEqual({ code: 2, out: '', err: expect.stringContaining('--code không phải mã niêm phong') });
});

describe('on tables', () => {
  let azurite: Azurite;
  beforeAll(async () => {
    azurite = await startAccount();
  });
  afterAll(() => azurite.stop());

  test('keys, backup and restore work on the service that the environment names', () => {
    const env = (table: string) => ({ PHULUC_STORAGE: 'tables', PHULUC_TABLES: azurite.connectionString, PHULUC_TABLE: table });
    expect(phuluc(['restore', file], env('phulucmot'))).toMatchObject({ code: 1, err: expect.stringContaining('thêm --code MÃ') });
    expect(phuluc(['restore', file, '--code', codeOf(data)], env('phulucmot'))).toMatchObject({ code: 0, err: '' });
    expect(phuluc(['restore', file], env('phulucmot'))).toMatchObject({ code: 2, err: expect.stringContaining('đã có dữ liệu') });
    expect(phuluc(['restore', file, '--replace'], env('phulucmot'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('PHULUC_TABLE'),
    });
    const again = join(home, 'bảng.ndjson.gz');
    expect(phuluc(['backup', '--out', again], env('phulucmot'))).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(again)).toEqual(readFileSync(file));
    expect(phuluc(['keys', 'list'], env('phulucmot')).out).toContain('thu hồi');
  });

  test('a backup that says of a row that it could not be read is restored there as well', () => {
    const env = { PHULUC_STORAGE: 'tables', PHULUC_TABLES: azurite.connectionString, PHULUC_TABLE: 'phuluchai' };
    const restored = phuluc(['restore', spoiltCopy, '--code', codeOf(data)], env);
    expect(restored).toMatchObject({ code: 0, err: expect.stringMatching(/^1 bản ghi đã không đọc được từ khi sao lưu/) });
    const again = join(home, 'bảng hai.ndjson');
    expect(phuluc(['backup', '--out', again], env)).toMatchObject({ code: 0, err: expect.stringMatching(/^1 bản ghi trong kho/) });
    expect(readFileSync(again)).toEqual(readFileSync(spoiltCopy));
    expect(phuluc(['settings', 'reset', '--period', '2026', '--reason', 'Tệp hỏng'], env).code).toBe(0);
  });
});

test('a backup is not put in the place of a file of the store itself, under whatever name', async () => {
  const [before, linked] = [await everything(running), join(home, 'linked data')];
  symlinkSync(data, linked);
  for (const name of ['phuluc.sqlite', 'phuluc.sqlite-wal', 'phuluc.sqlite.mark'])
    for (const folder of [data, linked]) {
      const refused = phuluc(['backup', '--data', data, '--out', join(folder, name)]);
      expect([name, refused]).toEqual([name, { code: 2, out: '', err: expect.stringMatching(/^[^\n]*tệp của kho đang dùng[^\n]*\n$/) }]);
    }
  expect(await everything(running)).toBe(before);
});

/** Where a command is told to write or to read a file, and something else stands there. */
function somethingElse(kind: string): string {
  const path = join(home, `no file, ${kind}`);
  if (kind === 'folder') mkdirSync(path, { recursive: true });
  else if (!existsSync(path)) spawnSync('mkfifo', [path]);
  return path;
}
const isMadeOf = (path: string) => [lstatSync(path).isDirectory(), lstatSync(path).isFIFO(), lstatSync(path).isFile()];

test.each(['folder', 'pipe'])('no file is put in the place of a %s, and none is read from it', (kind) => {
  const path = somethingElse(kind);
  const before = [readdirSync(home), isMadeOf(path)];
  for (const args of [
    ['backup', '--data', data, '--out', path],
    ['plan', 'export', '--out', path],
    ['restore', path, '--data', join(home, 'from nothing')],
    ['restore-drill', path],
  ])
    expect([args[0], phuluc(args)]).toEqual([
      args[0],
      { code: 2, out: '', err: expect.stringMatching(/^[^\n]*không phải tệp\. [^\n]*\n$/) },
    ]);
  expect([readdirSync(home), isMadeOf(path)]).toEqual(before);
});

test('a path at which no file can be is a wrong call', () => {
  const [inAFile, nowhere] = [join(file, 'b.ndjson'), join(home, 'nowhere', 'p.xlsx')];
  writeFileSync(file, '', { flag: 'a' });
  for (const args of [
    ['backup', '--data', data, '--out', inAFile],
    ['plan', 'export', '--out', nowhere],
    ['plan', 'export', '--out', join(home, 'x'.repeat(300))],
  ])
    expect(phuluc(args)).toEqual({ code: 2, out: '', err: expect.stringMatching(/^Không ghi được tệp [^\n]*--out\.\n$/) });
});

test('a result goes where a link leads, and the link stays', () => {
  const folder = join(home, 'links');
  mkdirSync(join(folder, 'elsewhere'), { recursive: true });
  for (const name of ['b.ndjson', 'p.xlsx']) symlinkSync(join('elsewhere', name), join(folder, name));
  expect(phuluc(['backup', '--data', data, '--out', join(folder, 'b.ndjson')]).code).toBe(0);
  expect(phuluc(['plan', 'export', '--out', join(folder, 'p.xlsx')]).code).toBe(0);
  expect([readdirSync(folder), readdirSync(join(folder, 'elsewhere'))]).toEqual([
    ['b.ndjson', 'elsewhere', 'p.xlsx'],
    ['b.ndjson', 'p.xlsx'],
  ]);
  expect(lstatSync(join(folder, 'b.ndjson')).isSymbolicLink()).toBe(true);
});

/** The same command as somebody who is not root, where this is; under a limit on what it may write of a file. */
function limited(args: readonly string[], { asNobody = false, mostBytes }: { readonly asNobody?: boolean; readonly mostBytes?: number }) {
  const words = [
    ...(mostBytes === undefined ? [] : ['prlimit', `--fsize=${mostBytes}`]),
    ...(asNobody ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []),
  ];
  const [program = '', ...rest] = [...words, process.execPath, 'cli/bin.mjs', ...args];
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
const canLimit = spawnSync('prlimit', ['--version']).status === 0;
const isRoot = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

/** A store at rest, as a copy of the running one. */
async function atRest(name: string): Promise<string> {
  const folder = join(home, name);
  const copy = join(home, `${name}.ndjson`);
  expect(phuluc(['backup', '--data', data, '--out', copy]).code).toBe(0);
  expect(phuluc(['restore', copy, '--data', folder, '--code', codeOf(data)]).code).toBe(0);
  return folder;
}
const bytesIn = (folder: string) => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

(canLimit ? test : test.skip)(
  'a store on a disk without room can be read and nothing of it changes; what is to be kept is refused',
  async () => {
    const folder = await atRest('full');
    const before = bytesIn(folder);
    const full = (...args: string[]) => limited([...args, '--data', folder], { mostBytes: 100 });
    expect(full('keys', 'list', '--json')).toMatchObject({ code: 0, err: '' });
    expect(full('backup-code').out.trim()).toBe(codeOf(data));
    expect(full('keys', 'issue', FINANCE)).toEqual({ code: 1, out: '', err: expect.stringMatching(/^[^\n]*ổ đĩa còn chỗ[^\n]*\n$/) });
    expect(limited(['restore', `${folder}.ndjson`, '--data', folder, '--replace'], { mostBytes: 100 })).toMatchObject({ code: 1, out: '' });
    expect(bytesIn(folder)).toEqual(before);
  },
);

(isRoot ? test : test.skip)(
  'a store that may be read alone can be backed up, also after its server was killed, and nothing of it changes',
  async () => {
    const killed = join(home, 'killed');
    cpSync(data, killed, { recursive: true }); // open still: with a log
    for (const folder of [await atRest('read-only'), killed]) {
      const outs = join(home, `${basename(folder)}, backups`);
      mkdirSync(outs);
      spawnSync('chmod', ['-R', 'a+rX,a-w', folder]);
      spawnSync('chmod', ['a+rwx', home, outs]);
      const before = bytesIn(folder);
      const done = limited(['backup', '--data', folder, '--out', join(outs, 'b.ndjson')], { asNobody: true });
      expect([folder, done]).toMatchObject([folder, { code: 0, err: '' }]);
      expect(await everything(running)).toBe(readFileSync(join(outs, 'b.ndjson'), 'utf8').trimEnd());
      const issued = limited(['keys', 'issue', FINANCE, '--data', folder], { asNobody: true });
      expect(issued).toEqual({ code: 1, out: '', err: expect.stringMatching(/^Không đọc, ghi được kho [^\n]*\n$/) });
      expect(bytesIn(folder)).toEqual(before);
    }
  },
);

(isRoot ? test : test.skip)('a backup that may not be read is told in a sentence, without a stack', () => {
  writeFileSync(join(home, 'secret.ndjson.gz'), gzipSync('{}'), { mode: 0o600 });
  spawnSync('chmod', ['a+rx', home]);
  for (const command of ['restore', 'restore-drill'])
    expect(limited([command, join(home, 'secret.ndjson.gz')], { asNobody: true })).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Không có quyền đọc tệp [^\n]*\n$/),
    });
});

(isRoot ? test : test.skip)('a storage that nobody else may look into is not called missing', () => {
  spawnSync('chmod', ['a+rx', home]);
  const closed = join(home, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  expect(limited(['keys', 'list', '--data', closed], { asNobody: true })).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^Không có quyền đọc, ghi “[^\n]*closed[^\n]*\n$/),
  });
});
