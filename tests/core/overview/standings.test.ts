import { compare, fraction, minus } from '../../../core/fraction.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import { changeSince } from '../../../core/overview/change-since.ts';
import { groupsReceived, metAmong, resultAmong } from '../../../core/overview/group-standings.ts';
import { dueIndicators, joinedTasks } from '../../../core/overview/joined-rows.ts';
import { tasksByDue } from '../../../core/overview/tasks-by-due.ts';
import { verdictCounts } from '../../../core/overview/verdict-counts.ts';
import { worstIndicators } from '../../../core/overview/worst-indicators.ts';
import { VERDICT_WORDS } from '../../../core/wording/labels.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';
import { matrixOf, someReports } from '../../support/some-reports.ts';

const obligations = obligationsIn('2026');
const everyone = new Set<string>(obligations.agencies.map(({ id }) => id));

test('what all agencies come to among themselves is the result of the row', () => {
  fc.assert(
    fc.property(someReports('2026'), (reports) => {
      for (const joined of dueIndicators({ obligations, matrix: matrixOf(reports, obligations) })) {
        const { statedBy, resultOf } = measureOf(joined.indicator);
        expect(resultAmong(joined, everyone)?.text ?? null).toBe(statedBy === null ? (resultOf(joined.row.result)?.text ?? null) : null);
      }
    }),
    { numRuns: 20 },
  );
});

test('every indicator of the period has one verdict, every task one year and one status, every agency of a group has reported or not', () => {
  fc.assert(
    fc.property(someReports('2026'), (reports) => {
      const matrix = matrixOf(reports, obligations);
      const due = dueIndicators({ obligations, matrix });
      const tasks = joinedTasks({ obligations, matrix });
      const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((all, { count }) => all + count, 0);
      expect(sum(verdictCounts(due, VERDICT_WORDS))).toBe(due.length);
      expect(sum(tasksByDue(tasks))).toBe(tasks.length);
      for (const { counts, count } of tasksByDue(tasks)) expect(sum(counts)).toBe(count);
      for (const { members, received } of groupsReceived(obligations.plan.agencyGroups, obligations.agencies, matrix)) {
        expect(members.filter(({ id }) => matrix.agencies.missing.includes(id))).toHaveLength(members.length - received);
        const { met, judged } = metAmong(due, new Set(members.map(({ id }) => id)));
        expect([met <= judged, judged <= due.length]).toEqual([true, true]);
      }
    }),
    { numRuns: 20 },
  );
});

test('the worst are not met, those past their day before the others, and none that is left out lacks more', () => {
  fc.assert(
    fc.property(someReports('2026'), (reports) => {
      const due = dueIndicators({ obligations, matrix: matrixOf(reports, obligations) });
      const all = worstIndicators(due, due.length);
      expect(worstIndicators(due, 3)).toEqual(all.slice(0, 3));
      const verdicts = all.map(({ row }) => row.verdict);
      expect(verdicts).toEqual([...verdicts.filter((one) => one === 'missed'), ...verdicts.filter((one) => one === 'below')]);
      expect(all).toHaveLength(due.filter(({ row }) => row.verdict === 'missed' || row.verdict === 'below').length);
    }),
    { numRuns: 20 },
  );
});

test('a change is exact, and there is none without both results', () => {
  const [before, now] = fc.sample(someReports('2026'), { numRuns: 2, seed: 7 }).map((reports) => matrixOf(reports, obligations));
  for (const joined of dueIndicators({ obligations, matrix: now! })) {
    const { resultOf } = measureOf(joined.indicator);
    const was = resultOf(before!.indicators.find(({ id }) => id === joined.row.id)?.result ?? null)?.value;
    const value = resultOf(joined.row.result)?.value;
    const change = changeSince(joined, before!);
    expect(change === null).toBe(!was || !value);
    if (change && was && value) expect(compare(minus(minus(value, was), change), fraction(0))).toBe(0);
    expect(changeSince(joined, null)).toBeNull();
  }
});
