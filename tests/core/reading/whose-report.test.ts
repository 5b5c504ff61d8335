import { IDENTITY } from '../../../core/identity-sheet.ts';
import { readIdentity } from '../../../core/reading/read-identity.ts';
import { aForm, agencies, context, plan, TINH_KHE } from '../../support/a-form.ts';

type Label = keyof typeof IDENTITY.labels;
const LINES = Object.keys(IDENTITY.labels) as Label[];

/** What is read where the identity sheet of a form says something else at one label; null: nothing. */
function said(label: Label, value: string | null, expected: string | null = null) {
  const form = aForm().at(IDENTITY.sheet, LINES.indexOf(label) + 1, 2, value);
  const identity = readIdentity(form.workbook(), { ...context, expected: expected as never });
  return identity.ok ? identity.value : { rule: identity.error.rule, facts: identity.error.facts };
}
const own = { plan: plan.id, period: '2026', agency: TINH_KHE };

test.each(LINES)('without its %s nobody knows whose report a form is', (label) => {
  expect(said(label, null)).toEqual({ rule: 'identity-missing', facts: {} });
});

test.each<[Label, string, string, object]>([
  ['plan', 'KHAC', 'identity-other-plan', { found: 'KHAC' }],
  ['layoutVersion', '2', 'identity-layout-version', { found: '2', expected: '1' }],
  ['period', '26', 'identity-other-period', { found: '26', expected: null }],
  ['period', '2025', 'identity-other-period', { found: '2025', expected: null }],
  ['agency', 'STT', 'identity-unknown-agency', { found: 'STT' }],
  ['agency', 'BCHQS', 'identity-inactive-agency', { name: agencies.find(({ id }) => id === 'BCHQS')?.name }],
])('a form whose %s is %s is refused, and told what was found', (label, value, rule, facts) => {
  expect(said(label, value)).toEqual({ rule, facts });
});

test('a form of another year of the plan is taken, unless one period is being added up', () => {
  expect(said('period', '2027')).toEqual({ ...own, period: '2027' });
  expect(said('period', '2027', '2027')).toEqual({ ...own, period: '2027' });
  expect(said('period', '2027', '2026')).toEqual({ rule: 'identity-other-period', facts: { found: '2027', expected: '2026' } });
});

test('two identities are named by the sheets on which they stand, one sheet with two by its title once', () => {
  const twice = (sheet: string) => {
    const form = aForm();
    for (const [k, label] of LINES.entries())
      form.at(sheet, k + 11, 1, IDENTITY.labels[label]).at(sheet, k + 11, 2, { ...own, layoutVersion: '1', agency: 'STC' }[label]);
    const identity = readIdentity(form.workbook(), context);
    return identity.ok ? null : [identity.error.rule, identity.error.facts];
  };
  expect(twice('Trang tính 1')).toEqual(['identity-ambiguous', { titles: [IDENTITY.sheet, 'Trang tính 1'] }]);
  expect(twice(IDENTITY.sheet)).toEqual(['identity-ambiguous', { titles: [IDENTITY.sheet] }]);
});
