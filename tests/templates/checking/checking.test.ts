import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { checkDocument } from '../../../templates/checking/check-document.ts';
import { compareWorkbooks } from '../../../templates/checking/compare-workbooks.ts';
import { MOST_DIFFERENCES } from '../../../templates/checking/difference.ts';
import { readDocument } from '../../../templates/checking/read-document.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import { STORED } from '../../support/stored-zip.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { aReportRequest, openedDocument } from '../report/a-built-report.ts';

const request = aReportRequest('2026');
const appendix = aRequest('2026');

const checked = (bytes: Uint8Array) => {
  const printed = readDocument(bytes);
  return printed && checkDocument(printed, request);
};

/** The package with one part changed. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const entries = unzipSync(bytes);
  return zipSync({ ...entries, [part]: strToU8(change(strFromU8(entries[part]!))) }, STORED);
}

const otherDigit = (text: string): string => text.replace(/[1-9]/, (digit) => (digit === '7' ? '3' : '7'));

test('a report that was not touched holds, with all annexes and in another wording too', async () => {
  const forms = [
    request,
    { ...request, rows: 'all', annexOfNames: 'with', annexOfSources: 'with' },
    { ...request, reportText: { group: '{group}: {rate}.' } },
  ] as const;
  for (const form of forms) {
    const whole = checked(await buildReport(form));
    expect([whole?.differences, (whole?.count ?? 0) > 100]).toEqual([[], true]);
  }
});

test('any figure of a report that is changed is named with what is printed and what it comes to', async () => {
  const bytes = await buildReport(request);
  const { bookmarks } = openedDocument(bytes);
  const figures = [...bookmarks].filter(([, text]) => /[1-9]/.test(text) && !/[<>&"]/.test(text));
  for (const [name, text] of figures.filter((_, k) => k % 7 === 0)) {
    const printed = otherDigit(text);
    const forged = changed(bytes, 'word/document.xml', (xml) => {
      const at = xml.indexOf(`w:name="${name}"`);
      return xml.slice(0, at) + xml.slice(at).replace(text, printed);
    });
    expect(checked(forged)?.differences).toEqual([{ place: expect.stringContaining(name), printed, computed: text }]);
  }
});

test('a result whose bookmark was taken away is missed', async () => {
  const forged = changed(await buildReport(request), 'word/document.xml', (xml) => xml.replaceAll('PL1_I_1_3__result', 'khac'));
  expect(checked(forged)?.differences).toEqual([
    { place: 'I.1.3 (PL1.I.1.3, PL1_I_1_3__result)', printed: null, computed: expect.stringMatching(/%/) },
  ]);
});

test('a figure of the tables to be signed whose bookmark was taken away is missed, of a task too', async () => {
  const bytes = await buildReport(request);
  for (const name of ['PL2_I_1__done', 'PL1_I_1_3__coverage']) {
    const forged = changed(bytes, 'word/document.xml', (xml) => xml.replaceAll(name, 'khac'));
    expect(checked(forged)?.differences).toEqual([
      { place: expect.stringContaining(name), printed: null, computed: expect.stringMatching(/^\d+\/\d+$/) },
    ]);
  }
});

test('what is no document is told apart from one that differs', () => {
  expect(checked(strToU8('không phải tệp Word'))).toBeNull();
});

test('a workbook that was not touched holds', async () => {
  const workbook = await buildAppendix(appendix);
  const compared = compareWorkbooks(workbook, workbook);
  expect([compared?.differences, (compared?.count ?? 0) > 1000]).toEqual([[], true]);
});

test('a figure of a workbook that is changed is named by its cell and its row', async () => {
  const workbook = await buildAppendix(appendix);
  const forged = changed(workbook, 'xl/worksheets/sheet7.xml', (xml) =>
    xml.replace(/(<c r="(D\d+)" s="\d+"><v>)(\d+)/, (_, before: string) => `${before}987654`),
  );
  const { differences = [] } = compareWorkbooks(forged, workbook) ?? {};
  expect(differences).toEqual([
    {
      place: expect.stringMatching(/^Nguồn số liệu!D\d+ \(I\.1\.1, PL1\.I\.1\.1\)$/),
      printed: '987654',
      computed: expect.stringMatching(/^\d+$/),
    },
  ]);
});

test('a forged file of few bytes does not make a long answer', async () => {
  const workbook = await buildAppendix(appendix);
  const cells = Array.from({ length: 3_000 }, () => `<row><c t="str"><v>9${'a'.repeat(2_000)}</v></c></row>`).join('');
  const forged = changed(workbook, 'xl/worksheets/sheet7.xml', (xml) => xml.replace('</sheetData>', `${cells}</sheetData>`));
  const { differences = [], more = 0 } = compareWorkbooks(forged, workbook) ?? {};
  expect([differences.length, more]).toEqual([MOST_DIFFERENCES, 2_000]);
  expect(JSON.stringify(differences).length).toBeLessThan(MOST_DIFFERENCES * 700);
});

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const aDocumentOf = (paragraph: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="${WORD}"><w:body><w:p>${paragraph}</w:p></w:body></w:document>`) });
const begun = (count: number): string =>
  Array.from({ length: count }, (_, k) => `<w:bookmarkStart w:id="${k}" w:name="a__${k}"/>`).join('');

test('bookmarks that lie in one another take no memory that grows as their product', () => {
  const covering = `${begun(20_000)}<w:r><w:t>${'9'.repeat(30_000)}</w:t></w:r>`;
  expect(readDocument(aDocumentOf(covering))).toBeNull();
  expect(readDocument(aDocumentOf(begun(60_000)))).toBeNull();
  expect(readDocument(aDocumentOf(`${begun(20)}<w:r><w:t>9</w:t></w:r>`))?.bookmarks.size).toBe(20);
});
