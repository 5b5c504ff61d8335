import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFormula, checkText, rateFormula } from '../../../core/form/check-formula.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { formTableOf } from '../../../templates/form/form-table.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { aBuiltForm, type BuiltForm, obligationsIn, placed } from './a-built-form.ts';
import { CASES, planOfRows, SHAPES, type ShapeName } from './check-cases.ts';
import { convertIn, withoutResults } from './recalculate.ts';

const { of, values, rows } = planOfRows(CASES);
let form: BuiltForm;
beforeAll(async () => {
  form = await aBuiltForm('STC', '2026', values, of);
});

test('what stands beside each formula is what it gives, and begins with the sign of its severity', () => {
  for (const { id, title, shape, values: typed, sign } of rows) {
    const text = form.cell(id, 'check')?.value;
    expect([title, text]).toEqual([title, checkText(SHAPES[shape], typed)]);
    expect([title, text?.slice(0, 1)]).toEqual([title, sign]);
  }
});

test('the check says of a row what the reader and the report’s rules say', () => {
  const read = readWorkbook(form.bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { findings } = readReport(read.value, {
    plan: of,
    agencies: defaultAgencies(),
    obligationsOf: (period) => obligationsIn(period, of),
    expected: null,
    previous: null,
  });
  for (const { id, title, sign, readerTakesIt } of rows) {
    const found = findings.filter(({ row, severity }) => row === id && severity !== 'hint').map(({ severity }) => severity);
    const expected = readerTakesIt ? 'warning' : { '✕': 'error', '▲': 'warning', '✓': undefined, '': undefined }[sign];
    expect([id, title, ...new Set(found)]).toEqual([id, title, ...(expected ? [expected] : [])]);
  }
});

test.each(Object.keys(SHAPES) as ShapeName[])(
  'the formula of a row of kind %s is short, and knows no name, pattern or newer function',
  (shape) => {
    const table = shape.endsWith('task') ? formTableOf(TASK_SHEET) : formTableOf(INDICATOR_SHEET);
    const formula = checkFormula(SHAPES[shape], table.cellOf);
    expect(formula.length).toBeLessThan(2200);
    const called = new Set(
      [...`${formula},${rateFormula(formTableOf(INDICATOR_SHEET).cellOf)}`.matchAll(/([A-Z.]+)\(/g)].map(([, name]) => name),
    );
    const known = [
      'AND',
      'FIND',
      'IF',
      'IFERROR',
      'INDEX',
      'ISERROR',
      'ISNUMBER',
      'LEN',
      'N',
      'NOT',
      'OR',
      'ROUND',
      'ROW',
      'SEARCH',
      'SUBSTITUTE',
      'TRIM',
    ];
    expect([...called].filter((name) => !known.includes(name ?? ''))).toEqual([]);
  },
);

describeWithSoffice('LibreOffice calculates the checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-check-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('in Vietnamese, German and English to the same texts as we store', async () => {
    const file = join(folder, 'cases.xlsx');
    writeFileSync(file, withoutResults(form.bytes));
    const locales = ['vi-VN', 'de-DE', 'en-US'];
    const written = await Promise.all(locales.map((locale) => convertIn(locale, file, join(folder, locale))));
    for (const [k, path] of written.entries()) {
      const calculated = placed(readFileSync(path));
      const wrong = rows.flatMap(({ id, title, shape, values: typed }) => {
        const [text, expected] = [calculated.cell(id, 'check')?.value, checkText(SHAPES[shape], typed)];
        return text === expected ? [] : [`${locales[k]} ${id} ${title}: ${text} instead of ${expected}`];
      });
      expect(wrong).toEqual([]);
      const rated = rows.find(({ title }) => title === 'two counts with the state');
      expect(calculated.cell(rated?.id ?? '', 'rate')?.value).toBe('0.95');
    }
    // that the locales were those we asked for
    const shown = await Promise.all(['vi-VN', 'en-US'].map((locale) => convertIn(locale, file, join(folder, `${locale}-csv`), 'csv')));
    expect(shown.map((path) => /33[.,]3/.exec(readFileSync(path, 'utf8'))?.[0])).toEqual(['33,3', '33.3']);
  });
});
