import { readFileSync } from 'node:fs';
import { checkPlan } from '../../../core/plan/checking/check-plan.ts';
import { planFinding } from '../../../core/wording/plan-faults.ts';
import agencies from '../../../seeds/agencies.json';
import plan from '../../../seeds/plan.json';
import { withField } from '../../seeds/broken.ts';

const FILES = { plan: 'ke-hoach.json', agencies: 'don-vi.json' };
const found = (written: { readonly plan?: unknown; readonly agencies?: unknown }) => {
  const both = { plan, agencies, ...written };
  return checkPlan(both).map((fault) => planFinding(fault, both, FILES));
};
const told = (written: Parameters<typeof found>[0]) =>
  found(written).map(({ file, row = '', field, rule, severity }) =>
    [severity === 'error' ? rule : `(${rule})`, file, row, field].join(' '),
  );

/** What is broken, how, and what `plan check` says of it. */
type Broken = readonly [what: string, path: string, value: unknown, said: string];
const OF_THE_PLAN: readonly Broken[] = [
  ['a name removed', 'indicators.2.name', undefined, 'shape ke-hoach.json PL1.I.1.3 name'],
  ['a target above 100', 'indicators.0.measure.atLeastPercent', 950, 'shape ke-hoach.json PL1.I.1.1 measure.atLeastPercent'],
  ['a measure of unknown kind', 'indicators.4.measure.kind', 'average', 'shape ke-hoach.json PL1.I.2.2 measure.kind'],
  ['a field that nobody knows', 'indicators.0.colour', 'red', 'shape ke-hoach.json PL1.I.1.1 colour'],
  ['no leads', 'tasks.7.leads', [], 'shape ke-hoach.json PL2.I.8 leads'],
  ['a number where a text belongs', 'appendices.1.title', 5, 'shape ke-hoach.json  appendices.1.title'],
  ['a deadline that is no day of a year', 'reporting.deadline', '30/11', 'shape ke-hoach.json  reporting.deadline'],
  ['a cut-off that no year has', 'reporting.cutOff', '02-30', 'no-such-day ke-hoach.json  reporting.cutOff'],
  ['a cut-off that some years have', 'reporting.cutOff', '02-29', 'no-such-day ke-hoach.json  reporting.cutOff'],
  ['a day that no year has', 'tasks.1.schedule.due', '2026-02-31', 'no-such-day ke-hoach.json PL2.I.2 schedule.due'],
  ['what is no day', 'tasks.1.schedule.due', 'cuối năm', 'shape ke-hoach.json PL2.I.2 schedule.due'],
  ['by a date, without the date', 'tasks.1.schedule.due', null, 'day-missing ke-hoach.json PL2.I.2 schedule.due'],
  ['due before the plan', 'indicators.3.due', '2019-12-31', 'due-outside-plan ke-hoach.json PL1.I.2.1 due'],
  ['due long after the plan', 'indicators.3.due', '2072-12-31', 'due-outside-plan ke-hoach.json PL1.I.2.1 due'],
  ['a task due after the plan', 'tasks.1.schedule.due', '2031-01-31', 'due-outside-plan ke-hoach.json PL2.I.2 schedule.due'],
  ['one row twice', 'tasks.1.id', 'PL2.I.1', 'twice ke-hoach.json PL2.I.1 id'],
  ['one section twice', 'sections.8', { id: 'I', title: 'Khác' }, 'twice ke-hoach.json  sections.8.id'],
  [
    'a group of agencies that bears an agency’s id',
    'agencyGroups.2',
    { id: 'STC', name: 'Tài chính', kind: 'provincial' },
    'twice ke-hoach.json  agencyGroups.2.id',
  ],
  ['a phase that is not there', 'indicators.3.phase', '2026', 'unknown-phase ke-hoach.json PL1.I.2.1 phase'],
  ['a group that is not there', 'indicators.3.group', 'Z', 'unknown-group ke-hoach.json PL1.I.2.1 group'],
  ['a group of the other phase', 'indicators.3.group', 'II.1', 'group-of-another-phase ke-hoach.json PL1.I.2.1 group'],
  ['a section that is not there', 'tasks.42.section', 'IX', 'unknown-section ke-hoach.json PL2.VIII.2 section'],
  ['a question that is not there', 'indicators.0.openQuestion', 'Z1', 'unknown-question ke-hoach.json PL1.I.1.1 openQuestion'],
  ['a row that continues none', 'indicators.10.continues', 'PL1.I.9.9', 'unknown-row ke-hoach.json PL1.II.1.1 continues'],
  ['a typo among the reporters', 'indicators.2.reporters.0', 'SBM', 'unknown-agency ke-hoach.json PL1.I.1.3 reporters.0'],
  ['a lead that is not there', 'tasks.7.leads', ['SKHCNN'], 'unknown-agency ke-hoach.json PL2.I.8 leads.0'],
  ['a figure that nobody known states', 'indicators.0.measure.statedBy', 'XXX', 'unknown-agency ke-hoach.json PL1.I.1.1 measure.statedBy'],
  [
    'a figure stated by who does not report it',
    'indicators.7.measure.statedBy',
    'STC',
    'stated-by-not-reporting ke-hoach.json PL1.I.2.5 measure.statedBy',
  ],
  ['a year that no period has', 'phases.0.from', 1990, 'shape ke-hoach.json  phases.0.from'],
  ['a year in another age', 'phases.1.to', 1_000_000_000, 'shape ke-hoach.json  phases.1.to'],
  ['clocks that are nowhere on Earth', 'reporting.utcOffset', '+99:99', 'shape ke-hoach.json  reporting.utcOffset'],
  ['an id of a plan that no store can have', 'id', 'ự'.repeat(51), 'shape ke-hoach.json  id'],
  ['an id with half a character', 'id', 'KH-\ud800', 'shape ke-hoach.json  id'],
  ['an id that forms give back otherwise: NFD', 'id', 'kế-hoạch'.normalize('NFD'), 'shape ke-hoach.json  id'],
  ['an id that forms give back otherwise: blanks', 'id', ' KH  2026', 'shape ke-hoach.json  id'],
  ['an id with what cannot be seen', 'id', 'KH\u200b-2026', 'shape ke-hoach.json  id'],
  ['an id with a control character', 'id', 'KH\u0000', 'shape ke-hoach.json  id'],
  ['a text that says another target', 'indicators.2.targetText', '90%', '(target-differs) ke-hoach.json PL1.I.1.3 targetText'],
  ['a rhythm that the plan does not have', 'indicators.2.every', 'quarter', 'unknown-period ke-hoach.json PL1.I.1.3 every'],
  ['a task of such a rhythm', 'tasks.1.every', 'month', 'unknown-period ke-hoach.json PL2.I.2 every'],
  [
    'a target of a period of another kind',
    'indicators.2.targets',
    { '2026-Q1': 50 },
    'unknown-period ke-hoach.json PL1.I.1.3 targets.2026-Q1',
  ],
  ['a target of a year outside the plan', 'indicators.2.targets', { 2041: 50 }, 'unknown-period ke-hoach.json PL1.I.1.3 targets.2041'],
  ['a deadline in the year after on no day', 'reporting.deadline', '+02-30', 'no-such-day ke-hoach.json  reporting.deadline'],
  [
    'a cut-off of another kind of period on no day',
    'reporting.also',
    { half: { cutOff: '06-31', deadline: 5 } },
    'no-such-day ke-hoach.json  reporting.also.half.cutOff',
  ],
  ['a row that continues itself', 'indicators.10.continues', 'PL1.II.1.1', 'names-itself ke-hoach.json PL1.II.1.1 continues'],
  ['a row that continues a task', 'indicators.10.continues', 'PL2.I.1', 'unknown-row ke-hoach.json PL1.II.1.1 continues'],
  ['a rate that continues a level', 'indicators.10.continues', 'PL1.I.2.5', 'continues-unlike ke-hoach.json PL1.II.1.1 continues'],
  [
    'a row that continues one beside it',
    'indicators.10.continues',
    'PL1.II.1.3',
    '(continues-no-earlier) ke-hoach.json PL1.II.1.1 continues',
  ],
  ['month 13', 'reporting.cutOff', '13-01', 'no-such-day ke-hoach.json  reporting.cutOff'],
  ['a deadline on 31 November', 'reporting.deadline', '11-31', 'no-such-day ke-hoach.json  reporting.deadline'],
  ['a deadline before the figures are taken', 'reporting.deadline', '01-15', '(deadline-before-cut-off) ke-hoach.json  reporting.deadline'],
  ['a task that begins after it is due', 'tasks.1.schedule.start', '2027-02-01', 'start-after-due ke-hoach.json PL2.I.2 schedule.start'],
  ['phases that share a year', 'phases.1.from', 2027, '(phases-overlap) ke-hoach.json  phases.1.from'],
  ['a phase that ends before it begins', 'phases.0.to', 2025, 'phase-backwards ke-hoach.json  phases.0.to'],
  ['no phases', 'phases', [], 'shape ke-hoach.json  phases'],
  ['due before its phase', 'indicators.12.due', '2026-12-31', '(due-before-phase) ke-hoach.json PL1.II.1.3 due'],
  ['a target of a year of another phase', 'indicators.2.targets', { 2029: 50 }, 'unknown-period ke-hoach.json PL1.I.1.3 targets.2029'],
  ['who helps, misspelt', 'tasks.0.coordinators', ['SKHCNN'], '(misspelt-agency) ke-hoach.json PL2.I.1 coordinators.0'],
  ['who does, misspelt', 'indicators.0.implementers', ['SBM'], '(misspelt-agency) ke-hoach.json PL1.I.1.1 implementers.0'],
  ['cuts of the pace in the wrong order', 'thresholds.slow', 0.9, 'cuts-turned ke-hoach.json  thresholds.slow'],
  [
    'days of the usual kind of period once more',
    'reporting.also',
    { year: { cutOff: -5, deadline: 5 } },
    'twice ke-hoach.json  reporting.also.year',
  ],
  ['a name of blanks', 'indicators.2.name', ' \u200b', 'blank-name ke-hoach.json PL1.I.1.3 name'],
  ['hoped for less than asked', 'indicators.7.measure.aspiredLevel', 1, 'shape ke-hoach.json PL1.I.2.5 measure.aspiredLevel'],
  ['one row twice but for a capital', 'tasks.1.id', 'PL2.i.1', 'twice ke-hoach.json PL2.i.1 id'],
  ['a row that only an office out of use reports', 'tasks.7.leads', ['BCHQS'], '(nobody-reports) ke-hoach.json PL2.I.8 leads'],
];
const OF_THE_AGENCIES: readonly Broken[] = [
  ['an agency twice', `agencies.${agencies.length}`, agencies[0], 'twice don-vi.json VPUB id'],
  ['a role that nobody has', 'agencies.3.roles', ['boss'], 'shape don-vi.json STC roles.0'],
  ['an agency that succeeds itself', 'agencies.3.succeeds', ['STC'], 'names-itself don-vi.json STC succeeds.0'],
  ['an agency that sends for itself', 'agencies.3.submitsFor', ['STC'], 'names-itself don-vi.json STC submitsFor.0'],
  ['an agency that succeeds one that goes on', 'agencies.3.succeeds', ['STP'], '(succeeds-active) don-vi.json STC succeeds.0'],
  ['a short name of another', 'agencies.4.shortName', agencies[3]!.shortName, `(same-name) don-vi.json ${agencies[4]!.id} shortName`],
];

