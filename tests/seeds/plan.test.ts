import type { Indicator, Task } from '../../core/plan/plan.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { countOf } from './plan-tokens.ts';

const plan = defaultPlan();

describe('the plan', () => {
  test('has 21 indicators and 43 tasks, of which one has no number', () => {
    expect(plan.indicators).toHaveLength(21);
    expect(plan.tasks).toHaveLength(43);
    expect(plan.indicators.filter(({ phase }) => phase === '2026-2027')).toHaveLength(10);
    expect(plan.tasks.filter(({ tt }) => tt === null).map(({ id }) => id)).toEqual(['PL2.III.6a']);
  });

  test('adds up sixteen pooled rows, of which two are stated, two rows of agencies, one of each agency, and two levels', () => {
    const counts = countOf(plan.indicators.map(({ measure }) => measure.kind));
    expect(Object.fromEntries(counts)).toEqual({
      'pooled-ratio': 14,
      'stated-ratio': 2,
      'share-of-agencies': 2,
      'each-agency': 1,
      'stated-level': 2,
    });
  });

  test('asks for the percentages that the text prints', () => {
    const printed = plan.indicators.flatMap(({ id, targetText, measure }) =>
      'atLeastPercent' in measure ? [[id, targetText, `${measure.atLeastPercent}%`]] : [],
    );
    expect(printed.filter(([, text, percent]) => text !== percent)).toEqual([]);
  });

  test('every lead stands by name in its row’s own text', () => {
    const names = new Map<string, string>([...defaultAgencies(), ...plan.agencyGroups].map(({ id, name }) => [id, name]));
    const rows: readonly (Indicator | Task)[] = [...plan.indicators, ...plan.tasks];
    const unnamed = rows.flatMap(({ id, leads, leadsText }) =>
      leads.filter((lead) => !leadsText.toLowerCase().includes(names.get(lead)!.toLowerCase())).map((lead) => `${id} ${lead}`),
    );
    expect(unnamed).toEqual([]);
  });

  test('tasks are due when the text says', () => {
    const due = (text: string) =>
      plan.tasks.filter(({ timeframeText }) => timeframeText === text).map(({ schedule }) => [schedule.kind, schedule.due]);
    expect(due('Năm 2026')).toEqual(Array(11).fill(['by-date', '2026-12-31']));
    expect(due('Tháng 12/2026')).toEqual([['by-date', '2026-12-31']]);
    expect(due('Năm 2026-2027')).toEqual([['by-date', '2027-12-31']]);
    expect(due('Năm 2026-2030')).toEqual(Array(27).fill(['continuous', '2030-12-31']));
    expect(due('Năm 2025-2030')).toEqual([['continuous', '2030-12-31']]);
    expect(due('Sau khi Bộ Khoa học và Công nghệ ban hành hướng dẫn')).toEqual(Array(2).fill(['conditional', null]));
  });

  test('a row that is read otherwise than its letter names a question, and that question names the row', () => {
    const rows: readonly (Indicator | Task)[] = [...plan.indicators, ...plan.tasks];
    const asked = new Set(plan.openQuestions.flatMap(({ id, rows: ids }) => ids.map((row) => `${row} ${id}`)));
    expect(rows.filter(({ id, openQuestion }) => openQuestion && !asked.has(`${id} ${openQuestion}`))).toEqual([]);
    const ids = new Set<string>(rows.map(({ id }) => id));
    expect(plan.openQuestions.flatMap((question) => question.rows.filter((row) => !ids.has(row)))).toEqual([]);
  });
});
