import { zipSync } from 'fflate';
import { BOUNDS } from '../../../../addin/web/desk/intake/unpack/bounds.ts';
import { unpack } from '../../../../addin/web/desk/intake/unpack/unpack.ts';
import { processorTimeUntil } from '../../../support/processor-time.ts';
import { anOddZip } from '../../../support/xlsx-zip.ts';
import { aMail, FORM } from './a-mail.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const form = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));
const aZipOf = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(files, { level: 6 });
const small = { ...BOUNDS, unpackedBytes: 1_000_000 };

async function opened(name: string, bytes: Uint8Array, bounds = BOUNDS) {
  const { forms, others, troubles } = await unpack(name, bytes, bounds);
  return {
    forms: forms.map((one) => [one.name, one.path, text(one.bytes)]),
    others,
    troubles: troubles.map((one) => [one.path, one.trouble]),
  };
}

test('forms come out of a zip with the folder that they were in; what is none is named', async () => {
  const zip = aZipOf({
    'đợt 1/Sở Y tế.xlsx': form('a'),
    'cong-van.pdf': form('b'),
    '~$x.xlsx': form('c'),
    'đợt 1/.~lock.Sở Y tế.xlsx#': form('c'),
    '__MACOSX/đợt 1/._Sở Y tế.xlsx': form('d'),
    'đợt 1/._Sở Y tế.xlsx': form('d'),
    'đợt 1/Thumbs.db': form('e'),
    'desktop.ini': form('e'),
    '.DS_Store': form('e'),
  });
  expect(await opened('thu.zip', zip)).toEqual({
    forms: [['Sở Y tế.xlsx', 'thu.zip › đợt 1/Sở Y tế.xlsx', 'a']],
    others: ['thu.zip › cong-van.pdf', 'thu.zip › ~$x.xlsx', 'thu.zip › đợt 1/.~lock.Sở Y tế.xlsx#'],
    troubles: [],
  });
});

test('a form that some program kept as a workbook of its own kind is tried, so that it is refused by name', async () => {
  const names = ['a.xls', 'b.xlsb', 'c.ods', 'd.et', 'E.XLS', 'f.csv', 'g.rar'];
  const { forms, others } = await opened('cu.zip', aZipOf(Object.fromEntries(names.map((name) => [name, form('x')]))));
  expect(forms.map(([name]) => name)).toEqual(['a.xls', 'b.xlsb', 'c.ods', 'd.et', 'E.XLS']);
  expect(others).toEqual(['cu.zip › f.csv', 'cu.zip › g.rar']);
});

test('a name that climbs out of its folder, or hides characters, is only a name', async () => {
  const zip = anOddZip([
    { name: '../../../etc/a.xlsx', content: '1' },
    { name: 'C:\\Users\\x\\b.xlsx', content: '2' },
    { name: '/d\u202Excod.xlsx', content: '3' },
  ]);
  expect((await opened('z.zip', zip)).forms).toEqual([
    ['a.xlsx', 'z.zip › etc/a.xlsx', '1'],
    ['b.xlsx', 'z.zip › Users/x/b.xlsx', '2'],
    ['dxcod.xlsx', 'z.zip › dxcod.xlsx', '3'],
  ]);
});

test('a zip in a zip is opened, one too deep is named, and the others of the same zip are taken', async () => {
  const within = (files: number): Uint8Array => {
    let zip = aZipOf({ 'x.xlsx': form('x') });
    for (let k = 1; k < files; k++) zip = aZipOf({ 'trong.zip': zip, [`${k}.xlsx`]: form(String(k)) });
    return zip;
  };
  expect((await opened('z.zip', within(3))).forms).toHaveLength(3);
  const deeper = await opened('z.zip', within(5));
  expect(deeper.forms.map(([name]) => name)).toEqual(['2.xlsx', '3.xlsx', '4.xlsx']);
  expect(deeper.troubles).toEqual([['z.zip › trong.zip › trong.zip › trong.zip', 'too-deep']]);
});

test('a bomb unpacks to no more than the bounds, whatever it declares', async () => {
  const zeros = new Uint8Array(300_000);
  const many = aZipOf(Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`${k}.xlsx`, zeros])));
  const { forms, troubles } = await unpack('bom.zip', many, small);
  expect(forms.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(900_000);
  expect(troubles[0]).toEqual({ path: 'bom.zip › 3.xlsx', trouble: 'too-many-bytes' });
  // one that declares little and unpacks to much
  const lying = anOddZip([{ name: 'a.xlsx', content: zeros, declaredSize: 100 }]);
  expect((await opened('b.zip', lying)).troubles).toEqual([['b.zip › a.xlsx', 'damaged']]);
  const packed = aZipOf({ 'a.zip': aZipOf({ 'b.zip': aZipOf({ 'c.xlsx': new Uint8Array(2_000_000) }) }) });
  expect((await opened('c.zip', packed, small)).troubles).toEqual([['c.zip › a.zip › b.zip › c.xlsx', 'too-many-bytes']]);
});

test('10.000 entries are refused before one of them is unpacked', async () => {
  const zip = zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, k) => [`${k}.xlsx`, form('x')])), { level: 0 });
  const refusing = async () =>
    expect(await opened('nhieu.zip', zip)).toEqual({ forms: [], others: [], troubles: [['nhieu.zip', 'too-many-files']] });
  expect(await processorTimeUntil(refusing)).toBeLessThan(2_000);
});

