import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { abilitiesHere } from '../../addin/excel/abilities.ts';
import { version } from '../../package.json';
import { ADD_IN_ID } from '../../templates/form/open-pane.ts';
import { addressesIn } from '../../tools/manifest/addresses.ts';
import { named, rootOf } from '../../tools/manifest/element.ts';
import { faultsOf } from '../../tools/manifest/faults.ts';
import { madeManifest, PLACEHOLDER } from '../../tools/manifest/made.ts';

const ROOT = resolve(__dirname, '../..');
const FILE = join(ROOT, 'manifest.xml');
const own = readFileSync(FILE, 'utf8');
const rootIn = (xml: string) => {
  const root = rootOf(xml);
  if (!root.ok) throw new Error(root.error);
  return root.value;
};
const textOf = (xml: string, name: string) => named(rootIn(xml), name)[0]?.text;

test('the manifest has no fault that can be seen without Excel', () => {
  expect(faultsOf(own)).toEqual([]);
});

test('Microsoft’s own reader finds in it an add-in for workbooks', () => {
  const said = execFileSync(process.execPath, ['tests/addin/read-manifest.mjs', FILE], { cwd: ROOT, encoding: 'utf8' });
  expect(JSON.parse(said)).toMatchObject({
    id: ADD_IN_ID,
    version: `1.${version}`,
    hosts: ['Workbook'],
    defaultLocale: 'vi-VN',
    displayName: 'Phụ lục số',
    permissions: 'ReadWriteDocument',
    iconUrl: `${PLACEHOLDER}/icons/phu-luc-so-32.png`,
    supportUrl: `${PLACEHOLDER}/`,
    officeAppType: 'TaskPaneApp',
    defaultSettings: { sourceLocation: `${PLACEHOLDER}/pane/` },
  });
});

