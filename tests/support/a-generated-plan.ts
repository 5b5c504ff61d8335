import fc from 'fast-check';

/** A plan and its agencies as JSON: of every kind of measure, most of them sound, some with one thing wrong. */
export interface GeneratedPlan {
  readonly plan: object;
  readonly agencies: readonly object[];
}

const agencyOf = (k: number) => ({
  id: k < 3 ? `SO${k + 1}` : `X-${k + 1}`,
  name: k < 3 ? `Sở thứ ${k + 1}` : `UBND xã thứ ${k + 1}`,
  shortName: k < 3 ? `Sở ${k + 1}` : `Xã ${k + 1}`,
  kind: k < 3 ? 'provincial' : 'commune',
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

const reporters = fc.constantFrom(['SO', 'XA'], ['XA'], ['SO'], ['SO1', 'SO2', 'X-4']);
const due = fc.constantFrom('2026-12-31', '2027-06-30', '2028-12-31', '2029-01-01');

const indicator = fc
  .record({
    measure,
    reporters,
    due,
    targetText: fc.constantFrom('Đạt', 'Theo kế hoạch', '≥ 50%'),
    phase: fc.constantFrom('P1', 'P1', 'P2'),
    targets: fc.option(percent, { nil: undefined }),
    perAgency: fc.option(percent, { nil: undefined, freq: 5 }),
  })
  .map(({ targets, perAgency, phase, ...row }) => ({
    ...row,
    phase,
    group: phase === 'P1' ? 'A' : 'B',
    ...(targets !== undefined && { targets: { 2026: targets } }),
    ...(perAgency !== undefined && { perAgency: { SO1: perAgency } }),
  }));

const task = fc.record({
  leads: fc.constantFrom(['SO'], ['XA'], ['SO1', 'X-4']),
  optionalLeads: fc.constantFrom([], ['SO2']),
  schedule: fc.oneof(
    due.map((day) => ({ kind: 'by-date', start: null, due: day })),
    due.map((day) => ({ kind: 'continuous', start: '2026-01-01', due: day })),
    fc.constant({ kind: 'conditional', start: null, due: null, trigger: 'Sau khi có hướng dẫn' }),
  ),
});

/** Plans of two phases, five agencies, a handful of rows. */
export const generatedPlans: fc.Arbitrary<GeneratedPlan> = fc
  .tuple(fc.array(indicator, { minLength: 1, maxLength: 5 }), fc.array(task, { minLength: 1, maxLength: 3 }))
  .map(([indicators, tasks]) => ({ plan: planWith(indicators, tasks), agencies: Array.from({ length: 6 }, (_, k) => agencyOf(k)) }));

const TEXTS = { leadsText: 'Sở thứ 1', implementersText: 'Các đơn vị', leads: ['SO1'], implementers: ['Các đơn vị'] };

const planWith = (indicators: readonly object[], tasks: readonly object[]) => ({
  id: 'KH-SINH',
  title: 'Kế hoạch sinh ra để thử',
  number: '1/KH-UBND',
  date: '2026-01-05',
  basis: 'Nghị quyết thử',
  office: {
    name: 'tỉnh Thử',
    place: 'Thử',
    issuer: 'ỦY BAN NHÂN DÂN TỈNH THỬ',
    governs: { provincial: 'UBND TỈNH THỬ', commune: 'TỈNH THỬ' },
  },
  reporting: { to: 'Sở thứ 1', from: '01-01', cutOff: '12-15', deadline: '12-31', utcOffset: '+07:00' },
  thresholds: { version: '1', onTrack: 0.95, accelerate: 0.6, slow: 0, judgedFrom: 0.25, shortfallPoints: 0.5, note: '' },
  agencyGroups: [
    { id: 'SO', name: 'Các sở', kind: 'provincial' },
    { id: 'XA', name: 'Các xã', kind: 'commune' },
  ],
  appendices: [
    {
      id: 'PL1',
      kind: 'indicators',
      sheet: 'Phụ lục I',
      heading: 'Phụ lục I',
      title: 'CHỈ TIÊU',
      attached: '(Kèm theo)',
      columns: { tt: 'TT', name: 'Chỉ tiêu', target: 'Kết quả', leads: 'Cơ quan chủ trì', implementers: 'Cơ quan thực hiện' },
    },
    {
      id: 'PL2',
      kind: 'tasks',
      sheet: 'Phụ lục II',
      heading: 'Phụ lục II',
      title: 'NHIỆM VỤ',
      attached: '(Kèm theo)',
      columns: { tt: 'TT', name: 'Nhiệm vụ', leads: 'Cơ quan chủ trì', deliverable: 'Kết quả', timeframe: 'Thời gian thực hiện' },
    },
  ],
  phases: [
    { id: 'P1', tt: 'I', title: 'Giai đoạn 2026-2027', from: 2026, to: 2027 },
    { id: 'P2', tt: 'II', title: 'Giai đoạn 2028', from: 2028, to: 2028 },
  ],
  groups: [
    { id: 'A', phase: 'P1', title: 'Nhóm A' },
    { id: 'B', phase: 'P2', title: 'Nhóm B' },
  ],
  sections: [{ id: 'I', title: 'Mục I' }],
  indicators: indicators.map((row, k) => ({ id: `PL1.A.${k + 1}`, tt: String(k + 1), name: `Chỉ tiêu thứ ${k + 1}`, ...TEXTS, ...row })),
  tasks: tasks.map((row, k) => ({
    id: `PL2.I.${k + 1}`,
    section: 'I',
    tt: String(k + 1),
    name: `Nhiệm vụ thứ ${k + 1}`,
    leadsText: 'Các sở',
    coordinatorsText: '',
    coordinators: [],
    deliverable: 'Báo cáo',
    timeframeText: 'Hằng năm',
    ...row,
  })),
  openQuestions: [],
});
