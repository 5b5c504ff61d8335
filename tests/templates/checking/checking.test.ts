import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildAppendix } from '../../../templates/appendix/build-appendix.ts';
import { checkDocument } from '../../../templates/checking/check-document.ts';
import { checkAppendix } from '../../../templates/checking/check-workbook.ts';
import { buildReport } from '../../../templates/report/build-report.ts';
import { aRequest } from '../appendix/a-built-appendix.ts';
import { aReportRequest, openedDocument } from '../report/a-built-report.ts';

const request = aReportRequest('2026');
const appendix = aRequest('2026');

/** The package with one part changed. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const entries = unzipSync(bytes);
  return zipSync({ ...entries, [part]: strToU8(change(strFromU8(entries[part]!))) });
}

const otherDigit = (text: string): string => text.replace(/[1-9]/, (digit) => (digit === '7' ? '3' : '7'));

test('a report that was not touched holds, with all annexes and in another wording too', async () => {
  const forms = [
    request,
    { ...request, rows: 'all', annexOfNames: 'with' },
    { ...request, reportText: { group: '{group}: {rate}.' } },
  ] as const;
  for (const form of forms) {
    const checked = checkDocument(await buildReport(form), request);
    expect([checked?.differences, (checked?.count ?? 0) > 100]).toEqual([[], true]);
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
    expect(checkDocument(forged, request)?.differences).toEqual([{ place: expect.stringContaining(name), printed, computed: text }]);
  }
});

test('a result whose bookmark was taken away is missed', async () => {
  const forged = changed(await buildReport(request), 'word/document.xml', (xml) => xml.replaceAll('PL1_I_1_3__result', 'khac'));
  expect(checkDocument(forged, request)?.differences).toEqual([
    { place: 'I.1.3 (PL1.I.1.3, PL1_I_1_3__result)', printed: null, computed: expect.stringMatching(/%/) },
  ]);
});

test('what is no document is told apart from one that differs', () => {
  expect(checkDocument(strToU8('không phải tệp Word'), request)).toBeNull();
});

test('a workbook that was not touched holds', async () => {
  const checked = await checkAppendix(await buildAppendix(appendix), appendix);
  expect([checked?.differences, (checked?.count ?? 0) > 1000]).toEqual([[], true]);
});

test('a figure of a workbook that is changed is named by its cell and its row', async () => {
  const forged = changed(await buildAppendix(appendix), 'xl/worksheets/sheet7.xml', (xml) =>
    xml.replace(/(<c r="(D\d+)" s="\d+"><v>)(\d+)/, (_, before: string) => `${before}987654`),
  );
  const { differences = [] } = (await checkAppendix(forged, appendix)) ?? {};
  expect(differences).toEqual([
    {
      place: expect.stringMatching(/^Nguồn số liệu!D\d+ \(I\.1\.1, PL1\.I\.1\.1\)$/),
      printed: '987654',
      computed: expect.stringMatching(/^\d+$/),
    },
  ]);
});
