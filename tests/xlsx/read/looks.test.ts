import type { Cell } from '../../../core/grid.ts';
import { MAIN } from '../../support/xlsx-parts.ts';
import { workbookOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

const FONTS =
  '<fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font><font><vertAlign val="superscript"/></font></fonts>';
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="#,##0,"/></numFmts>${FONTS}<cellXfs>${[0, 1, 2, 3]
  .map((font) => `<xf numFmtId="0" fontId="${font}"/>`)
  .join('')}<xf numFmtId="170" fontId="1"/></cellXfs></styleSheet>`;
const [PLAIN, STRUCK, NOT_STRUCK, RAISED, SCALED] = [0, 1, 2, 3, 4];

/** The cells of one row of a workbook with these styles. */
const cellsOf = (row: string, strings = '', properties = ''): readonly Cell[] => {
  const file = aWorkbookFile({ sheets: [{ rows: `<row r="1">${row}</row>` }], strings, properties, formats: [] }, (parts) => ({
    ...parts,
    'xl/styles.xml': STYLES,
  }));
  return workbookOf(file).grids[0]!.rows[0]!.cells;
};
/** "180190 mixed" of each cell. */
const said = (cells: readonly Cell[]) =>
  cells.map(({ value, struck, mixed }) => [value, struck && 'struck', mixed && 'mixed'].filter(Boolean).join(' '));
const run = (text: string, look: string | null) => `<r>${look === null ? '' : `<rPr>${look}</rPr>`}<t xml:space="preserve">${text}</t></r>`;
const rich = (...runs: [string, string | null][]) => runs.map(([text, look]) => run(text, look)).join('');

const TEXTS: [string, string, number?][] = [
  ['180190 mixed', rich(['180', '<strike/>'], ['190', ''])],
  ['180190 mixed', rich(['180', '<strike val="true"/>'], ['190', null])],
  ['1901 mixed', rich(['190', null], ['1', '<vertAlign val="superscript"/>'])],
  ['902 mixed', rich(['90', '<b/>'], ['2', '<vertAlign val="subscript"/>'])],
  ['190', rich(['1', '<b/>'], ['90', null])],
  ['190', rich(['1', '<strike val="0"/>'], ['90', '<vertAlign val="baseline"/>'])],
  ['190 ', rich(['190', null], [' ', '<strike/>'])],
  ['190 struck', rich(['190', '<strike/>'])],
  ['190 struck', rich(['1', '<strike/><b/>'], ['90', '<strike/>'])],
  ['190', rich(['190', '<vertAlign val="superscript"/>'])],
  ['190 mixed', rich(['1', null], ['90', '<b/>']), STRUCK],
  ['190 struck', rich(['1', null], ['90', '<strike/>']), STRUCK],
  ['190', rich(['190', '<b/>']), STRUCK],
  ['190 struck', '<t>190</t>', STRUCK],
  ['190', '<t>190</t>', NOT_STRUCK],
  ['190', '<t>190</t>', RAISED],
];

test.each(['shared', 'inline'])('the runs of a rich text are told apart by their looks: %s', (kind) => {
  const cells = TEXTS.map(([, xml, style = PLAIN], k) =>
    kind === 'shared' ? `<c s="${style}" t="s"><v>${k}</v></c>` : `<c s="${style}" t="inlineStr"><is>${xml}</is></c>`,
  );
  expect(said(cellsOf(cells.join(''), TEXTS.map(([, xml]) => `<si>${xml}</si>`).join('')))).toEqual(TEXTS.map(([wanted]) => wanted));
});

test('phonetic runs have no look that matters', () => {
  expect(said(cellsOf('<c t="s"><v>0</v></c>', `<si>${run('190', '<b/>')}<rPh sb="0" eb="1"><t>x</t></rPh></si>`))).toEqual(['190']);
});

test('a number in a struck font is struck, and its format goes with it where it shows another number', () => {
  const [number, formula, scaled, blank] = cellsOf(
    `<c r="A1" s="${STRUCK}"><v>95</v></c><c r="B1" s="${STRUCK}"><f>90+5</f><v>95</v></c><c r="C1" s="${SCALED}"><v>95000</v></c><c r="D1" s="${STRUCK}"><f>1</f></c>`,
  );
  expect([number, formula, scaled, blank].map((cell) => [cell?.struck, cell?.pattern?.sections.length])).toEqual([
    [true, undefined],
    [true, undefined],
    [true, 1],
    [undefined, undefined],
  ]);
});

test('a formula is given as it is written, also where several cells share one', () => {
  const formulas = cellsOf(
    [
      '<c r="A1"><f>IF(B1&gt;0,"a&amp;b","")</f><v>1</v></c>',
      '<c r="B1"><f aca="false">A1*2</f><v>1</v></c>',
      '<c r="C1"><f t="shared" ref="C1:E1" si="0">A1+$B$1</f><v>1</v></c>',
      '<c r="D1"><f t="shared" si="0"/><v>1</v></c>',
      '<c r="E1"><f t="shared" si="0"></f><v>1</v></c>',
      '<c r="F1"><f t="shared" si="9"/><v>1</v></c>',
      '<c r="G1"><f><![CDATA[A1<B1]]></f><v>1</v></c>',
      `<c r="H1"><f>"${'x'.repeat(20_000)}"</f><v>1</v></c>`,
      '<c r="I1"><v>1</v></c>',
    ].join(''),
  ).map(({ formula, formulaText }) => (formula ? (formulaText ?? null) : 'none'));
  expect(formulas).toEqual(['IF(B1>0,"a&b","")', 'A1*2', 'A1+$B$1', 'B1+$B$1', 'C1+$B$1', null, 'A1<B1', null, 'none']);
});

test('a sheet says where its bare days count from 1904', () => {
  const rows = '<row r="1"><c r="A1"><v>44869</v></c></row>';
  expect(workbookOf(aWorkbookFile({ sheets: [{ rows }], properties: 'date1904="1"' })).grids[0]).toMatchObject({ date1904: true });
  expect(workbookOf(aWorkbookFile({ sheets: [{ rows }] })).grids[0]).not.toHaveProperty('date1904');
});
