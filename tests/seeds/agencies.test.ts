import { Agencies } from '../../core/plan/agency.ts';
import { obligationsOf, owedBy } from '../../core/plan/obligations.ts';
import { Period } from '../../core/plan/period.ts';
import seed from '../../seeds/agencies.json';
import { defaultAgencies } from '../../seeds/agencies.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { withField } from './broken.ts';

const plan = defaultPlan();
const agencies = defaultAgencies();
const obligationsIn = (year: string) => obligationsOf(plan, agencies, Period.parse(year));

/** [indicators of phase 1, of phase 2, tasks led, tasks that it may declare its own] */
function owedCounts(id: string): number[] {
  const agency = agencies.find((one) => one.id === id)!.id;
  const [first, second] = [owedBy(obligationsIn('2026'), agency), owedBy(obligationsIn('2028'), agency)];
  return [first.indicators.length, second.indicators.length, first.tasks.length, first.optionalTasks.length];
}

describe('the agencies', () => {
  test('112 are active, 16 of the province and 96 communes, and 7 wait', () => {
    const active = agencies.filter((agency) => agency.active);
    expect([active.length, agencies.length - active.length]).toEqual([112, 7]);
    expect(active.filter(({ kind }) => kind === 'provincial')).toHaveLength(16);
    expect(active.filter(({ kind }) => kind === 'commune')).toHaveLength(96);
  });

  test('the two offices that add up are VP UBND and Sở KH&CN', () => {
    expect(agencies.filter(({ roles }) => roles.includes('consolidator')).map(({ id }) => id)).toEqual(['VPUB', 'SKHCN']);
  });

  test('a commune’s id is its GSO code, and names are NFC and differ', () => {
    const communes = agencies.filter(({ kind }) => kind === 'commune');
    expect(communes.filter(({ id, gsoCode }) => id !== `XA-${gsoCode}`)).toEqual([]);
    expect(new Set(agencies.map(({ name }) => name)).size).toBe(agencies.length);
    expect(JSON.stringify(agencies)).toBe(JSON.stringify(agencies).normalize('NFC'));
  });

  test.each([
    ['a commune', 'XA-21211', [7, 9, 6, 0]],
    ['an ordinary department', 'STP', [9, 9, 9, 1]],
    ['the economic zone', 'BQLKKT', [9, 9, 9, 1]],
    ['Sở KH&CN', 'SKHCN', [9, 9, 33, 0]],
    ['Công an tỉnh', 'CAT', [10, 10, 21, 0]],
    ['VP UBND', 'VPUB', [9, 10, 11, 1]],
    ['Sở Nội vụ', 'SNV', [9, 9, 12, 1]],
    ['Sở Tài chính', 'STC', [9, 9, 11, 0]],
  ])('%s owes its rows', (_who, id, counts) => {
    expect(owedCounts(id)).toEqual(counts);
  });

  test('817 indicator cells are owed in 2026, and none of the second phase', () => {
    const { reporters } = obligationsIn('2026');
    expect([...reporters.values()].reduce((sum, ids) => sum + ids.length, 0)).toBe(817);
    expect([...reporters].filter(([id, ids]) => id.startsWith('PL1.II') && ids.length > 0)).toEqual([]);
  });

  test('whoever waits owes nothing', () => {
    const waiting = new Set<string>(agencies.filter(({ active }) => !active).map(({ id }) => id));
    const { reporters, leads, optionalLeads } = obligationsIn('2026');
    expect([...reporters, ...leads, ...optionalLeads].flatMap(([, ids]) => ids.filter((id) => waiting.has(id)))).toEqual([]);
  });
});

describe('a broken list of agencies stops the start with the path of the field', () => {
  test.each<[string, string, unknown]>([
    ['a kind that is none', '0.kind', 'Sở'],
    ['no name', '118.name', undefined],
    ['an identifier of another form', '5.identifier', 'H48-53'],
  ])('%s: %s', (_what, path, value) => {
    expect(Agencies.safeParse(withField(seed, path, value)).error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
