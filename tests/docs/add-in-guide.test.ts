import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { troubleSentence } from '../../addin/pane/trouble-text.ts';
import { startOptions } from '../../host/start/options.ts';
import { version } from '../../package.json';
import { named, rootOf } from '../../tools/manifest/element.ts';
import { madeManifest } from '../../tools/manifest/made.ts';

// What docs/huong-dan/bo-tro-excel.md says of ribbon, pane and commands, held against the manifest and the sources of what people see.
const text = (path: string) => readFileSync(path, 'utf8');
const guide = text('docs/huong-dan/bo-tro-excel.md').replaceAll(/\s+/g, ' ');
const filesOf = (...folders: string[]) =>
  execFileSync('git', ['ls-files', ...folders], { encoding: 'utf8' })
    .trim()
    .split('\n');
const screens = filesOf('addin/pane', 'addin/ui', 'addin/excel', 'core/own-sheets.ts', 'tests/addin/pane/self-test')
  .filter((path) => /\.(tsx?|html)$/.test(path))
  .map(text)
  .join('\n')
  .replaceAll(/\s+/g, ' ');

const manifest = (() => {
  const root = rootOf(text('manifest.xml'));
  if (!root.ok) throw new Error(root.error);
  return root.value;
})();
const label = (resid: string | undefined) =>
  named(manifest, 'bt:String').find(({ attributes }) => attributes.id === resid)?.attributes.DefaultValue;

/** All that the first group of the pattern finds in the guide, each once. */
const found = (pattern: RegExp): string[] => [...new Set([...guide.matchAll(pattern)].map(([, one = '']) => one.trim()))];

test('the tab and its button are called as the ribbon has them, and there is no other', () => {
  const tabs = named(manifest, 'ov:CustomTab').map(({ children }) => label(children.at(-1)?.attributes.resid));
  const buttons = named(manifest, 'ov:Control').map(({ children }) => label(children[0]?.attributes.resid));
  expect([tabs, buttons]).toEqual([['Phụ lục số'], ['Mở ngăn']]);
  expect(guide).toContain('thêm thẻ **Phụ lục số** với nút **Mở ngăn** vào Excel');
  expect(found(/thẻ (?:\*\*)?(\p{Lu}\p{L}+(?: \p{Ll}+){0,2}?)(?:\*\*)? (?:với|có)/gu)).toEqual(tabs);
  expect(found(/[Nn]út (?:\*\*)?(\p{Lu}\p{L}*(?: \p{Ll}+)??)(?:\*\*)?(?: của| luôn| vào|[;:,.])/gu)).toEqual(buttons);
});

test('every name that the guide quotes, and every button that it says to press, is on a screen so', () => {
  const quoted = found(/“([^”…]+)(?: …)?”/g);
  const pressed = found(/[Bb]ấm (?:\*\*)?(\p{Lu}(?:\p{L}| )+?)(?:\*\*|[.;,]| rồi)/gu);
  expect([quoted.length, pressed]).toEqual([
    10,
    ['Chép địa chỉ', 'Đăng xuất', 'Sửa ô bị khóa', 'Chạy tự kiểm tra', 'Bỏ qua bước này', 'Đã làm', 'Lưu bản ghi', 'Chép bản ghi'],
  ]);
  expect([...quoted, ...pressed].filter((name) => !screens.includes(name))).toEqual([]);
});

test('what the guide asks of Excel and machine is what manifest and page ask', () => {
  const [floor] = named(manifest, 'Set').map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`);
  expect(found(/bộ hàm (ExcelApi \d+\.\d+)/g)).toEqual([floor]);
  const library = new URL(/<script src="(https:[^"]+)"/.exec(text('addin/pane/index.html'))?.[1] ?? '');
  expect(found(/thư viện Office của Microsoft \(([^)]+)\)/g)).toEqual([library.host]);
  expect(named(manifest, 'Version')[0]?.text).toBe(`1.${version}`);
  expect(guide).toContain('Số hiệu là 1 đứng trước số phiên bản của phần mềm');
});

test('how long the pane waits for Excel is what it says itself', () => {
  const seconds = found(/Ngăn chờ đến (\d+) giây/g);
  expect(seconds).toHaveLength(1);
  expect(troubleSentence({ kind: 'no-answer', sheet: null, detail: '' })).toContain(`sau ${seconds[0]} giây`);
});

test('the commands of the guide are taken as they stand there', () => {
  const said = execFileSync(process.execPath, ['tools/run.mjs', 'tools/manifest.ts', '--help'], { encoding: 'utf8' });
  const options = found(/(--(?!self-test\b)[a-z][a-z-]*)/g);
  expect(options).toEqual(['--base-url', '--out', '--id', '--display-name']);
  expect([...options, '--self-test'].filter((option) => !said.includes(`${option} `))).toEqual([]);
  expect(guide).toContain('npm start -- --self-test');
  expect(startOptions(['--self-test'], {})).toMatchObject({ ok: true, value: { selfTest: true } });
  const names = found(/--display-name "([^"]+)"/g);
  expect(names).toEqual(['Phụ lục số (thử)', 'Phụ lục số (tự kiểm tra)']);
  const id = '00000000-0000-4000-8000-000000000001';
  for (const displayName of names)
    expect(
      madeManifest(text('manifest.xml'), { baseUrl: 'https://may-chu.example', id, displayName, version, selfTest: false }),
    ).toMatchObject({ ok: true });
});

test('the address to which signing in comes back is the page that is built and the one that the pane names', () => {
  const [path] = found(/`https:\/\/TÊN-MÁY-CHỦ(\/[^`]+)`/g);
  expect(text('tools/build-pages.mjs')).toContain(`'${path?.slice(1)}index.html'`);
  expect(text('addin/pane/microsoft-sign-in.ts')).toContain(`'${path}'`);
});
