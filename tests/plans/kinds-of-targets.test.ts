import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowOutcome } from '../../core/consolidating/outcome.ts';
import { Day, plusDays } from '../../core/day.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import type { Measure } from '../../core/measures/schemas.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { checkPlan } from '../../core/plan/checking/check-plan.ts';
import { Plan } from '../../core/plan/plan.ts';
import { answered, counted, SILENT } from '../support/an-indicator.ts';

// The kinds of targets of nine public plans (two of Resolution 57, PAR, PCI and SIPAS, digital transformation, socio-economic tables), with
// how many of their 167 rows are of each, and how a plan writes them. The sides of a bound are cells of KHCN, NV, TC, YT; NV states.
const file = (name: string) => JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
const [plan, agencies] = [file('plan.json'), file('agencies.json')];
const REPORTERS = ['KHCN', 'NV', 'TC', 'YT'] as AgencyId[];
const ROW = 'K2.1';
const DUE = Day.parse('2028-12-31');

type Cells = readonly IndicatorCell[];
type Way = readonly [targetText: string, measure: Measure, met: readonly Cells[], notMet: readonly Cells[]];

const COUNTS = { numerator: 'số đạt', denominator: 'tổng số' };
const STATED = { kind: 'number', from: 'stated', statedBy: 'NV' } as const;
const SUM = { kind: 'number', from: 'sum' } as const;
const atLeast = (value: number) => ({ target: { op: 'at-least', value } }) as const;
const atMost = (value: number) => ({ target: { op: 'at-most', value } }) as const;
const ofNv = (...values: readonly (number | boolean)[]): Cells[] => values.map((value) => [SILENT, answered(value)]);
const ofAll = (...values: readonly (number | boolean)[]): Cells => values.map(answered);
const doneOn = (on: Day): Cells => [SILENT, { ...answered(true), on }];

const KINDS: readonly (readonly [kind: string, rows: number, ways: readonly Way[]])[] = [
  [
    'a ratio of two counts',
    60,
    [
      [
        '≥ 80%',
        { kind: 'pooled-ratio', atLeastPercent: 80, ...COUNTS },
        [[counted(10, 20), counted(70, 80)]],
        [[counted(10, 20), counted(69, 80)]],
      ],
      [
        'Từng đơn vị đạt 90%',
        { kind: 'each-agency', atLeastPercent: 90, ...COUNTS },
        [REPORTERS.map(() => counted(9, 10))],
        [[...REPORTERS.slice(1).map(() => counted(10, 10)), counted(899, 1000)]],
      ],
      [
        '99,5%',
        { kind: 'stated-ratio', statedBy: 'NV', atLeastPercent: 99.5, ...COUNTS },
        [[SILENT, counted(199, 200)]],
        [[SILENT, counted(198, 199)]],
      ],
    ],
  ],
  [
    'a share of agencies, a level',
    7,
    [
      [
        '75% số cơ quan',
        { kind: 'share-of-agencies', atLeastPercent: 75, ...COUNTS },
        [ofAll(true, true, true, false)],
        [ofAll(true, true, false, false)],
      ],
      ['Cấp độ 3', { kind: 'stated-level', statedBy: 'NV', minLevel: 3 }, ofNv(3, 4), ofNv(2)],
    ],
  ],
  ['a percentage without counts', 19, [['≥ 30% GRDP', { ...STATED, unit: '% GRDP', decimals: 2, ...atLeast(30) }, ofNv(30), ofNv(29.99)]]],
  [
    'a count, a sum',
    15,
    [['≥ 5.000 người', { ...SUM, unit: 'người', decimals: 0, ...atLeast(5000) }, [ofAll(2000, 3000)], [ofAll(2000, 2999)]]],
  ],
  ['a rank', 14, [['Trong nhóm 20/63', { ...STATED, unit: 'bậc', decimals: 0, outOf: 63, ...atMost(20) }, ofNv(20, 1), ofNv(21, 63)]]],
  [
    'a growth, a multiple',
    13,
    [
      [
        '16 - 18%/năm',
        { ...STATED, unit: '%/năm', decimals: 2, target: { op: 'between', value: 16, high: 18 } },
        ofNv(16, 18),
        ofNv(15.99, 18.01),
      ],
      ['Gấp 2,5 lần năm 2025', { ...STATED, unit: 'lần', decimals: 1, ...atLeast(2.5) }, ofNv(2.5), ofNv(2.4)],
    ],
  ],
  [
    'an index, a score, so many a head',
    11,
    [
      ['≥ 0,75', { ...STATED, unit: 'điểm', decimals: 4, ...atLeast(0.75) }, ofNv(0.75), ofNv(0.7499)],
      [
        '12 người/vạn dân',
        { kind: 'number', from: 'mean', unit: 'người/vạn dân', decimals: 1, ...atLeast(12) },
        [ofAll(11.9, 12.1)],
        [ofAll(11.9, 12)],
      ],
    ],
  ],
  [
    'an upper bound',
    10,
    [
      [
        'Không quá 1,5%',
        { kind: 'pooled-ratio', op: 'at-most', atMostPercent: 1.5, ...COUNTS },
        [[counted(15, 1000)]],
        [[counted(15_001, 1_000_000)]],
      ],
      ['≤ 30 phút', { ...STATED, unit: 'phút', decimals: 1, ...atMost(30) }, ofNv(30, 0), ofNv(30.1)],
    ],
  ],
  [
    'money',
    5,
    [
      [
        '≥ 350,5 tỷ đồng',
        { ...SUM, unit: 'tỷ đồng', decimals: 3, ...atLeast(350.5) },
        [ofAll(350.2, 0.1, 0.2)],
        [ofAll(350.2, 0.1, 0.199)],
      ],
    ],
  ],
  [
    'a reduction by points',
    5,
    [['Giảm 2 điểm phần trăm/năm', { ...STATED, unit: 'điểm phần trăm', decimals: 2, ...atLeast(2) }, ofNv(2), ofNv(1.99, -2)]],
  ],
  [
    'what is to be done by a day',
    8,
    [['Ban hành trong năm 2028', { kind: 'statement' }, [doneOn(DUE)], [doneOn(plusDays(DUE, 1)), ...ofNv(false)]]],
  ],
];
const WAYS = KINDS.flatMap(([kind, , ways]) => ways.map((way) => [kind, ...way] as const));

test('the kinds are those of all 167 rows', () => {
  expect(KINDS.reduce((sum, [, rows]) => sum + rows, 0)).toBe(167);
});

test.each(WAYS)('%s, “%s”: plan check takes it, and it is judged right on both sides', (_, targetText, measure, met, notMet) => {
  const reporters = 'statedBy' in measure || measure.kind === 'statement' ? ['NV'] : REPORTERS;
  const row = { ...plan.indicators.find(({ id }: { id: string }) => id === ROW), targetText, measure, reporters, due: DUE };
  const written = { ...plan, indicators: plan.indicators.map((one: { id: string }) => (one.id === ROW ? row : one)) };
  expect(checkPlan({ plan: written, agencies })).toEqual([]);
  const indicator = Plan.parse(written).indicators.find(({ id }) => id === ROW)!;
  const isMet = (cells: Cells) =>
    rowOutcome(
      indicator,
      cells.map((cell, k) => [REPORTERS[k]!, cell] as const),
    ).judged?.isMet;
  expect([met.map(isMet), notMet.map(isMet)]).toEqual([met.map(() => true), notMet.map(() => false)]);
});
