import { deflateRawSync } from 'node:zlib';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { HANGS_MS } from '../../support/hang.ts';
import { aWorkbooksParts, type Parts } from '../../support/xlsx-parts.ts';
import { refusalOf } from '../../support/xlsx-reading.ts';
import { anOddZip, aWorkbookFile, aZip, type OddEntry, oddEntries } from '../../support/xlsx-zip.ts';

const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));
const looksLike = (bytes: Uint8Array): unknown => refusalOf(bytes).looksLike;

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);
const anOleFile = (...streams: string[]): Uint8Array =>
  new Uint8Array(Buffer.concat([OLE, ...streams.map((name) => Buffer.concat([Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)]))]));

const aPackage = (type: string, part: string): Uint8Array =>
  aZip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`,
    [part]: '<x/>',
  });

test('a file that is no workbook is refused by what it really is', () => {
  const files: Record<string, Uint8Array> = {
    empty: text(''),
    text: text('Kính gửi Sở, báo cáo như sau'),
    csv: text('\ufeffMã;Tử số;Mẫu số\r\nPL1.I.1.3;95;100\r\n'),
    html: text('\n<!DOCTYPE html>\n<html><body><table><tr><td>1</td></tr></table></body></html>'),
    'xml-2003': text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'),
    pdf: text('%PDF-1.7\n%âãÏÓ'),
    xls: anOleFile('Root Entry', 'Workbook'),
    word: aPackage('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'word/document.xml'),
    xlsb: aPackage('application/vnd.ms-excel.sheet.binary.macroEnabled.main', 'xl/workbook.bin'),
    ods: aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    zip: aZip({ 'bao-cao.xlsx': 'x' }),
    picture: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    mail: text('Return-Path: <xa@tinh.vn>\r\nFrom: xa@tinh.vn\r\nMIME-Version: 1.0\r\n\r\nKính gửi'),
    lock: new Uint8Array([7, ...Buffer.from('Nguyen '), ...new Uint8Array(157).fill(0x20)]),
    unknown: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
  };
  expect(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, looksLike(bytes)]))).toEqual(
    Object.fromEntries(Object.keys(files).map((name) => [name, name])),
  );
});

test('other spellings of these are known, too', () => {
  expect(
    [
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      text('\0\0\0\u0018ftypheic'),
      text('\0\0\0\u001cftypavif'),
      text('RIFF\u0010\0\0\0WEBPVP8 '),
      text('II*\0\u0008\0\0\0'), // a scanner's
      text('MM\0*\0\0\0\u0008'),
      text('MIME-Version: 1.0\r\nDate: Mon, 30 Nov 2026 08:00:00 +0700\r\nMessage-ID: <a@mail.gmail.com>\r\nSubject: bieu\r\n\r\n'), // Gmail's
      text('Subject: báo cáo\nDate: Mon, 30 Nov 2026\n\nxin gửi'),
      text('Mã\tTử số\nPL1\t5\n'),
      text('a;b;c'),
      new Uint8Array(Buffer.from('\ufeffMã;Tử số\r\n1;2\r\n', 'utf16le')),
      text('<table><tr><td>1</td></tr></table>'),
      text('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'),
      text('MIME-Version: 1.0\nContent-Type: multipart/related'),
      text('<?xml version="1.0"?><a/>'),
      text('{\\rtf1\\ansi}'),
      anOleFile('Book'),
      anOleFile('WordDocument'),
      anOleFile('__nameid_version1.0', '__properties_version1.0'),
      anOleFile('__properties_version1.0', 'Workbook', 'EncryptedPackage'), // attached to it
      anOleFile('Other'),
      aZip({}),
      aPackage('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'ppt/presentation.xml'),
    ].map(looksLike),
  ).toEqual([
    'picture',
    'picture',
    'picture',
    'picture',
    'picture',
    'picture',
    'mail',
    'mail',
    'csv',
    'csv',
    'csv',
    'html',
    'html',
    'html',
    'text',
    'word',
    'xls',
    'word',
    'mail',
    'mail',
    'unknown',
    'zip',
    'zip',
  ]);
});

test('a file behind a password or a sensitivity label is encrypted, not damaged', () => {
  expect(refusalOf(anOleFile('EncryptedPackage', 'EncryptionInfo'))).toEqual({ rule: 'encrypted' });
  expect(refusalOf(anOleFile('Workbook', 'DRMContent'))).toEqual({ rule: 'encrypted' });
  expect(refusalOf(anOddZip(oddEntries(aWorkbooksParts(), { flags: 1 })))).toEqual({ rule: 'encrypted' });
});

const WHOLE = { rule: 'damaged-workbook', part: 'zip' };
const PARTS = aWorkbooksParts();
const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_DAMAGED = { rule: 'damaged-workbook', part: SHEET, sheet: 'Sheet1' };

const withOddSheet = (odd: Partial<OddEntry>): Uint8Array =>
  anOddZip(oddEntries(PARTS).map((entry) => (entry.name === SHEET ? { ...entry, ...odd } : entry)));

test('a zip that is cut off or has gaps in its directory is damaged', () => {
  const file = aWorkbookFile();
  for (const length of [4, 30, Math.floor(file.length / 2), file.length - 23, file.length - 1])
    expect(refusalOf(file.slice(0, length))).toEqual(WHOLE);
  expect(refusalOf(anOddZip(oddEntries(PARTS), { declaredEntries: 3 }))).toEqual(WHOLE);
  expect(refusalOf(anOddZip(oddEntries(PARTS), { prefix: 'rác' }))).toEqual({ rule: 'not-a-workbook', looksLike: 'unknown' });
});

test('a zip with anything before, behind or between its entries is refused, for programs differ in what they find', () => {
  const [one, other] = [aZip(PARTS), aZip({ ...PARTS, [SHEET]: `${PARTS[SHEET]}` })];
  const joined = (...pieces: (Uint8Array | number[])[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
  expect(refusalOf(joined(one, other))).toEqual(WHOLE);
  expect(refusalOf(joined(one, [0, 0, 0, 0]))).toEqual(WHOLE);
  expect(refusalOf(anOddZip(oddEntries(PARTS), { comment: `PK\u0005\u0006${'\u0000'.repeat(18)}` }))).toEqual(WHOLE);
  expect(refusalOf(joined(anOddZip(oddEntries(PARTS), { comment: 'ghi chú' }), [0]))).toEqual(WHOLE);
  expect(refusalOf(anOddZip(oddEntries(PARTS), { prefix: 'PK\u0003\u0004' }))).toEqual(WHOLE);
  expect(refusalOf(anOddZip(oddEntries(PARTS), { declaredEntries: Object.keys(PARTS).length - 1 }))).toEqual(WHOLE);
  expect(refusalOf(anOddZip([...oddEntries(PARTS), { name: 'ẩn', content: 'x' }], { hidden: 'ẩn' }))).toEqual(WHOLE);
});

test('a zip with a comment of its own is read: every program finds the one end', () => {
  expect(readWorkbook(anOddZip(oddEntries(PARTS), { comment: 'ghi chu' })).ok).toBe(true);
  expect(readWorkbook(anOddZip(oddEntries(PARTS), { comment: 'x'.repeat(0xffff) })).ok).toBe(true);
});

test('a part that only the header in front of it gives another name is refused, whether it is read or not', () => {
  const file = anOddZip([...oddEntries(PARTS), { name: 'ghi-chu.bin', localName: 'xl/sheet9.bin', content: 'x' }]);
  expect(refusalOf(file)).toEqual({ rule: 'damaged-workbook', part: 'ghi-chu.bin' });
});

test('two entries of a name are refused, for programs differ in which they take', () => {
  expect(refusalOf(anOddZip([...oddEntries(PARTS), { name: SHEET, content: '<worksheet/>' }]))).toEqual(WHOLE);
  expect(refusalOf(anOddZip([...oddEntries(PARTS), { name: 'XL\\Worksheets\\sheet1.xml', content: '<worksheet/>' }]))).toEqual(WHOLE);
});

test('a part whose headers disagree, or that is not what its sum says, is damaged', () => {
  expect(refusalOf(withOddSheet({ declaredCrc: 1 }))).toEqual(SHEET_DAMAGED);
  expect(refusalOf(withOddSheet({ declaredSize: 10 }))).toEqual(SHEET_DAMAGED);
  expect(refusalOf(withOddSheet({ declaredSize: 5000 }))).toEqual(SHEET_DAMAGED);
  expect(refusalOf(withOddSheet({ localName: 'xl/worksheets/sheet9.xml' }))).toEqual({ rule: 'damaged-workbook', part: SHEET });
  expect(refusalOf(withOddSheet({ method: 12 }))).toEqual(SHEET_DAMAGED);
  expect(refusalOf(withOddSheet({ packed: new Uint8Array([1, 2, 3, 4, 5, 6, 7]) }))).toEqual(SHEET_DAMAGED);
  expect(refusalOf(withOddSheet({ packed: new Uint8Array(0) }))).toEqual(SHEET_DAMAGED);
});

test('entries that overlap are refused', () => {
  const zip = anOddZip(oddEntries(PARTS));
  const view = new DataView(zip.buffer);
  const directory = view.getUint32(zip.length - 6, true);
  const second = directory + 46 + view.getUint16(directory + 28, true);
  view.setUint32(second + 42, view.getUint32(directory + 42, true), true);
  expect(refusalOf(zip)).toEqual(WHOLE);
});

describe('limits', () => {
  const MIB = 1024 * 1024;

  test('a file above 10 MiB is refused at once', () => {
    expect(refusalOf(new Uint8Array(10 * MIB + 1))).toEqual({ rule: 'over-limits', limit: 'file-bytes', allowed: 10 * MIB });
  });

  test('parts that unpack to more than 64 MiB are refused before they are unpacked', () => {
    const parts: Parts = { ...PARTS, [SHEET]: new Uint8Array(65 * MIB) };
    expect(refusalOf(aZip(parts))).toEqual({ rule: 'over-limits', limit: 'unpacked-bytes', allowed: 64 * MIB });
  });

  test('a part that unpacks to more than it says is damage as soon as it does', () => {
    const bomb = deflateRawSync(Buffer.alloc(100 * MIB, '<row/>'), { level: 1 });
    const small = deflateRawSync(Buffer.alloc(60 * MIB, ' '), { level: 9 });
    for (const packed of [bomb, small]) {
      const start = performance.now();
      expect(refusalOf(withOddSheet({ packed: new Uint8Array(packed), declaredSize: 1000 }))).toEqual(SHEET_DAMAGED);
      expect(performance.now() - start).toBeLessThan(HANGS_MS);
    }
  });

  test('a part that says it is large and is not costs nothing', () => {
    expect(refusalOf(withOddSheet({ declaredSize: 60 * MIB }))).toEqual(SHEET_DAMAGED);
  });

  test('absurdly many entries are refused', () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, k) => [`a${k}`, '']));
    expect(refusalOf(aZip(parts))).toEqual({ rule: 'over-limits', limit: 'parts', allowed: 10_000 });
    expect(refusalOf(anOddZip(oddEntries(PARTS), { zip64: true, declaredEntries: 2 ** 40 }))).toMatchObject({ rule: 'over-limits' });
  });

  test('more than 2 million cells are refused, over all sheets', () => {
    const rows = `<row>${'<c/>'.repeat(10_000)}</row>`.repeat(101);
    expect(refusalOf(aWorkbookFile({ sheets: [{ rows }, { rows }] }))).toEqual({ rule: 'over-limits', limit: 'cells', allowed: 2_000_000 });
  });

  test('styled blank rows without end cost little', () => {
    const rows = `<row r="5"><c r="B5"><v>7</v></c></row>${Array.from({ length: 150_000 }, (_, k) => `<row r="${k + 3000}" s="1" customFormat="1"/>`).join('')}`;
    const file = aWorkbookFile({ sheets: [{ rows }] });
    const start = performance.now();
    expect(refusalOf(file)).toMatchObject({ read: { grids: [{ rows: [{ number: 5 }] }] } });
    expect(performance.now() - start).toBeLessThan(HANGS_MS);
  });

  test('merges without end over the data are refused', () => {
    const after = `<mergeCells>${'<mergeCell ref="A1:A9"/>'.repeat(260_000)}</mergeCells>`;
    expect(refusalOf(aWorkbookFile({ sheets: [{ rows: '<row r="1"><c><v>1</v></c></row>', after }] }))).toMatchObject({
      rule: 'over-limits',
      limit: 'cells',
    });
  });

  test('two hundred thousand merges below the data cost little and are not kept', () => {
    const merges = Array.from({ length: 200_000 }, (_, k) => `<mergeCell ref="B${k + 3000}:C${k + 3000}"/>`);
    const file = aWorkbookFile({
      sheets: [{ rows: '<row r="1"><c><v>1</v></c></row>', after: `<mergeCells><mergeCell ref="A1:B1"/>${merges.join('')}</mergeCells>` }],
    });
    const start = performance.now();
    expect(refusalOf(file)).toMatchObject({ read: { grids: [{ merges: [{ top: 1, left: 1, bottom: 1, right: 2 }] }] } });
    expect(performance.now() - start).toBeLessThan(HANGS_MS);
  });
});
