import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { convert, describeWithSoffice } from '../../support/soffice.ts';
import { emptyPages, landscapePages, pageCount } from '../report/pdf-pages.ts';
import { aBuiltForm, obligationsIn } from './a-built-form.ts';

/** Most pages of a form: of a commune, of a department, and of the department that owes most. */
const MOST_PAGES = [
  ['XA-21211', 5],
  ['STC', 12],
  ['SKHCN', 12],
] as const;
const CONTENTS = ['blank', 'filled'] as const;
const EACH = MOST_PAGES.flatMap(([agency, most]) => CONTENTS.map((content) => [content, agency, most] as const));

describeWithSoffice('as LibreOffice prints it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-printed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (agency: string, content: string, extension: string): string => join(folder, `${agency}-${content}.${extension}`);

  beforeAll(async () => {
    const obligations = obligationsIn('2026');
    for (const [content, id] of EACH) {
      const agency = obligations.agencies.find((one) => one.id === id)!;
      const values = content === 'filled' ? formValuesOf(plainReport(obligations, agency)) : undefined;
      writeFileSync(file(id, content, 'xlsx'), (await aBuiltForm(id, '2026', values)).bytes);
    }
    const workbooks = EACH.map(([content, agency]) => file(agency, content, 'xlsx'));
    await convert(workbooks, 'pdf', folder);
  });

  test.each(EACH)(
    'the %s form of %s is on at most %i pages: both appendices and the guide, and no row that is not owed',
    (...[content, agency, most]) => {
      const pdf = file(agency, content, 'pdf');
      const pages = landscapePages(pdf);
      expect(pageCount(pdf)).toBeLessThanOrEqual(most);
      expect([pages.length, emptyPages(pdf)]).toEqual([pageCount(pdf), 0]);
      const sheets = pages.map((page) => /(Phụ lục II|Phụ lục I|Hướng dẫn)$/.exec(page)?.[0]);
      expect([...new Set(sheets)]).toEqual(['Phụ lục I', 'Phụ lục II', 'Hướng dẫn']);
      expect(pages.join(' ')).not.toContain('không thuộc đơn vị');
    },
  );
});