const spoil = ([, path, value]: Broken, both: { plan: unknown; agencies: unknown }) => withField(both, path, value) as typeof both;
const ALL = [...OF_THE_PLAN.map(([what, path, value, said]): Broken => [what, `plan.${path}`, value, said]), ...OF_THE_AGENCIES];

test('the seeds are a plan without a fault', () => {
  expect(told({})).toEqual([]);
});

test.each(ALL)('%s: %s', (...one) => {
  expect(told(spoil(one, { plan, agencies }))).toEqual([one[3]]);
});

test('a list in which nobody consolidates is told, once, and stops nothing: a command line needs nobody', () => {
  expect(told({ agencies: agencies.map((one) => ({ ...one, roles: ['reporter'] })) })).toEqual(['(no-consolidator) don-vi.json  ']);
});

test('a target of an agency that does not report the row is told', () => {
  const k = plan.indicators.findIndex(({ measure }) => measure.kind === 'each-agency');
  const [row, commune] = [`plan.indicators.${k}`, agencies.find(({ kind }) => kind === 'commune')!.id];
  const both = withField(withField({ plan, agencies }, `${row}.reporters`, ['SBN']), `${row}.perAgency`, { [commune]: 30 }) as {
    plan: unknown;
  };
  expect(told(both)).toEqual([`(target-not-reporting) ke-hoach.json ${plan.indicators[k]!.id} perAgency.${commune}`]);
});