test('whatever shows the pane gives it one address, so that nothing typed there is lost (issues 2918, 175); it opens with the document', () => {
  const root = rootIn(own);
  const urls = new Map(named(root, 'bt:Url').map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  const labels = new Map(named(root, 'bt:String').map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  const buttons = named(root, 'ov:Control').map((button) => ({
    label: labels.get(button.children[0]?.attributes.resid),
    pane: named(button, 'ov:TaskpaneId')[0]?.text,
    url: urls.get(named(button, 'ov:SourceLocation')[0]?.attributes.resid),
  }));
  const pane = 'Office.AutoShowTaskpaneWithDocument';
  expect(buttons).toEqual([{ label: 'Mở ngăn', pane, url: `${PLACEHOLDER}/pane/` }]);
});

test('every icon is a picture of the size that is said', () => {
  const root = rootIn(own);
  const pictures = new Map(named(root, 'bt:Images').flatMap(({ children }) => children.map((one) => [one.attributes.id, one.attributes])));
  const said = named(root, 'ov:Icon')
    .flatMap(({ children }) => children)
    .map(({ attributes: { size, resid } }) => [pictures.get(resid)?.DefaultValue ?? '', Number(size)] as const);
  const basic = [
    [named(root, 'IconUrl')[0]?.attributes.DefaultValue ?? '', 32],
    [named(root, 'HighResolutionIconUrl')[0]?.attributes.DefaultValue ?? '', 64],
  ] as const;
  expect(said).toHaveLength(8);
  for (const [address, size] of [...said, ...basic]) {
    const picture = readFileSync(join(ROOT, 'addin', new URL(address).pathname));
    const kind = picture[25]; // colour type 6 of a PNG: red, green, blue and how transparent
    expect([address, picture.toString('latin1', 1, 4), picture.readUInt32BE(16), picture.readUInt32BE(20), kind]).toEqual([
      address,
      'PNG',
      size,
      size,
      6,
    ]);
  }
});

test('the manifest asks of Excel exactly what the pane cannot do without', () => {
  const sets = named(rootIn(own), 'Set').map(({ attributes }) => attributes);
  expect(sets).toEqual([{ Name: 'ExcelApi', MinVersion: '1.14' }]);
  const floor = Number(sets[0]?.MinVersion?.slice(2));
  const formWith = (newest: number) => {
    const isSetSupported = (name: string, wanted: string) => name === 'ExcelApi' && Number(wanted.slice(2)) <= newest;
    Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
    return abilitiesHere().form;
  };
  expect([formWith(floor - 1), formWith(floor)]).toEqual([false, true]);
});

describe('a broken manifest is refused', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    ['an element is not closed', '</OfficeApp>', '', /XML/],
    ['the provider is missing', /<ProviderName>.*<\/ProviderName>/, '', /OfficeApp: gồm/],
    ['two elements have changed places', /(<Hosts>.*?<\/Hosts>)(.*?)(<Requirements>.*?<\/Requirements>)/s, '$3$2$1', /OfficeApp: gồm/],
    ['a button has no action', /<Action.*?<\/Action>/s, '', /ov:Control: gồm/],
    ['a button has no supertip', /<Supertip>.*?<\/Supertip>/s, '', /ov:Control: gồm/],
    ['the label of the tab stands before its groups', /(<CustomTab.*?>)(.*)(<Label resid="Tab.Label" \/>)/s, '$1$3$2', /ov:CustomTab: gồm/],
    ['it is an add-in for mail', '"TaskPaneApp"', '"MailApp"', /OfficeApp: xsi:type/],
    ['the overrides are of another schema', /taskpaneappversionoverrides/, 'mailappversionoverrides', /OfficeApp: gồm/],
    ['the id is no GUID', /<Id>.*<\/Id>/, '<Id>phu-luc-so</Id>', /Id: giá trị/],
    ['the version is below 1.0', /<Version>1/, '<Version>0', /Version: giá trị/],
    ['it may read the workbook only', 'ReadWriteDocument', 'ReadDocument', /Permissions: giá trị/],
    ['a button has a label that is defined nowhere', 'resid="Open.Label"', 'resid="Open.Name"', /không có tài nguyên “Open.Name”/],
    ['a label refers to an address', 'resid="Open.Label"', 'resid="Pane.Url"', /không có tài nguyên “Pane.Url” đúng loại/],
    ['a text is used by nothing', '<bt:LongStrings>', '<bt:LongStrings><bt:String id="Old" DefaultValue="Cũ"/>', /“Old” không được dùng/],
    ['an icon lacks 80 px', '<bt:Image size="80" resid="Icon.80" />', '', /cỡ 16, 32, 64;/],
    ['an icon has an odd size', 'size="80" resid="Icon.80"', 'size="81" resid="Icon.80"', /cỡ 16, 32, 64, 81;/],
    ['two elements have one id', 'id="PhuLucSo.Open"', 'id="PhuLucSo.Tab"', /“PhuLucSo.Tab” có hai lần/],
    ['an id is too long', /PhuLucSo\.Tab/, 'PhuLucSo.'.padEnd(33, 'x'), /dài quá 32/],
    ['a label is too long', 'DefaultValue="Mở ngăn"', `DefaultValue="${'Gửi '.repeat(40)}"`, /Open.Label: dài 160 ký tự/],
    ['a text is empty', 'DefaultValue="Mở ngăn"', 'DefaultValue=""', /Open.Label: dài 0 ký tự/],
    ['a text is missing in English', /<bt:Override Locale="en-US" Value="Open the pane" \/>/, '', /Open.Label: ngoài vi-VN/],
    ['a text is in French instead', 'Locale="en-US" Value="Open the pane"', 'Locale="fr-FR" Value="Ouvrir"', /Open.Label: ngoài vi-VN/],
    ['the pane is not encrypted', `"${PLACEHOLDER}/pane/"`, '"http://phu-luc-so.example/pane/"', /phải là địa chỉ https/],
    [
      'an icon lies on another server',
      `"${PLACEHOLDER}/icons/phu-luc-so-16.png"`,
      '"https://elsewhere.example/16.png"',
      /AppDomains không có https:\/\/elsewhere/,
    ],
    ['it is for documents', 'xsi:type="Workbook"', 'xsi:type="Document"', /ov:Host: xsi:type/],
  ])('when %s', (_, found, instead, fault) => {
    const broken = own.replace(found, instead);
    expect(broken).not.toBe(own);
    expect(faultsOf(broken).join('\n')).toMatch(fault);
  });
});

