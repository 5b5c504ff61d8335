import { groupRates, rateText } from '../../../core/overview/group-rates.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import { obligationsIn, plan } from '../../support/a-form.ts';

const { agencies, agency } = obligationsIn('2026');

test('counts and rates are of those who must report: late ones are received and not in time, silent ones are in the denominator', () => {
  const standings = agencies.map(({ id }, k) => ({
    agency: id,
    version: k % 4 === 0 ? null : 1,
    state: k % 4 === 1 ? 'accepted' : 'submitted',
    daysLate: k % 4 === 2 ? 3 : 0,
  }));
  const rates = groupRates(plan.agencyGroups, agency as ReadonlyMap<AgencyId, Agency>, standings);
  expect(rates.at(-1)).toEqual({ group: null, obliged: 112, received: 84, onTime: 56, accepted: 28 });
  const groups = rates.slice(0, -1);
  for (const name of ['obliged', 'received', 'onTime', 'accepted'] as const)
    expect(groups.reduce((sum, one) => sum + one[name], 0)).toBeLessThanOrEqual(rates.at(-1)![name]);
  expect(groups.map(({ group }) => group?.id)).toEqual(plan.agencyGroups.map(({ id }) => id));
});

test('a rate never reads as a hundred that it is not, and there is none of nobody', () => {
  expect(rateText(108, 112)).toBe('108/112 (96,43%)');
  expect(rateText(3_399, 3_400)).toBe('3.399/3.400 (99,97%)');
  expect(rateText(99_999, 100_000)).toBe('99.999/100.000 (99,999%)');
  expect(rateText(0, 0)).toBe('0/0');
});
