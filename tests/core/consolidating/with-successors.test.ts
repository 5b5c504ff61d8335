import { withSuccessors } from '../../../core/consolidating/with-successors.ts';
import { formerCounts } from '../../../core/figures/former-counts.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { lastFigures } from '../../../core/rules/last-figure.ts';
import { agencies, FINANCE, obligationsIn, plan, row } from '../../support/a-form.ts';
import { matrixOf } from '../../support/some-reports.ts';

const [A, B, NEW] = [FINANCE, 'SYT' as AgencyId, 'SMOI' as AgencyId];
const ROW = row('PL1.I.2.4');
const reportOf = (agency: AgencyId, numerator: number, denominator: number) => ({
  plan: plan.id,
  period: obligationsIn('2026').period,
  agency,
  indicators: { [ROW]: { state: 'reported' as const, numerator, denominator } },
  tasks: {},
});
const indicator = plan.indicators.find(({ id }) => id === ROW)!;
const successor = { ...agencies[0]!, id: NEW, name: 'Sở mới', shortName: 'Sở mới', succeeds: [A, B] };
const baseOf = (...reports: ReturnType<typeof reportOf>[]) =>
  lastFigures(withSuccessors(matrixOf(reports, obligationsIn('2026')), [...agencies, successor]), NEW)(indicator);

test('the base of a successor is the sum of the counts of those that it succeeds', () => {
  expect(baseOf(reportOf(A, 40, 50), reportOf(B, 9, 30))).toEqual({ numerator: 49, denominator: 80 });
});

test('there is none where one of them is silent', () => {
  expect(baseOf(reportOf(A, 40, 50))).toBeNull();
});

test('an agency that succeeds nobody changes nothing', () => {
  const matrix = matrixOf([reportOf(A, 40, 50)], obligationsIn('2026'));
  expect(withSuccessors(matrix, agencies)).toBe(matrix);
});

test('what arose nowhere counts as nothing, an answer is no count', () => {
  const counts = { state: 'reported', numerator: 1, denominator: 2 };
  expect(formerCounts([counts, { state: 'nothing-arose' }, undefined])).toEqual(counts);
  expect(formerCounts([counts, { state: 'no-figure' }])).toBeUndefined();
  expect(formerCounts([{ state: 'reported' }])).toBeUndefined();
  expect(formerCounts([{ state: 'nothing-arose' }])).toBeUndefined();
});
