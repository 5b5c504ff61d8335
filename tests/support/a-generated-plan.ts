import { checkPlan } from '../../core/plan/checking/check-plan.ts';
import { PLAN_WARNINGS } from '../../core/plan/checking/plan-fault.ts';
import { PeriodKind } from '../../core/plan/period.ts';
import { periodsInYear } from '../../core/plan/period-parts.ts';
import { fc } from './properties.ts';

/** A plan and its agencies as JSON: of every kind of measure, most of them sound, some with one thing wrong. */
export interface GeneratedPlan {
  readonly plan: object;
  readonly agencies: readonly object[];
}

/** Kinds of agencies in words of their own. */
const KINDS = [
  ['so', 'xa'],
  ['benh-vien', 'hoi'],
  ['provincial', 'commune'],
] as const;

const GROUPS = { P1: ['A', 'A.1', 'A.1.1'], P2: ['B', 'B.1', 'B.1'] } as const;

const agencyOf = (k: number, kinds: readonly [string, string]) => ({
  id: k < 3 ? `SO${k + 1}` : `X-${k + 1}`,
  name: k < 3 ? `Sở thứ ${k + 1}` : `UBND xã thứ ${k + 1}`,
  shortName: k < 3 ? `Sở ${k + 1}` : `Xã ${k + 1}`,
  kind: kinds[k < 3 ? 0 : 1],
  ...(k === 0 && { submitsFor: ['X-4'] }),
  ...(k === 5 && { governs: 'SỞ THỨ 1', place: 'Nơi khác' }),
  roles: k === 0 ? ['reporter', 'consolidator'] : ['reporter'],
  defaultReporter: k !== 4,
  active: true,
});

