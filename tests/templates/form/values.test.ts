import type { RowValues } from '../../../core/form/row-values.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { Report } from '../../../core/report.ts';
import { type FormValues, formValuesOf } from '../../../templates/form/form-values.ts';
import { aBuiltForm } from './a-built-form.ts';

const report = Report.parse({
  plan: 'QNG-CQS-2026-2030',
  period: '2026' as Period,
  agency: 'STC' as AgencyId,
  indicators: {
    'PL1.I.1.3': { state: 'reported', numerator: 0, denominator: 1000, explanation: '=1+1', evidence: '12/BC-STC' },
    'PL1.I.2.7': { state: 'nothing-arose' },
    'PL1.II.2.3': { state: 'reported', value: false },
  },
  tasks: { 'PL2.I.10': { status: 'done', percent: 40, document: '05/QĐ-UBND', issuedOn: '2026-11-05', summary: 'Bộ tiêu chí', note: 'x' } },
});

test('a report becomes what an agency would have typed', () => {
  expect(Object.fromEntries(formValuesOf(report))).toEqual({
    'PL1.I.1.3': {
      state: 'Có số liệu',
      numerator: 0,
      denominator: 1000,
      value: null,
      on: null,
      explanation: '=1+1',
      evidence: '12/BC-STC',
    },
    'PL1.I.2.7': { state: 'Không phát sinh', numerator: null, denominator: null, value: null, on: null, explanation: null, evidence: null },
    'PL1.II.2.3': { state: 'Có số liệu', numerator: null, denominator: null, value: 'Không', on: null, explanation: null, evidence: null },
    'PL2.I.10': {
      status: 'Hoàn thành',
      percent: 0.4,
      document: '05/QĐ-UBND',
      issuedOn: new Date('2026-11-05T00:00:00Z'),
      summary: 'Bộ tiêu chí',
      note: 'x',
    },
  });
});

test('values are written as they are: zero is a zero, text with = is text, progress a part, a date its serial', async () => {
  const form = await aBuiltForm('STC', '2026', formValuesOf(report));
  const value = (id: string, field: keyof RowValues) => form.cell(id, field)?.value;
  expect([value('PL1.I.1.3', 'numerator'), value('PL1.I.1.3', 'denominator'), value('PL1.I.1.3', 'rate')]).toEqual(['0', '1000', '0']);
  expect([value('PL1.I.1.3', 'explanation'), form.cell('PL1.I.1.3', 'explanation')?.formula]).toEqual(['=1+1', null]);
  expect([value('PL2.I.10', 'percent'), value('PL2.I.10', 'issuedOn')]).toEqual(['0.4', '46331']);
  expect(value('PL1.I.2.7', 'numerator')).toBe('');
});

test('values of rows that the agency does not owe are passed over', async () => {
  const values: FormValues = new Map([['PL1.II.2.3' as RowId, { state: 'Có số liệu', value: 'Có' }]]);
  const form = await aBuiltForm('STC', '2026', values);
  expect(form.cell('PL1.II.2.3', 'value')?.value).toBe('');
});