test('what is locked, damaged, or without any form is named; what is beside it is taken', async () => {
  const odd = anOddZip([
    { name: 'a.xlsx', content: 'a', flags: 1 },
    { name: 'b.xlsx', content: 'b', declaredCrc: 7 },
    { name: 'c.xlsx', content: 'c' },
  ]);
  expect(await opened('z.zip', odd)).toEqual({
    forms: [['c.xlsx', 'z.zip › c.xlsx', 'c']],
    others: [],
    troubles: [
      ['z.zip › a.xlsx', 'locked'],
      ['z.zip › b.xlsx', 'damaged'],
    ],
  });
  expect((await opened('cut.zip', odd.subarray(0, 60))).troubles).toEqual([['cut.zip', 'damaged']]);
  expect(await opened('anh.zip', aZipOf({ 'a.png': form('x') }))).toEqual({
    forms: [],
    others: ['anh.zip › a.png'],
    troubles: [['anh.zip', 'no-form']],
  });
});

test('a form that a browser has named .zip is a form', async () => {
  const zip = aZipOf({ '[Content_Types].xml': form('<x/>'), 'xl/workbook.xml': form('<x/>') });
  const { forms } = await unpack('bieu.zip', zip);
  expect(forms.map(({ name, path }) => [name, path])).toEqual([['bieu.zip.xlsx', 'bieu.zip']]);
  expect(forms[0]?.bytes).toEqual(zip);
});

test('a mail gives what is attached to it, under names in any encoding, in a zip or a forwarded mail too', async () => {
  const two = aMail([
    { name: 'Sở Y tế.xlsx', content: form('a') },
    { name: 'công văn.pdf', content: form('b') },
    { name: 'các biểu.zip', content: aZipOf({ 'Sở Nội vụ.xlsx': form('c') }) },
  ]);
  expect(await opened('thu.eml', two)).toEqual({
    forms: [
      ['Sở Y tế.xlsx', 'thu.eml › Sở Y tế.xlsx', 'a'],
      ['Sở Nội vụ.xlsx', 'thu.eml › các biểu.zip › Sở Nội vụ.xlsx', 'c'],
    ],
    others: ['thu.eml › công văn.pdf'],
    troubles: [],
  });
  const forwarded = aMail([{ name: null, type: 'message/rfc822', content: two }]);
  expect((await opened('fw.eml', forwarded)).forms.map(([, path]) => path)).toEqual([
    'fw.eml › thu-chuyen-tiep.eml › Sở Y tế.xlsx',
    'fw.eml › thu-chuyen-tiep.eml › các biểu.zip › Sở Nội vụ.xlsx',
  ]);
});

test('a mail without attachment is told so; broken base64 never stops what is beside it; what is no mail is damaged', async () => {
  expect((await opened('a.eml', aMail([]))).troubles).toEqual([['a.eml', 'no-form']]);
  const broken = Buffer.from(
    aMail([
      { name: 'a.xlsx', content: form('aaaaaa') },
      { name: 'b.xlsx', content: form('bbb') },
    ]),
  )
    .toString('latin1')
    .replace('YWFhYWFh', '!!Y?WF\u0000h=Y');
  const { forms } = await opened('a.eml', new Uint8Array(Buffer.from(broken, 'latin1')));
  expect(forms.map(([name]) => name)).toEqual(['a.xlsx', 'b.xlsx']);
  expect(forms[1]?.[2]).toBe('bbb');
  expect((await opened('x.eml', new Uint8Array(0))).troubles).toEqual([['x.eml', 'damaged']]);
  expect((await opened('x.eml', new Uint8Array(5_000))).troubles).toEqual([['x.eml', 'damaged']]);
});

test('mails in mails without end, and a mail of a million parts, end in bounded time', async () => {
  let nested: Uint8Array = aMail([{ name: FORM, content: form('x') }]);
  for (let k = 0; k < 40; k++) nested = aMail([{ name: null, type: 'message/rfc822', content: nested }]);
  expect((await opened('n.eml', nested)).troubles.map(([, trouble]) => trouble)).toEqual(['too-deep']);
  const withParts = (count: number): Uint8Array =>
    new Uint8Array(
      Buffer.from(
        `Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Disposition: attachment\r\n\r\na\r\n'.repeat(count)}--x--\r\n`,
      ),
    );
  const refusing = async () => {
    expect((await opened('p.eml', withParts(6_000))).troubles).toEqual([['p.eml', 'too-many-files']]);
    expect((await opened('p.eml', withParts(100_000))).troubles).toEqual([['p.eml', 'damaged']]);
  };
  expect(await processorTimeUntil(refusing)).toBeLessThan(20_000);
});

test('a mail as Outlook keeps it, also in a zip, is named for what it is', async () => {
  expect(await opened('bao cao.msg', form('x'))).toEqual({ forms: [], others: [], troubles: [['bao cao.msg', 'outlook-mail']] });
  const zip = aZipOf({ 'thu.MSG': form('x'), 'SYT.xlsx': form('a') });
  const { forms, troubles } = await opened('z.zip', zip);
  expect([forms.length, troubles]).toEqual([1, [['z.zip › thu.MSG', 'outlook-mail']]]);
});
