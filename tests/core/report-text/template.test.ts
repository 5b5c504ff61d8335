import { ReportText, wordingOf } from '../../../core/report-text/report-text.ts';
import { filledTemplate, templateFaults } from '../../../core/report-text/template.ts';
import { REPORT_TEMPLATES, type ReportTemplateId } from '../../../core/report-text/templates.ts';
import { plainWords } from '../../../core/report-text/text-part.ts';
import { fc } from '../../support/properties.ts';

const IDS = Object.keys(REPORT_TEMPLATES) as ReportTemplateId[];
const GROUP = REPORT_TEMPLATES.group;
/** Short names of periods, which wordings from before there were quarters still have: “năm {period}”. */
const SHORT = ['period', 'before'];

test.each(IDS)('the usual wording of %s has each of its fields and no other', (id) => {
  const { text, fields } = REPORT_TEMPLATES[id];
  expect(templateFaults(text, REPORT_TEMPLATES[id])).toEqual([]);
  const named = Object.keys(fields).filter((field) => !SHORT.includes(field));
  expect([...text.matchAll(/\{(\w+)\}/g)].map(([, field]) => field).sort()).toEqual(named.sort());
});

test('a field that the sentence does not have is told with its place', () => {
  expect(templateFaults('{group}: {nhan} đơn vị', GROUP)).toEqual([{ fault: 'unknown-field', text: '{nhan}', at: 10 }]);
});

test('a brace without its other half is told with its place', () => {
  expect(templateFaults('{group}: {received', GROUP)).toEqual([{ fault: 'open-brace', text: '{', at: 10 }]);
  expect(templateFaults('group}', GROUP)).toEqual([{ fault: 'open-brace', text: '}', at: 6 }]);
});

test('names that every object has are no fields', () => {
  expect(templateFaults('{constructor} {__proto__}', GROUP).map(({ text }) => text)).toEqual(['{constructor}', '{__proto__}']);
});

test('a figure keeps its name when it is filled in', () => {
  const figure = { text: '15', name: 'nhom_SBN__received' };
  expect(filledTemplate('{received} trên {obliged}.', { received: [figure], obliged: '16' })).toEqual([figure, ' trên ', '16', '.']);
});

test('a wording without a fault is filled in whole, whatever words stand around its fields', () => {
  const words = fc.string().map((text) => text.replace(/[{}]/g, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(words, fc.constantFrom('group', 'rate')), { maxLength: 5 }), words, (pieces, end) => {
      const text = pieces.map(([word, field]) => `${word}{${field}}`).join('') + end;
      const filled = plainWords(filledTemplate(text, { group: 'Sở', rate: '9%' }));
      return (
        templateFaults(text, GROUP).length === 0 && filled === pieces.map(([w, f]) => w + (f === 'group' ? 'Sở' : '9%')).join('') + end
      );
    }),
  );
});

test('settings hold wordings by the names of their templates alone', () => {
  expect(ReportText.safeParse({ closing: 'Hết.' }).success).toBe(true);
  expect(ReportText.safeParse({ ending: 'Hết.' }).success).toBe(false);
  expect([wordingOf({ closing: 'Hết.' }, 'closing'), wordingOf(undefined, 'closing')]).toEqual(['Hết.', REPORT_TEMPLATES.closing.text]);
});
