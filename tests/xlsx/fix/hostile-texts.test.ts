import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { unescapeText } from '../../../xlsx/read/sheet/escapes.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { brokenParts } from '../../support/strict-xml.ts';
import { valuesOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';
import { aChange, aMark, fixedBytes, gridsOf } from './fixed.ts';

const texts = Object.values(HOSTILE_TEXTS);
const row = (_: string, k: number) => `<row r="${k + 1}"><c r="A${k + 1}"><v>${k}</v></c></row>`;
const fixed = fixedBytes(
  aWorkbookFile({ sheets: [{ rows: texts.map(row).join('') }], formats: ['0'] }),
  texts.map((text, k) => aChange(`A${k + 1}`, text)),
  { marks: texts.map((text, k) => aMark(`A${k + 1}`, text)) },
);

/** The notes of the sheet by cell, read by the letter. */
function notes(xml: string): Record<string, string> {
  const found: Record<string, string> = {};
  let cell = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'comment') cell = String(attributes.ref);
  });
  parser.on('text', (text) => {
    if (cell !== '') found[cell] = (found[cell] ?? '') + text;
  });
  parser.write(xml).close();
  return Object.fromEntries(Object.entries(found).map(([at, text]) => [at, unescapeText(text)]));
}

test('a fixed workbook is XML by the letter and holds every text as it is, in cells and in notes', () => {
  expect(brokenParts(fixed)).toEqual([]);
  expect(Object.values(valuesOf(fixed))).toEqual(texts);
  expect(gridsOf(fixed)[0]!.rows.flatMap(({ cells }) => cells.map(({ formula }) => formula))).not.toContain(true);
  expect(Object.values(notes(strFromU8(unzipSync(fixed)['xl/comments1.xml']!)))).toEqual(texts);
});
