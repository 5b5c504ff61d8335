import { obligationsOf, owedBy } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { type IndicatorEntry, Report } from '../../../core/report.ts';
import { madeUpInbox } from '../../../demo/made-up/inbox.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { defaultPlan } from '../../../seeds/plan.ts';

const YEARS = ['2026', '2027', '2028', '2029', '2030'];
const plan = defaultPlan();
const obligationsIn = (year: string) => obligationsOf(plan, defaultAgencies(), Period.parse(year));
const inboxes = new Map(YEARS.map((year) => [year, madeUpInbox(obligationsIn(year))]));
const inboxOf = (year: string) => inboxes.get(year)!;

/** Sums of the figures that come in, as a consolidation would pool them. */
function pooled(year: string, row: string) {
  const entries = inboxOf(year)
    .files.filter(({ counts }) => counts)
    .flatMap(({ report }) => report.indicators[row as RowId] ?? []);
  const sum = (of: (entry: IndicatorEntry) => number | undefined) => entries.reduce((total, entry) => total + (of(entry) ?? 0), 0);
  return { numerator: sum(({ numerator }) => numerator), denominator: sum(({ denominator }) => denominator) };
}

describe('the made-up inbox', () => {
  test('is the same at every call', () => {
    expect(madeUpInbox(obligationsIn('2026'))).toEqual(inboxOf('2026'));
  });

  test('four agencies of 112 send nothing and three are late', () => {
    for (const year of ['2026', '2027']) {
      const { files, strange, silent } = inboxOf(year);
      const senders = new Set([...files, ...strange].map(({ agency }) => agency));
      expect([silent.length, senders.size]).toEqual([4, 108]);
      expect(silent.filter((id) => senders.has(id))).toEqual([]);
      expect(files.filter(({ late }) => late)).toHaveLength(3);
      expect(files.filter(({ late, modified }) => late !== modified > `${year}-11-30`)).toEqual([]);
    }
  });

  test('every report has the shape of a report and fills no row that it does not owe', () => {
    for (const year of YEARS) {
      const obligations = obligationsIn(year);
      for (const { report, kind } of madeUpInbox(obligations).files) {
        expect(Report.safeParse(report).success).toBe(true);
        if (kind === 'form-of-last-period') continue;
        const { indicators, tasks, optionalTasks } = owedBy(obligations, report.agency);
        const owed = new Set<string>([...indicators, ...tasks, ...optionalTasks].map(({ id }) => id));
        expect([...Object.keys(report.indicators), ...Object.keys(report.tasks)].filter((id) => !owed.has(id))).toEqual([]);
        expect(tasks.filter(({ id }) => !report.tasks[id])).toEqual([]);
        expect(indicators.filter(({ id }) => !report.indicators[id]).length).toBeLessThanOrEqual(2);
      }
    }
  });

  test('figures are believable: a part within its whole, zero wholes said to be nothing, missing ones explained', () => {
    for (const year of YEARS) {
      for (const { report } of inboxOf(year).files) {
        for (const { state, numerator, denominator, value, explanation } of Object.values(report.indicators) as IndicatorEntry[]) {
          if (state === 'reported') expect(value !== undefined || (numerator! <= denominator! && denominator! > 0)).toBe(true);
          else expect([numerator, denominator, explanation === undefined]).toEqual([undefined, undefined, false]);
        }
      }
    }
  });

  test('states, answers and levels of all kinds occur', () => {
    const files = inboxOf('2026').files;
    const entries = files.flatMap(({ report }) => Object.values(report.indicators) as IndicatorEntry[]);
    expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(['reported', 'nothing-arose', 'no-figure']));
    const statuses = new Set(files.flatMap(({ report }) => Object.values(report.tasks)).map((entry) => entry?.status));
    expect(statuses).toEqual(new Set(['not-started', 'in-progress', 'done', 'awaiting-guidance', 'not-relevant']));
  });

  test('satisfaction of 2026 prints as 95,0 and still misses 95', () => {
    const { numerator, denominator } = pooled('2026', 'PL1.I.1.3');
    expect((Math.round((1000 * numerator) / denominator) / 10).toFixed(1)).toBe('95.0');
    expect(100 * numerator).toBeLessThan(95 * denominator);
  });

  test('2027 is further along, save for the reports made on the system, which fell', () => {
    const rate = (year: string, row: string) => pooled(year, row).numerator / pooled(year, row).denominator;
    for (const row of ['PL1.I.1.3', 'PL1.I.2.1', 'PL1.I.2.2', 'PL1.I.2.6', 'PL1.I.2.7']) {
      expect(rate('2027', row)).toBeGreaterThan(rate('2026', row));
    }
    expect(rate('2027', 'PL1.I.2.3')).toBeLessThan(rate('2026', 'PL1.I.2.3'));
  });

  test('no task is past its day in 2026, a few are in 2027', () => {
    const open = (year: string) =>
      plan.tasks
        .filter(({ schedule }) => schedule.kind === 'by-date' && schedule.due! < `${year}-11-30`)
        .filter(({ id }) =>
          inboxOf(year).files.some(({ counts, report }) => counts && report.tasks[id] && report.tasks[id].status !== 'done'),
        )
        .map(({ id }) => id);
    expect(open('2026')).toEqual([]);
    expect(open('2027')).toEqual(['PL2.I.3', 'PL2.II.4', 'PL2.V.2', 'PL2.V.3']);
  });

  test('texts are NFC and days of issue lie before the report is sent', () => {
    for (const year of ['2026', '2027']) {
      for (const { report, name, modified } of inboxOf(year).files) {
        const text = JSON.stringify(report) + name;
        expect(text).toBe(text.normalize('NFC'));
        expect(Object.values(report.tasks).filter((entry) => (entry?.issuedOn ?? '') > modified)).toEqual([]);
      }
    }
  });

  test('names of files differ', () => {
    const { files, strange } = inboxOf('2027');
    const names = [...files, ...strange].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