const COUNTED = { numerator: 'số đạt', denominator: 'tổng số' };
const percent = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10);
const bound = percent.chain((value) =>
  fc.constantFrom<object>({ atLeastPercent: value }, { op: 'at-least', atLeastPercent: value }, { op: 'at-most', atMostPercent: value }),
);
const decimal = fc
  .tuple(fc.integer({ min: -10_000, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([count, k]) => Number(`${count}e-${k}`));
const target = fc
  .tuple(fc.constantFrom('at-least', 'at-most', 'between'), decimal, decimal)
  .map(([op, one, two]) => (op === 'between' ? { op, value: Math.min(one, two), high: Math.max(one, two) } : { op, value: one }));
const stater = fc.constantFrom('SO1', 'SO2', 'X-4');

const measure = fc.oneof(
  fc.tuple(fc.constantFrom('pooled-ratio', 'share-of-agencies', 'each-agency'), bound).map(([kind, own]) => ({ kind, ...own, ...COUNTED })),
  fc.tuple(stater, bound).map(([statedBy, own]) => ({ kind: 'stated-ratio', statedBy, ...own, ...COUNTED })),
  fc.tuple(stater, fc.integer({ min: 1, max: 5 })).map(([statedBy, minLevel]) => ({ kind: 'stated-level', statedBy, minLevel })),
  fc.constant({ kind: 'statement' }),
  fc
    .tuple(fc.constantFrom('sum', 'mean', 'stated'), stater, fc.constantFrom('%', 'tỷ đồng', 'người/vạn dân'), fc.nat(4), target)
    .map(([from, statedBy, unit, decimals, own]) => ({
      kind: 'number',
      from,
      ...(from === 'stated' && { statedBy }),
      unit,
      decimals,
      target: own,
    })),
);

const reporters = fc.constantFrom(['SO', 'XA'], ['XA'], ['SO'], ['SO1', 'SO2', 'X-4'], ['THIDIEM', 'X-4']);
const due = fc.constantFrom('2026-12-31', '2027-06-30', '2028-12-31', '2029-01-01');

/** One row in three is reported in the plan's other rhythm, where it has one. */
const isOfOtherRhythm = fc.nat(2).map((drawn) => drawn === 0);
const YEAR_DAYS = [
  { from: '01-01', cutOff: '12-15', deadline: '12-31' },
  { from: '12-01', cutOff: '11-30', deadline: '+01-15' },
  { cutOff: -10, deadline: 20 },
] as const;
const days = (kind: PeriodKind) => (kind === 'year' ? fc.constantFrom<object>(...YEAR_DAYS) : fc.constant({ cutOff: -2, deadline: 10 }));
const rhythms = fc
  .tuple(fc.constantFrom(...PeriodKind.options), fc.option(fc.constantFrom(...PeriodKind.options)))
  .chain(([every, other]) =>
    fc.tuple(days(every), other && other !== every ? days(other) : fc.constant(null)).map(([own, also]) => ({
      every,
      other: also && other,
      reporting: { every, ...own, ...(also && other && { also: { [other]: withoutStart(also) } }) },
    })),
  );
type Rhythm = Readonly<{ every: PeriodKind; other: PeriodKind | null; reporting: object }>;
const withoutStart = ({ from: _, ...rest }: { readonly from?: string }) => rest;

/** A generated row in one of the plan's rhythms; its own target is of the first period of that. */
function inRhythm<Row extends DrawnRow>({ every, other }: Rhythm, { isOfOtherRhythm: isOther, target, ...row }: Row) {
  const own = isOther && other ? other : every;
  const [first = ''] = periodsInYear(2026, own);
  return { ...row, ...(own !== every && { every: own }), ...(target !== undefined && { targets: { [first]: target } }) };
}
interface DrawnRow {
  readonly isOfOtherRhythm: boolean;
  readonly target?: number;
}

const indicator = fc
  .record({
    measure,
    reporters,
    due,
    table: fc.nat(9),
    targetText: fc.constantFrom('Đạt', 'Theo kế hoạch', '≥ 50%'),
    phase: fc.constantFrom('P1', 'P1', 'P2'),
    group: fc.constantFrom(undefined, 0, 1, 2),
    unitText: fc.constantFrom(undefined, '%', 'xã'),
    targets: fc.option(percent, { nil: undefined }),
    perAgency: fc.option(percent, { nil: undefined, freq: 5 }),
    isOfOtherRhythm,
  })
  .map(({ targets, perAgency, phase, group, unitText, ...row }) => ({
    ...row,
    phase,
    ...(group !== undefined && { group: GROUPS[phase === 'P1' ? 'P1' : 'P2'][group] }),
    ...(unitText !== undefined && { unitText }),
    ...(targets !== undefined && { target: targets }),
    ...(perAgency !== undefined && { perAgency: { SO1: perAgency } }),
  }));

const task = fc
  .record({
    leads: fc.constantFrom(['SO'], ['XA'], ['SO1', 'X-4']),
    optionalLeads: fc.constantFrom([], ['SO2']),
    table: fc.nat(9),
    isOfOtherRhythm,
    section: fc.constantFrom(undefined, 'I', 'I.1', 'II'),
    schedule: fc.oneof(
      due.map((day) => ({ kind: 'by-date', start: null, due: day })),
      due.map((day) => ({ kind: 'continuous', start: '2026-01-01', due: day })),
      fc.constant({ kind: 'conditional', start: null, due: null, trigger: 'Sau khi có hướng dẫn' }),
    ),
  })
  .map(({ section, ...row }) => ({ ...row, ...(section !== undefined && { section }) }));

/** A table of either kind, with as many columns of its own as a plan may have. */
const table = fc.record({
  kind: fc.constantFrom<'indicators' | 'tasks'>('indicators', 'tasks'),
  sheet: fc.constantFrom('Phụ lục', 'Biểu số', '1. Kinh tế & xã hội -', "Bảng 'A'"),
  heading: fc.constantFrom('Phụ lục I', 'Biểu số 03', 'Danh mục', 'PHỤ BIỂU 9'),
  few: fc.boolean(),
  unit: fc.boolean(),
});
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

/**
 * Plans of two phases, six agencies of odd kinds, one to five tables of either kind, a handful of rows below headings of none to three
 * levels.
 */
export const generatedPlans: fc.Arbitrary<GeneratedPlan> = fc
  .tuple(
    rhythms,
    fc.array(table, { minLength: 1, maxLength: 5 }),
    fc.array(indicator, { minLength: 1, maxLength: 6 }),
    fc.array(task, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...KINDS),
  )
  .map(([rhythm, tables, indicators, tasks, kinds]) => ({
    plan: planWith(
      rhythm,
      tables,
      { indicators: indicators.map((row) => inRhythm(rhythm, row)), tasks: tasks.map((row) => inRhythm(rhythm, row)) },
      kinds,
    ),
    agencies: Array.from({ length: 6 }, (_, k) => agencyOf(k, kinds)),
  }));

/** Whether `plan check` finds no error in it. */
export const isAccepted = (written: GeneratedPlan): boolean =>
  checkPlan(written).every(({ rule }) => PLAN_WARNINGS.some((warning) => warning === rule));

const TEXTS = { leadsText: 'Sở thứ 1', implementersText: 'Các đơn vị', leads: ['SO1'], implementers: ['Các đơn vị'] };
const TASK_TEXTS = { leadsText: 'Các sở', coordinatorsText: '', coordinators: [], deliverable: 'Báo cáo', timeframeText: 'Hằng năm' };

interface Placed {
  readonly table: number;
}

/** Rows in the tables of their kind, under ids of these; none where the plan has no such table. */
function placed<Row extends Placed>(rows: readonly Row[], tables: readonly { readonly id: string }[]) {
  return tables.length === 0
    ? []
    : rows.map(({ table: at, ...row }, k) => ({ id: `${tables[at % tables.length]?.id}.A.${k + 1}`, tt: String(k + 1), ...row }));
}

const appendix = ({ kind, sheet, heading, few, unit }: Table, k: number) => ({
  id: `${['B', 'PL', 'T'][k % 3]}${k + 1}`,
  kind,
  sheet: `${sheet} ${k + 1}`,
  heading,
  title: kind === 'tasks' ? 'NHIỆM VỤ' : 'CHỈ TIÊU',
  attached: '(Kèm theo)',
  columns:
    kind === 'tasks'
      ? {
          tt: 'STT',
          name: 'Nội dung',
          leads: 'Chủ trì',
          ...(!few && { coordinators: 'Phối hợp', deliverable: 'Sản phẩm', timeframe: 'Thời hạn' }),
        }
      : {
          tt: 'TT',
          name: 'Tên chỉ tiêu',
          ...(unit && { unit: 'ĐVT' }),
          target: 'Mục tiêu',
          leads: 'Theo dõi',
          ...(!few && { implementers: 'Thực hiện' }),
        },
});

function planWith(
  { reporting }: Rhythm,
  tables: readonly Table[],
  { indicators, tasks }: { readonly indicators: readonly Placed[]; readonly tasks: readonly Placed[] },
  kinds: readonly [string, string],
) {
  const appendices = tables.map(appendix);
  return {
    id: 'KH-SINH',
    title: 'Kế hoạch sinh ra để thử',
    number: '1/KH-UBND',
    date: '2026-01-05',
    basis: 'Nghị quyết thử',
    office: {
      name: 'tỉnh Thử',
      place: 'Thử',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH THỬ',
      whole: 'toàn địa bàn',
      governs: { [kinds[0]]: 'UBND TỈNH THỬ' },
    },
    reporting: { to: 'Sở thứ 1', ...reporting, utcOffset: '+07:00' },
    thresholds: { version: '1', onTrack: 0.95, accelerate: 0.6, slow: 0, judgedFrom: 0.25, shortfallPoints: 0.5, note: '' },
    agencyGroups: [
      { id: 'SO', name: 'Các sở', kind: kinds[0] },
      { id: 'XA', name: 'Các xã', kind: kinds[1] },
      { id: 'THIDIEM', name: 'Thí điểm', members: ['SO1', 'X-5'] },
    ],
    appendices,
    phases: [
      { id: 'P1', tt: 'I', title: 'Giai đoạn 2026-2027', from: 2026, to: 2027 },
      { id: 'P2', tt: '', title: 'Giai đoạn 2028', from: 2028, to: 2028 },
    ],
    groups: [
      { id: 'A', phase: 'P1', title: 'Nhóm A' },
      { id: 'A.1', phase: 'P1', parent: 'A', title: 'Nhóm con' },
      { id: 'A.1.1', phase: 'P1', parent: 'A.1', title: 'Nhóm cháu' },
      { id: 'B', phase: 'P2', title: 'Nhóm B' },
      { id: 'B.1', phase: 'P2', parent: 'B', title: 'Nhóm con' },
    ],
    sections: [
      { id: 'I', title: 'Mục I' },
      { id: 'I.1', parent: 'I', title: 'Mục con' },
      { id: 'II', title: 'Mục II' },
    ],
    indicators: placed(
      indicators,
      appendices.filter(({ kind }) => kind === 'indicators'),
    ).map((row, k) => ({
      name: `Chỉ tiêu thứ ${k + 1}`,
      ...TEXTS,
      ...row,
    })),
    tasks: placed(
      tasks,
      appendices.filter(({ kind }) => kind === 'tasks'),
    ).map((row, k) => ({ name: `Nhiệm vụ thứ ${k + 1}`, ...TASK_TEXTS, ...row })),
    openQuestions: [],
  };
}