test('an agency that two succeed, and rows and agencies in a ring', () => {
  const closed = agencies.map((one) => (one.id === 'STP' ? { ...one, active: false } : one));
  const both = [3, 4].reduce((list, k) => withField(list, `${k}.succeeds`, ['STP']), closed as unknown);
  expect(told({ agencies: both }).filter((said) => said.startsWith('(succeeded'))).toEqual([
    `(succeeded-twice) don-vi.json ${agencies[4]!.id} succeeds.0`,
  ]);
  const ring = withField(
    withField({ plan, agencies }, 'plan.indicators.10.continues', 'PL1.II.1.2'),
    'plan.indicators.11.continues',
    'PL1.II.1.1',
  );
  expect(told(ring as { plan: unknown })).toEqual([
    'names-itself ke-hoach.json PL1.II.1.1 continues',
    'names-itself ke-hoach.json PL1.II.1.2 continues',
  ]);
});

test('the days that reporting sets say how they are written', () => {
  const [one] = found(withField({ plan, agencies }, 'plan.reporting.deadline', 'cuối tháng 11') as { plan: unknown });
  expect(one?.message).toBe(
    'Ngày ghi là tháng-ngày, ví dụ 11-29 (ngày 29 tháng 11); +01-15 là ngày 15 tháng 01 năm sau; hoặc số ngày tính từ ngày cuối kỳ, ví dụ 10.',
  );
});