describe('the manifest of a server', () => {
  const made = (words: Partial<Parameters<typeof madeManifest>[1]> = {}) =>
    madeManifest(own, { baseUrl: 'https://phuluc.tinh.example', version: '0.3.12', ...words });
  const xmlOf = (words?: Parameters<typeof made>[0]) => {
    const result = made(words);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };

  test('names that server alone, and holds no trace of the placeholder', () => {
    const xml = xmlOf();
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).not.toContain('phu-luc-so.example');
    expect(xml).not.toContain('.example).');
    expect([...new Set(addressesIn(rootIn(xml)).map((address) => new URL(address).origin))]).toEqual([
      'https://phuluc.tinh.example',
      'https://login.microsoftonline.com',
    ]);
  });

  test('has the project’s version behind a 1, and the project’s id', () => {
    expect([textOf(xmlOf(), 'Version'), textOf(xmlOf(), 'Id')]).toEqual(['1.0.3.12', ADD_IN_ID]);
  });

  test('may have a port, an id and a name of its own', () => {
    const id = '12345678-1234-4234-8234-1234567890AB';
    const xml = xmlOf({ baseUrl: 'http://localhost:7071/', id, displayName: 'Phụ lục số <thử> & "$&"' });
    expect(textOf(xml, 'Id')).toBe(id.toLowerCase());
    expect(xml).toContain('"http://localhost:7071/pane/"');
    const tab = named(rootIn(xml), 'bt:String').find(({ attributes }) => attributes.id === 'Tab.Label');
    expect([tab?.attributes.DefaultValue, named(rootIn(xml), 'DisplayName')[0]?.attributes.DefaultValue]).toEqual(
      Array(2).fill('Phụ lục số <thử> & "$&"'),
    );
  });

  test('leads to the self-test where that is asked for, and nowhere else', () => {
    const addresses = addressesIn(rootIn(xmlOf({ selfTest: true }))).filter((address) => address.includes('/pane/'));
    expect(new Set(addresses)).toEqual(new Set(['https://phuluc.tinh.example/pane/self-test/']));
    expect(xmlOf()).not.toContain('self-test');
  });

  test.each([
    ['an address that is not encrypted', { baseUrl: 'http://phuluc.tinh.example' }, /--base-url/],
    ['no address at all', { baseUrl: 'phuluc' }, /--base-url/],
    ['a folder of a server, where the pages do not run', { baseUrl: 'https://tinh.example/phuluc' }, /phải là gốc của máy chủ/],
    ['a password in the address', { baseUrl: 'https://a:b@tinh.example/' }, /phải là gốc của máy chủ/],
    ['an id that is no GUID', { id: 'phu-luc' }, /--id “phu-luc”/],
    ['a name that is too long', { displayName: 'x'.repeat(126) }, /dài 126 ký tự/],
    ['a name that no XML can hold', { displayName: 'a\u0000b' }, /XML/],
    ['a version of four numbers', { version: '1.2.3.4' }, /Version: giá trị/],
  ])('is not made for %s', (_, words, reason) => {
    expect(made(words)).toEqual({ ok: false, error: expect.stringMatching(reason) });
  });

  test('is written by npm run manifest, whole or not at all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    const run = (...words: string[]) =>
      execFileSync(process.execPath, ['tools/run.mjs', 'tools/manifest.ts', ...words], { cwd: ROOT, stdio: 'pipe', encoding: 'utf8' });
    const out = join(folder, 'phu-luc-so.xml');
    try {
      expect(() => run('--base-url', 'http://tinh.example', '--out', out)).toThrow(/--base-url/);
      expect(readdirSync(folder)).toEqual([]);
      expect(run('--base-url', 'https://tinh.example', '--out', out)).toBe(`Đã ghi ${out} cho https://tinh.example.\n`);
      expect(readdirSync(folder)).toEqual(['phu-luc-so.xml']);
      expect(faultsOf(readFileSync(out, 'utf8'))).toEqual([]);
      // Excel tells add-ins apart by their ids: the self-test beside the pane needs one of its own.
      const selfTest = ['--base-url', 'https://tinh.example', '--self-test', '--out', out];
      expect(() => run(...selfTest)).toThrow(/--id/);
      run(...selfTest, '--id', '3f0c2a5e-1111-4222-8333-944445555666');
      const words = readFileSync(out, 'utf8');
      expect([words.includes('https://tinh.example/pane/self-test/'), words.includes('3f0c2a5e-1111-4222-8333-944445555666')]).toEqual([
        true,
        true,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
