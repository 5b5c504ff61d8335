import type { Day } from '../../../core/day.ts';
import { compare, fraction, toNumber } from '../../../core/fraction.ts';
import { type HonoursList, honoursOf, type PartScore } from '../../../core/honours/honours.ts';
import { HONOURS_PARTS } from '../../../core/honours/parts.ts';
import { HONOURS_PART_IDS, type HonoursPartId, type HonoursWeights, sumOfWeights, USUAL_WEIGHTS } from '../../../core/honours/weights.ts';
import { Agencies, type AgencyId } from '../../../core/plan/agency.ts';
import { obligationsOf, owedBy } from '../../../core/plan/obligations.ts';
import { Period } from '../../../core/plan/period.ts';
import { deadlineOf } from '../../../core/plan/plan-periods.ts';
import type { Report } from '../../../core/report.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { agencies, obligationsIn, plan } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';
import { matrixOf, someReports } from '../../support/some-reports.ts';

const obligations = obligationsIn('2026');
const IN_TIME = deadlineOf(plan, obligations.period);
const weightsOf = fc.record({ timeliness: fc.nat(50), completeness: fc.nat(50), met: fc.nat(50), evidence: fc.nat(50) });
const daysOf = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });

const day = (from: Day, days: number): Day => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) as Day;
const sourceOf = (reports: readonly Report[], late: readonly number[] = [0], ground = obligations) => ({
  obligations: ground,
  matrix: matrixOf(reports, ground),
  reports,
  firstReceived: new Map(reports.map(({ agency }, k) => [agency, day(IN_TIME, late[k % late.length] ?? 0)])),
});
const linesIn = (lists: readonly HonoursList[]) => lists.flatMap(({ lines }) => lines);
const lineOf = (lists: readonly HonoursList[], id: string) => linesIn(lists).find(({ agency }) => agency === id)!;
const partOf = (parts: readonly PartScore[], id: HonoursPartId) => parts.find(({ part }) => part === id)!;
const full = (id: string, ground = obligations): Report => plainReport(ground, ground.agency.get(id)!);
const [LEAD, HOME] = ['SKHCN', 'SNV'] as [AgencyId, AgencyId];
const COMMUNE = obligations.agencies.at(-1)!.id;

