import type { Indicator, Task } from '../../core/plan/plan.ts';
import { Plan } from '../../core/plan/plan.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';
import seed from '../../seeds/plan.json';
import { defaultPlan } from '../../seeds/plan.ts';
import { withField } from './broken.ts';
import { countOf } from './plan-tokens.ts';

const plan = defaultPlan();

const pathsOf = (broken: unknown) => {
  const parsed = Plan.safeParse(broken);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

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

describe('a broken plan stops the start with the path of the field', () => {
  test.each<[string, string, unknown]>([
    ['a name removed', 'indicators.2.name', undefined],
    ['a target above 100', 'indicators.0.measure.atLeastPercent', 950],
    ['a measure of unknown kind', 'indicators.4.measure.kind', 'mean'],
    ['no such day', 'tasks.1.schedule.due', '2026-02-31'],
    ['a misspelt row id', 'tasks.0.id', 'PL3.I.1'],
    ['one row twice', 'tasks.5.id', 'PL2.I.1'],
    ['a phase that is not there', 'indicators.3.phase', '2026'],
    ['a section that is not there', 'tasks.42.section', 'IX'],
    ['a question that is not there', 'indicators.0.openQuestion', 'Z1'],
    ['a row that continues none', 'indicators.10.continues', 'PL1.I.9.9'],
    ['no leads', 'tasks.7.leads', []],
    ['a number where a text belongs', 'appendices.tasks.title', 5],
    ['a deadline that is no day of a year', 'reporting.deadline', '30/11'],
  ])('%s: %s', (_what, path, value) => {
    expect(pathsOf(withField(seed, path, value))).toContain(path);
  });

  test('a field that nobody knows', () => {
    const parsed = Plan.safeParse(withField(seed, 'indicators.0.colour', 'red'));
    expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      expect.stringMatching(/^indicators\.0 .*colour/),
    ]);
  });

  test('the seed as it is', () => {
    expect(pathsOf(seed)).toEqual([]);
  });
});
