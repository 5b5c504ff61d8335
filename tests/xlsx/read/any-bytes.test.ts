import { unpackAhead } from '../../../templates/unpack-ahead.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { broken } from '../../support/broken-bytes.ts';
import { HANGS_MS } from '../../support/hang.ts';
import { aWorkbooksParts, bytesOf, type Parts } from '../../support/xlsx-parts.ts';
import { aRandom } from '../../support/xlsx-random.ts';
import { anOddZip, aZip, oddEntries } from '../../support/xlsx-zip.ts';

const row = (number: number): string =>
  `<row r="${number}" spans="1:3"><c r="A${number}" s="1" t="s"><v>${number % 3}</v></c><c r="B${number}" t="inlineStr"><is><t>Tỷ lệ &amp; số</t></is></c><c r="C${number}" s="2"><f>A1+1</f><v>0.95</v></c></row>`;

const PARTS: Parts = aWorkbooksParts({
  sheets: [
    {
      title: 'Phụ lục I',
      rows: Array.from({ length: 20 }, (_, k) => row(k + 1)).join(''),
      after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    },
    { title: 'Định danh', state: 'veryHidden', rows: row(1) },
  ],
  strings:
    '<si><t>Có số liệu</t></si><si><r><t>Không </t></r><r><t>phát sinh</t></r></si><si><t>_x000D_</t><rPh sb="0" eb="1"><t>x</t></rPh></si>',
  formats: ['dd/mm/yyyy', '0.0%'],
  names: '<definedName name="PhuLuc_I">\'Phụ lục I\'!$A$1</definedName>',
  modified: '2026-11-20T09:00:00Z',
});
const ZIPS = [
  aZip(PARTS),
  anOddZip(oddEntries(PARTS, { stored: true })),
  anOddZip(oddEntries(PARTS, { streamed: true, zip64: true }), { zip64: true }),
];
const NAMES = Object.keys(PARTS);

/** Slowest reading in milliseconds, and how many were read. */
function readAll(count: number, make: (k: number) => Uint8Array): { readonly slowest: number; readonly read: number } {
  let [slowest, read] = [0, 0];
  for (let k = 0; k < count; k++) {
    const bytes = make(k);
    const start = performance.now();
    if (readWorkbook(bytes).ok) read++;
    slowest = Math.max(slowest, performance.now() - start);
  }
  return { slowest, read };
}

test('no zip whatever makes the reader throw or dwell', () => {
  const random = aRandom(1);
  const { slowest, read } = readAll(2000, (k) => broken(ZIPS[k % ZIPS.length]!, random));
  expect(slowest).toBeLessThan(HANGS_MS);
  expect(read).toBeLessThan(1000);
});

test('Node’s own means of unpacking give the same', () => {
  const random = aRandom(6);
  for (let k = 0; k < 300; k++) {
    const bytes = broken(ZIPS[2 * (k % 2)]!, random);
    expect(readWorkbook(bytes, unpackAhead(bytes))).toEqual(readWorkbook(bytes));
  }
});

test('no XML whatever makes the reader throw or dwell', () => {
  const random = aRandom(2);
  const { slowest, read } = readAll(1500, (k) => {
    const name = NAMES[k % NAMES.length]!;
    return anOddZip(oddEntries({ ...PARTS, [name]: broken(bytesOf(PARTS[name]!), random) }, { stored: true }));
  });
  expect(slowest).toBeLessThan(HANGS_MS);
  expect(read).toBeGreaterThan(100);
});

test('no bytes whatever behind a zip’s first ones make the reader throw or dwell', () => {
  const random = aRandom(3);
  const { slowest, read } = readAll(500, () =>
    Uint8Array.from([
      0x50,
      0x4b,
      3,
      4,
      ...Array.from({ length: random(400) }, () => random(256)),
      0x50,
      0x4b,
      5,
      6,
      ...Array.from({ length: 18 }, () => random(3)),
    ]),
  );
  expect(slowest).toBeLessThan(HANGS_MS);
  expect(read).toBe(0);
});
