import { aSheetXml, aWorkbooksParts, type Parts } from './xlsx-parts.ts';
import { anOddZip, type OddEntry, oddEntries } from './xlsx-zip.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const END_BYTES = 22;
const rows = (figure: number): string => `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>${figure}</v></c></row>`;
const partsOf = (figure: number): Parts => aWorkbooksParts({ sheets: [{ rows: rows(figure) }], strings: '<si><t>Mã</t></si>' });

/** The figure that an honest reader sees, and the one that a trick has beside it. */
const [SHOWN, OTHER] = [90, 777];
const [SHOWN_PARTS, OTHER_PARTS] = [partsOf(SHOWN), partsOf(OTHER)];
const shownEntries = oddEntries(SHOWN_PARTS);
const shown = anOddZip(shownEntries);
const other = anOddZip(oddEntries(OTHER_PARTS));
const otherSheet: OddEntry = { name: SHEET, content: aSheetXml(rows(OTHER)) };

/**
 * Zips of a small workbook as nobody should write them, by what is odd about them; most of them hold a second figure for whoever reads
 * otherwise.
 */
export const ZIP_TRICKS: Readonly<Record<string, Uint8Array>> = {
  sound: shown,
  'sound, contents stored': anOddZip(oddEntries(SHOWN_PARTS, { stored: true })),
  'sound, descriptors behind the contents': anOddZip(oddEntries(SHOWN_PARTS, { streamed: true })),
  'sound, ZIP64': anOddZip(oddEntries(SHOWN_PARTS, { zip64: true }), { zip64: true }),
  'sound, ZIP64 with descriptors': anOddZip(oddEntries(SHOWN_PARTS, { zip64: true, streamed: true }), { zip64: true }),
  'bytes before, offsets counted with them': anOddZip(shownEntries, { prefix: 'x'.repeat(64) }),
  'bytes before, offsets counted without them': joined(Buffer.alloc(64, 'x'), shown),
  'another workbook before': joined(other, shown),
  'another workbook behind': joined(shown, other),
  'a comment': anOddZip(shownEntries, { comment: 'x'.repeat(40) }),
  'another workbook as the comment': withBehind(shown, other),
  'bytes behind': joined(shown, Buffer.alloc(64)),
  'two end records': joined(shown, shown.slice(-END_BYTES)),
  'two directories, the older one left': updated(),
  'one name twice, the other figure last': anOddZip([...shownEntries, otherSheet]),
  'one name twice, the other figure first': anOddZip([otherSheet, ...shownEntries]),
  'names that differ by case, the other last': anOddZip([...shownEntries, { ...otherSheet, name: 'xl/worksheets/SHEET1.xml' }]),
  'names that differ by case, the other first': anOddZip([{ ...otherSheet, name: 'XL/worksheets/sheet1.xml' }, ...shownEntries]),
  'names that differ by the slash': anOddZip([{ ...otherSheet, name: 'xl\\worksheets\\sheet1.xml' }, ...shownEntries]),
  'names that differ by a slash in front': anOddZip([{ ...otherSheet, name: `/${SHEET}` }, ...shownEntries]),
  'names that differ by a dot': anOddZip([{ ...otherSheet, name: `./${SHEET}` }, ...shownEntries]),
  'names that differ by a doubled slash': anOddZip([{ ...otherSheet, name: SHEET.replaceAll('/', '//') }, ...shownEntries]),
  'names that differ behind a zero': anOddZip([{ ...otherSheet, name: `${SHEET}\0.txt` }, ...shownEntries]),
  'a local header with another name': anOddZip(sheetAs({ localName: 'xl/worksheets/sheet9.xml' })),
  'local headers that swap two names': anOddZip([
    ...sheetAs({ localName: 'xl/other.xml' }),
    { ...otherSheet, name: 'xl/other.xml', localName: SHEET },
  ]),
  'an entry that the directory leaves out': anOddZip([{ ...otherSheet, name: 'docProps/x.xml', localName: SHEET }, ...shownEntries], {
    hidden: 'docProps/x.xml',
  }),
  'an entry in front that the directory leaves out': hiddenTwin(),
  'two entries at one content': overlapping(),
  'a smaller size than the content has': anOddZip(sheetAs({ declaredSize: 40 })),
  'a larger size than the content has': anOddZip(sheetAs({ declaredSize: 4_000 })),
  'another sum than the content has': anOddZip(sheetAs({ declaredCrc: 1 })),
  'another method than the content has': anOddZip(sheetAs({ method: 0 })),
  'a method that nobody knows': anOddZip(sheetAs({ method: 12 })),
  'a mark of encryption': anOddZip(sheetAs({ flags: 1 })),
  'fewer entries than there are': anOddZip(shownEntries, { declaredEntries: shownEntries.length - 1 }),
  'more entries than there are': anOddZip(shownEntries, { declaredEntries: shownEntries.length + 1 }),
  'a ZIP64 end that leads elsewhere': zip64Elsewhere(),
};

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function sheetAs(odd: Partial<OddEntry>): OddEntry[] {
  return shownEntries.map((entry) => (entry.name === SHEET ? { ...entry, ...odd } : entry));
}

function withBehind(zip: Uint8Array, comment: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt16LE(comment.length, bytes.length - 2);
  return joined(bytes, comment);
}

/** The contents and directory of one workbook, then those of another with its offsets right: as a program appends that never cleans up. */
function updated(): Uint8Array {
  return joined(other, anOddZip(shownEntries, { prefix: 'x'.repeat(other.length) }).subarray(other.length));
}

/** The sheet twice in the stream, of which the directory names the second. */
function hiddenTwin(): Uint8Array {
  return anOddZip([{ ...otherSheet, name: 'xl/worksheets/sheet0.xml', localName: SHEET }, ...shownEntries], {
    hidden: 'xl/worksheets/sheet0.xml',
  });
}

/** The offset of the last entry, the sheet, written into the entry of the part before it. */
function overlapping(): Uint8Array {
  const bytes = Buffer.from(anOddZip([...shownEntries, { name: 'xl/zz.xml', content: 'x' }]));
  const last = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  const before = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'), last - 1);
  bytes.copy(bytes, last + 42, before + 42, before + 46);
  return new Uint8Array(bytes);
}

/** The short end record says one directory, the ZIP64 one that of the other workbook in front. */
function zip64Elsewhere(): Uint8Array {
  const front = anOddZip(oddEntries(OTHER_PARTS), { zip64: true });
  const ends = Buffer.from(front.subarray(front.length - END_BYTES - 20 - 56, front.length - END_BYTES));
  const whole = anOddZip(shownEntries, { prefix: 'x'.repeat(front.length) });
  const body = joined(front, whole.subarray(front.length, whole.length - END_BYTES));
  ends.writeBigUInt64LE(BigInt(body.length), 56 + 8);
  return joined(body, ends, whole.subarray(whole.length - END_BYTES));
}
