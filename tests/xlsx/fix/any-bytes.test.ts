import { withChanges } from '../../../core/fixing/with-changes.ts';
import { cellName } from '../../../core/grid.ts';
import { fixWorkbook } from '../../../xlsx/fix/fix-workbook.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { broken } from '../../support/broken-bytes.ts';
import { HANGS_MS } from '../../support/hang.ts';
import { fc } from '../../support/properties.ts';
import { aRelationship, aWorkbooksParts, bytesOf, MAIN, type Parts, someRelationships } from '../../support/xlsx-parts.ts';
import { aRandom } from '../../support/xlsx-random.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { anOddZip, aZip, oddEntries } from '../../support/xlsx-zip.ts';
import { aChange, aMark, changedEntries, fixedBytes } from './fixed.ts';
import { withoutPlaces, withPrefixes } from './other-spellings.ts';

const line = (row: number): string =>
  `<row r="${row}" spans="1:3"><c r="A${row}" s="1" t="s"><v>${row % 3}</v></c><c r="B${row}" t="inlineStr"><is><t>Tỷ lệ &amp; số</t></is></c><c r="C${row}" s="2"><f t="shared" si="0"${row === 1 ? ' ref="C1:C9">A1+1</f>' : '/>'}<v>0.95</v></c><c r="E${row}"/></row>`;
const DRAWING = `<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>`;
const ROWS = [1, 2, 3, 5, 9].map(line).join('');

const PARTS: Parts = {
  ...aWorkbooksParts({
    sheets: [{ rows: ROWS, after: `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>${DRAWING}` }, { rows: ROWS }],
    strings: '<si><t>Có số liệu</t></si><si><t>1.234</t></si><si><t>x</t></si>',
    formats: ['dd/mm/yyyy', '0.0%'],
  }),
  'xl/worksheets/_rels/sheet1.xml.rels': someRelationships([
    aRelationship('rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
    aRelationship('rId2', 'comments', '../comments1.xml'),
  ]),
  'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>Lan</author></authors><commentList><comment ref="A1" authorId="0"><text><t>hỏi lại</t></text></comment></commentList></comments>`,
  'xl/drawings/vmlDrawing1.vml': '<xml><v:shape id="_x0000_s1025"/></xml>',
};
const CHANGES = [aChange('A1', 1234), aChange('C1', 'x'), aChange('D4', 0.4, 'percent'), aChange('B7', 46331, 'date', 'Sheet2')];
const MARKS = [aMark('A1', 'Đã sửa.'), aMark('F20', 'Lỗi.', 'error'), aMark('A2', 'Cảnh báo.', 'warning', 'Sheet2')];

/** The same workbook as programs write it. */
const SPELLINGS: Readonly<Record<string, Uint8Array>> = {
  'as nearly all': aZip(PARTS),
  'without places': aZip(withoutPlaces(PARTS)),
  'with prefixes': aZip(withPrefixes(PARTS)),
  'with prefixes, without places, streamed': anOddZip(oddEntries(withPrefixes(withoutPlaces(PARTS)), { streamed: true })),
  'in ZIP64': anOddZip(oddEntries(PARTS, { zip64: true }), { zip64: true }),
};

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('=1+1', '_x000D_', ' a\nb ', 'Có số liệu'),
  fc.constant(null),
);
const change = fc
  .record({
    row: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 8 }),
    value,
    format: fc.constantFrom('plain' as const, 'percent' as const, 'date' as const),
    sheet: fc.constantFrom('Sheet1', 'Sheet2'),
  })
  .map((one) => aChange(cellName(one.row, one.column), one.value, one.format, one.sheet));

test.each(Object.entries(SPELLINGS))('whatever is changed, it is read as changed and nothing else is: %s', (_, file) => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.array(change, { maxLength: 5 }), (changes, marked) => {
      const marks = marked.map(({ sheet, cell }) => aMark(cell, `Lỗi ở ${cell}.`, 'error', sheet));
      const fixed = fixedBytes(file, changes, { marks });
      const expected = withChanges(workbookOf(file), changes);
      expect(shown(workbookOf(fixed).grids)).toEqual(shown(expected.grids));
      const allowed = ['[content_types].xml', 'xl/styles.xml', 'xl/workbook.xml'];
      for (const name of changedEntries(file, fixed))
        expect(allowed.includes(name) || /worksheets|comments|drawings/.test(name)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** Texts are the same however the numbers beside them would be shown. */
const shown = (grids: ReturnType<typeof workbookOf>['grids']) =>
  grids.map((grid) => ({
    ...grid,
    rows: grid.rows.map((one) => ({
      ...one,
      cells: one.cells.map((cell) => (typeof cell.value === 'string' ? { ...cell, format: 'plain' } : cell)),
    })),
  }));

function fixAll(count: number, make: (k: number) => Uint8Array): { readonly slowest: number; readonly fixed: number } {
  let [slowest, fixed] = [0, 0];
  for (let k = 0; k < count; k++) {
    const bytes = make(k);
    const start = performance.now();
    const done = fixWorkbook(bytes, { changes: CHANGES, marks: MARKS, stale: [{ sheet: 'Sheet1', cell: 'C2' }] });
    slowest = Math.max(slowest, performance.now() - start);
    if (!done.ok) continue;
    fixed++;
    if (readWorkbook(bytes).ok) expect(readWorkbook(done.value).ok).toBe(true);
  }
  return { slowest, fixed };
}

test('no zip whatever makes the fixing throw or dwell, and what was readable stays so', () => {
  const random = aRandom(11);
  const zips = Object.values(SPELLINGS);
  const { slowest, fixed } = fixAll(1500, (k) => broken(zips[k % zips.length]!, random));
  expect(slowest).toBeLessThan(HANGS_MS);
  expect(fixed).toBeGreaterThan(10);
});

test('no XML whatever makes the fixing throw or dwell, and what was readable stays so', () => {
  const random = aRandom(12);
  const names = Object.keys(PARTS);
  const { slowest, fixed } = fixAll(2000, (k) => {
    const name = names[k % names.length]!;
    return anOddZip(oddEntries({ ...PARTS, [name]: broken(bytesOf(PARTS[name]!), random) }, { stored: true }));
  });
  expect(slowest).toBeLessThan(HANGS_MS);
  expect(fixed).toBeGreaterThan(200);
});