test('the plan of the other province has no fault', () => {
  const [other, itsAgencies] = ['plan', 'agencies'].map((name) => JSON.parse(readFileSync(`tests/plans/${name}.json`, 'utf8')));
  expect(told({ plan: other, agencies: itsAgencies })).toEqual([]);
});

test('faults of one file are all told at once, in its order', () => {
  const apart = [
    'a name removed',
    'a measure of unknown kind',
    'a cut-off that no year has',
    'a section that is not there',
    'an agency twice',
  ];
  const some = ALL.filter(([what]) => apart.includes(what));
  const both = some.reduce((spoilt, one) => spoil(one, spoilt), { plan, agencies } as { plan: unknown; agencies: unknown });
  expect(told(both)).toEqual([
    'no-such-day ke-hoach.json  reporting.cutOff',
    'shape ke-hoach.json PL1.I.1.3 name',
    'shape ke-hoach.json PL1.I.2.2 measure.kind',
    'unknown-section ke-hoach.json PL2.VIII.2 section',
    'twice don-vi.json VPUB id',
  ]);
});

test('a plan with twenty faults is told twenty, each at its own place', () => {
  const isOfLists = (path: string): boolean => /^plan\.(?:indicators|tasks|reporting)\./.test(path);
  const placeOf = (path: string): string => path.split('.').slice(0, 3).join('.');
  const apart = ALL.filter(([, path, value], k) => {
    const first = ALL.findIndex((one) => isOfLists(one[1]) && placeOf(one[1]) === placeOf(path));
    // a row that is there twice, or a name that is gone, is told again where others name it
    return isOfLists(path) && first === k && !path.endsWith('.id') && value !== undefined;
  });
  const rows = new Set(apart.map(([, path]) => placeOf(path)));
  const more = [...plan.indicators.keys()]
    .filter((k) => !rows.has(`plan.indicators.${k}`))
    .map((k): Broken => ['', `plan.indicators.${k}.due`, '2019-12-31', `due-outside-plan ke-hoach.json ${plan.indicators[k]?.id} due`]);
  const twenty = [...apart, ...more].slice(0, 20);
  const both = twenty.reduce((spoilt, one) => spoil(one, spoilt), { plan, agencies } as { plan: unknown; agencies: unknown });
  expect(twenty).toHaveLength(20);
  expect(told(both).sort()).toEqual(twenty.map(([, , , said]) => said).sort());
});

test('what is out of shape does not hide what is wrong beside it', () => {
  const both = withField(withField({ plan, agencies }, 'plan.indicators.2.name', 7), 'plan.indicators.2.reporters.1', 'XB') as {
    plan: unknown;
  };
  expect(told(both)).toEqual(['unknown-agency ke-hoach.json PL1.I.1.3 reporters.1', 'shape ke-hoach.json PL1.I.1.3 name'].sort());
});

test('an agency that owes nothing is told', () => {
  const more = { ...agencies[0]!, id: 'HOI', name: 'Hội', shortName: 'Hội', defaultReporter: false };
  expect(told({ agencies: [...agencies, more] })).toEqual(['(owes-nothing) don-vi.json HOI ']);
});

test('whatever JSON is given for a plan is told, not thrown', () => {
  for (const odd of [null, 5, 'kế hoạch', [], {}, { indicators: 7 }, { indicators: [null, { id: 3 }] }]) {
    expect(told({ plan: odd, agencies: odd }).length).toBeGreaterThan(0);
  }
});

test.each([
  ['measure', { kind: 'number', from: 'stated', unit: 'người', decimals: 0, target: { op: 'at-least', value: 5 } }, /cơ quan nêu số/],
  ['measure', { kind: 'number', from: 'sum', unit: 'người', decimals: 0, target: { op: 'between', value: 5 } }, /mức trên/],
  ['measure', { kind: 'pooled-ratio', numerator: 'a', denominator: 'b' }, /một mức phải đạt/],
  ['measure', { kind: 'stated-level', statedBy: 'SYT', minLevel: 6 }, /vượt số cấp/],
  ['perAgency', { SYT: 5 }, /từng cơ quan phải đạt/],
])('what does not go together is told in words of its own: %s %j', (path, value, words) => {
  const messages = found({ plan: withField(plan, `indicators.0.${path}`, value) }).map(({ message }) => message);
  expect(messages.some((message) => words.test(message))).toBe(true);
  expect(messages.join(' ')).not.toContain('Kiểm tra lại theo hướng dẫn');
});