test('points are never above the most that a part gives nor below nought, and scores lie between nought and a hundred', () => {
  fc.assert(
    fc.property(someReports('2026'), weightsOf, daysOf, (reports, weights, late) => {
      for (const { score, points, most, parts } of linesIn(honoursOf(sourceOf(reports, late), weights))) {
        expect([compare(score, fraction(0)) >= 0, compare(score, fraction(100)) <= 0, compare(points, fraction(most)) <= 0]).toEqual([
          true,
          true,
          true,
        ]);
        for (const { part, got, of, points: given, leftOut, facts } of parts) {
          expect([got >= 0, got <= of, compare(given, fraction(weights[part])) <= 0, (of === 0) === (leftOut !== null)]).toEqual([
            true,
            true,
            true,
            true,
          ]);
          if (part === 'timeliness') continue;
          expect([
            facts.filter(({ counts }) => counts === 'for').length,
            facts.filter(({ counts }) => counts !== 'left-out').length,
          ]).toEqual([got, of]);
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('weights that are so many times as high give the same ranks and scores', () => {
  fc.assert(
    fc.property(someReports('2026'), weightsOf, fc.integer({ min: 2, max: 9 }), (reports, weights, times) => {
      const more = Object.fromEntries(HONOURS_PART_IDS.map((id) => [id, weights[id] * times])) as HonoursWeights;
      const told = (asked: HonoursWeights) =>
        linesIn(honoursOf(sourceOf(reports), asked)).map(({ agency, rank, score }) => [agency, rank, toNumber(score)]);
      expect(told(more)).toEqual(told(weights));
    }),
    { numRuns: 15 },
  );
});

test('neither the order of the reports nor that of the days changes anything', () => {
  fc.assert(
    fc.property(someReports('2026'), daysOf, (reports, late) => {
      const one = sourceOf(reports, late);
      const other = { ...one, reports: reports.toReversed(), firstReceived: new Map([...one.firstReceived].toReversed()) };
      expect(honoursOf({ ...other, matrix: matrixOf(other.reports, obligations) }, USUAL_WEIGHTS)).toEqual(honoursOf(one, USUAL_WEIGHTS));
    }),
    { numRuns: 10 },
  );
});

test('everybody who owes a row stands in one list, better ones first; equal scores share a rank and the next one is behind all of them', () => {
  fc.assert(
    fc.property(someReports('2026'), daysOf, (reports, late) => {
      const lists = honoursOf(sourceOf(reports, late), USUAL_WEIGHTS);
      const all = lists.flatMap(({ lines, unranked }) => [...lines.map(({ agency }) => agency), ...unranked]);
      expect(all.toSorted()).toEqual(obligations.agencies.map(({ id }) => id).toSorted());
      for (const { lines } of lists)
        for (const { rank, sharing, score } of lines)
          expect([rank, sharing]).toEqual([
            1 + lines.filter((one) => compare(one.score, score) > 0).length,
            lines.filter((one) => compare(one.score, score) === 0).length,
          ]);
    }),
    { numRuns: 10 },
  );
});

test('the groups are those of the plan, each agency by its kind; who owes nothing is in none', () => {
  const lists = honoursOf(sourceOf([]), USUAL_WEIGHTS);
  expect(lists.map(({ group, lines }) => [group?.id, lines.length])).toEqual([
    ['SBN', 16],
    ['XA', 96],
  ]);
  const others = Agencies.parse(
    agencies.map((one) => ({ ...one, kind: one.id === COMMUNE ? 'hoi' : one.kind, defaultReporter: one.defaultReporter })),
  );
  const named = { id: 'NHOM', name: 'Nhóm thí điểm', members: [LEAD, COMMUNE] };
  const other = obligationsOf({ ...plan, agencyGroups: [named, ...plan.agencyGroups] }, others, Period.parse('2026'));
  const apart = honoursOf(sourceOf([], [0], other), USUAL_WEIGHTS);
  expect(apart.map(({ group, lines }) => [group?.id, lines.length])).toEqual([
    ['SBN', 16],
    ['XA', 95],
  ]);
  expect(owedBy(other, COMMUNE).indicators).toEqual([]);
});

test('an agency that the plan puts into no group is ranked among others of that sort', () => {
  const kinds = plan.agencyGroups.filter(({ id }) => id === 'XA');
  const alone = { ...obligations, plan: { ...obligations.plan, agencyGroups: kinds } };
  expect(honoursOf(sourceOf([], [0], alone), USUAL_WEIGHTS).map(({ group, lines }) => [group?.id ?? null, lines.length])).toEqual([
    ['XA', 96],
    [null, 16],
  ]);
});

test('each day late costs a tenth of the points, ten days all of them; whose day is not known is not judged by it', () => {
  const reports = [full(LEAD)];
  const shareAt = (late: number) => partOf(lineOf(honoursOf(sourceOf(reports, [late]), USUAL_WEIGHTS), LEAD).parts, 'timeliness');
  expect([-5, 0, 1, 9, 10, 40].map((late) => toNumber(shareAt(late).points))).toEqual([20, 20, 18, 2, 0, 0]);
  const unknown = honoursOf({ ...sourceOf(reports), firstReceived: new Map() }, USUAL_WEIGHTS);
  expect(partOf(lineOf(unknown, LEAD).parts, 'timeliness')).toMatchObject({ of: 0, leftOut: 'Không rõ ngày nhận báo cáo.' });
  expect(partOf(lineOf(unknown, HOME).parts, 'timeliness')).toMatchObject({ got: 0, of: 10, leftOut: null });
});

test('a commune that is alone responsible for no row is not measured by that part, and loses nothing by it', () => {
  const report = full(COMMUNE);
  const complete = {
    ...report,
    indicators: Object.fromEntries(Object.entries(report.indicators).map(([row, entry]) => [row, { ...entry, evidence: 'BC 12/BC-UBND' }])),
    tasks: Object.fromEntries(
      Object.entries(report.tasks).map(([row, entry]) => [row, { ...entry, status: 'done', document: '12/QĐ-UBND' }]),
    ),
  } as Report;
  const line = lineOf(honoursOf(sourceOf([complete]), USUAL_WEIGHTS), COMMUNE);
  expect(partOf(line.parts, 'met')).toMatchObject({ got: 0, of: 0, facts: [] });
  expect([line.most, toNumber(line.score)]).toEqual([70, 100]);
});

test('who answers everywhere that there is no figure is not complete, and so not among the best', () => {
  const report = full(COMMUNE);
  const silent = {
    ...report,
    indicators: Object.fromEntries(
      Object.keys(report.indicators).map((row) => [row, { state: 'no-figure', explanation: 'Chưa tổng hợp' }]),
    ),
  } as Report;
  const { got, of } = partOf(lineOf(honoursOf(sourceOf([silent]), USUAL_WEIGHTS), COMMUNE).parts, 'completeness');
  expect([of - got, of]).toEqual([
    Object.keys(silent.indicators).length,
    owedBy(obligations, COMMUNE).indicators.length + owedBy(obligations, COMMUNE).tasks.length,
  ]);
});

test('a lead answers for the rows that it leads alone; what has time left counts neither way', () => {
  const lists = honoursOf(sourceOf([full(LEAD), full(HOME)]), USUAL_WEIGHTS);
  const { facts } = partOf(lineOf(lists, LEAD).parts, 'met');
  const rows = facts.map(({ row }) => row);
  expect([rows.includes('PL1.I.2.1' as never), rows.includes('PL2.III.2' as never), rows.includes('PL2.IV.1' as never)]).toEqual([
    true,
    true,
    false,
  ]);
  for (const { says, counts } of facts) {
    if (says.includes('còn hạn') || says.includes('Đang thực hiện')) expect(counts).toBe('left-out');
    if (/: (Đạt|Hoàn thành)/.test(says)) expect(counts).toBe('for');
  }
});

test('a row that each agency must reach counts for each by its own figure', () => {
  const later = obligationsIn('2028');
  const report = full(COMMUNE, later);
  const row = 'PL1.II.2.4';
  const counts = (numerator: number) => {
    const changed = { ...report, indicators: { ...report.indicators, [row]: { state: 'reported', numerator, denominator: 4 } } } as Report;
    const source = { ...sourceOf([changed], [0], later) };
    return partOf(lineOf(honoursOf(source, USUAL_WEIGHTS), COMMUNE).parts, 'met').facts.find((fact) => fact.row === row)?.counts;
  };
  expect([counts(1), counts(0)]).toEqual(['for', 'left-out']);
});

test('the usual weights make a whole, and every part says what it is called and its rule', () => {
  expect([sumOfWeights(USUAL_WEIGHTS), HONOURS_PARTS.map(({ id }) => id)]).toEqual([100, [...HONOURS_PART_IDS]]);
  for (const { name, rule } of HONOURS_PARTS) expect([name.length > 0, rule.endsWith('.')]).toEqual([true, true]);
});
