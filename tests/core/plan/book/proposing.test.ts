import { proposeAgencies } from '../../../../core/plan/book/proposed-agencies.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { type Line, proposal, proposed } from './a-paste.ts';

test('targets of single years stand in columns of their own; the last one, or one to the end, is the target', async () => {
  const { indicators, appendices } = await proposed([
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu 2026', 'Mục tiêu 2027', 'Mục tiêu 2028', 'Cơ quan chủ trì'],
    ['1', 'Tỷ lệ hồ sơ trực tuyến', '%', '60', '75,5', '90', 'Sở A'],
    ['2', 'Hoàn thành trung tâm dữ liệu', '', '', '', 'hoàn thành năm 2028', 'Sở A'],
  ]);
  expect(indicators.map(({ targetText, targets }) => [targetText, targets])).toEqual([
    ['90', { 2026: 60, 2027: 75.5, 2028: 90 }],
    ['hoàn thành năm 2028', undefined],
  ]);
  expect(appendices[0]?.columns).toMatchObject({
    tt: 'TT',
    name: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    target: 'Mục tiêu 2028',
    leads: 'Cơ quan chủ trì',
  });
});

test('so do headings in two rows, with what was before beside them, and a target to the end', async () => {
  const { indicators, appendices } = await proposed(
    [
      ['STT', 'Tên chỉ tiêu', 'Thực hiện 2025', 'Mục tiêu', '', '', 'Mục tiêu đến năm 2030', 'Cơ quan chủ trì'],
      ['', '', '', '2026', '2027', '2028', '', ''],
      ['1', 'Tỷ lệ hồ sơ trực tuyến', '41%', '60%', '75%', '90%', '≥ 95%', 'Sở A'],
    ],
    [
      [0, 3, 0, 5],
      [0, 0, 1, 0],
      [0, 1, 1, 1],
      [0, 2, 1, 2],
      [0, 6, 1, 6],
      [0, 7, 1, 7],
    ],
  );
  expect(indicators).toMatchObject([
    { targetText: '≥ 95%', targets: { 2026: 60, 2027: 75, 2028: 90 }, measure: { kind: 'pooled-ratio', atLeastPercent: 95 } },
  ]);
  expect(appendices[0]?.columns).toMatchObject({ target: 'Mục tiêu đến năm 2030' });
});

const QUARTERLY = { 'Tên kế hoạch': 'Kế hoạch chuyển đổi số năm 2026', 'Kỳ báo cáo chung': 'quý' };

test('targets of quarters stand in columns of their own, of the year that the heading, the column beside or the plan names', async () => {
  const rows = (...headings: string[]): readonly Line[] => [
    ['STT', 'Nội dung', 'ĐVT', ...headings, 'Đơn vị chủ trì'],
    ['1', 'Số người được tập huấn', 'Người', '12.000', '2.000', '5.000', '', '12.000', 'Sở A'],
  ];
  const quarters = { '2026-Q1': 2000, '2026-Q2': 5000, '2026-Q4': 12000 };
  for (const headings of [
    ['Kế hoạch năm 2026', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
    ['Mục tiêu', 'Quý I/2026', 'Quý II/2026', 'Quý III/2026', 'Quý IV/2026'],
    ['Mục tiêu cả năm', 'Mục tiêu quý 1', 'Mục tiêu quý 2', 'Mục tiêu quý 3', 'Mục tiêu quý 4'],
  ]) {
    const { indicators } = await proposed(rows(...headings), [], 'Chỉ tiêu', QUARTERLY);
    expect(indicators.map(({ targetText, targets }) => [targetText, targets])).toEqual([['12.000', quarters]]);
  }
  const { indicators } = await proposed(
    [
      ['STT', 'Nội dung', 'Kế hoạch năm 2026', 'Phân theo quý', '', 'Đơn vị chủ trì'],
      ['', '', '', 'Quý I', 'Quý II', ''],
      ['1', 'Số người được tập huấn', '12.000 người', '2.000', '5.000', 'Sở A'],
    ],
    [[0, 3, 0, 4]],
    'Chỉ tiêu',
    QUARTERLY,
  );
  expect(indicators).toMatchObject([{ targetText: '12.000 người', targets: { '2026-Q1': 2000, '2026-Q2': 5000 } }]);
});

test('a column that is not read is told of, and so are quarters of a plan without any', async () => {
  const lines: readonly Line[] = [
    ['STT', 'Chỉ tiêu', 'Hiện trạng 2025', 'Mục tiêu', 'Quý I', 'Quý II', 'Cơ quan chủ trì', 'Trống', 'Căn cứ'],
    ['1', 'Tỷ lệ hồ sơ trực tuyến', '41%', '≥ 95%', '20', '40', 'Sở A', '', 'NQ 57'],
  ];
  expect((await proposal(lines, [], 'Chỉ tiêu', QUARTERLY)).unread).toEqual([
    { sheet: 'Chỉ tiêu', headings: ['Hiện trạng 2025', 'Căn cứ'] },
  ]);
  expect((await proposal(lines)).unread).toEqual([{ sheet: 'Chỉ tiêu', headings: ['Hiện trạng 2025', 'Quý I', 'Quý II', 'Căn cứ'] }]);
  expect(
    (
      await proposal([
        ['STT', 'Chỉ tiêu', 'Mục tiêu', 'Cơ quan chủ trì'],
        ['1', 'Tỷ lệ A', '5%', 'Sở A'],
      ])
    ).unread,
  ).toEqual([]);
});

test('what the spreadsheet took for a day or a number when it was pasted reads as the plan has it, and numbers are told of', async () => {
  const day = new Date('2026-09-30T00:00:00Z');
  const lines: readonly Line[] = [
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu', 'Quý I', 'Quý II', 'Cơ quan chủ trì'],
    [1.1, 'Doanh thu', 'tỷ đồng', 1250.5, 2000, 2050, 'Sở A'],
    ['1.2', 'Số người', 'người', '12.000', '2.000', '5.000', 'Sở A'],
  ];
  const kept = await proposal(lines, [], 'Chỉ tiêu', QUARTERLY);
  const { indicators } = kept.written.plan as Plan;
  expect(indicators.map(({ tt, targetText, targets }) => [tt, targetText, targets])).toEqual([
    ['1.1', '1250,5', { '2026-Q1': 2000, '2026-Q2': 2050 }],
    ['1.2', '12.000', { '2026-Q1': 2000, '2026-Q2': 5000 }],
  ]);
  expect(kept.doubts.number).toEqual([indicators[0]?.id]);
  const task: readonly Line[] = [
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
    ['1', 'Bệnh án điện tử', 'Sở A', day],
  ];
  const { tasks } = await proposed(task, [], 'Nhiệm vụ');
  expect(tasks.map(({ timeframeText, schedule }) => [timeframeText, schedule.due])).toEqual([['30/09/2026', '2026-09-30']]);
});

test('a task over the whole year goes on all the time', async () => {
  const { tasks } = await proposed(
    [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
      ['1', 'Duy trì tổ công nghệ số', 'Sở A', 'Cả năm'],
    ],
    [],
    'Nhiệm vụ',
    QUARTERLY,
  );
  expect(tasks.map(({ schedule }) => schedule)).toEqual([{ kind: 'continuous', start: null, due: '2026-12-31' }]);
});

test('groups within groups: I, 1, a; a row stands beside a group that is numbered as it is', async () => {
  const { groups, indicators } = await proposed([
    ['TT', 'Chỉ tiêu', 'Mục tiêu', 'Cơ quan chủ trì'],
    ['I', 'Hạ tầng số', '', ''],
    ['1', 'Mạng', '', ''],
    ['a', 'Tỷ lệ phủ sóng', '≥ 90%', 'Sở A'],
    ['b', 'Tỷ lệ cáp quang', '≥ 80%', 'Sở A'],
    ['2', 'Trung tâm dữ liệu', 'hoàn thành năm 2027', 'Sở A'],
    ['II', 'Dữ liệu số', '', ''],
    ['1', 'Tỷ lệ số hóa', '100%', 'Sở A'],
  ]);
  expect(groups.map(({ id, parent, title }) => [id, parent, title])).toEqual([
    ['I', undefined, 'Hạ tầng số'],
    ['I.1', 'I', 'Mạng'],
    ['II', undefined, 'Dữ liệu số'],
  ]);
  expect(indicators.map(({ id, group }) => [id, group])).toEqual([
    ['B1.I.1.a', 'I.1'],
    ['B1.I.1.b', 'I.1'],
    ['B1.I.2', 'I'],
    ['B1.II.1', 'II'],
  ]);
});

test('letters that are Roman numbers too are what those before them are', async () => {
  const heading = (number: string): Line => [number, `Nhóm ${number}`, '', ''];
  const letters = ['A', 'B', 'C', 'D', 'E'];
  const { groups } = await proposed([
    ['TT', 'Chỉ tiêu', 'Mục tiêu', 'Cơ quan chủ trì'],
    ...letters.flatMap((letter): Line[] => [heading(letter), ['1', `Tỷ lệ của nhóm ${letter}`, '90%', 'Sở A']]),
  ]);
  expect(groups.map(({ id, parent }) => [id, parent])).toEqual(letters.map((letter) => [letter, undefined]));
});

test('a cell that goes over several rows is said in each of them', async () => {
  const { tasks } = await proposed(
    [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian thực hiện'],
      ['1', 'Ban hành quy chế', 'Sở A', 'Quý II/2026'],
      ['2', 'Tổ chức tập huấn', '', ''],
    ],
    [
      [1, 2, 2, 2],
      [1, 3, 2, 3],
    ],
    'Nhiệm vụ',
  );
  expect(tasks.map(({ leadsText, timeframeText, schedule }) => [leadsText, timeframeText, schedule.due])).toEqual([
    ['Sở A', 'Quý II/2026', '2026-06-30'],
    ['Sở A', 'Quý II/2026', '2026-06-30'],
  ]);
});

test('who is neither an office of the province nor a commune has a kind and a group of its own', () => {
  const plan = { agencyGroups: [] as object[] };
  const names = [
    'Sở A',
    'Bệnh viện Đa khoa tỉnh',
    'Trung tâm Y tế khu vực B',
    'Trường Cao đẳng C',
    'Hội Nông dân tỉnh',
    'Công ty Điện lực',
    'Công an tỉnh',
    'UBND xã D',
  ];
  const agencies: Record<string, unknown>[] = names.map((name) => ({ name }));
  proposeAgencies(plan, agencies);
  expect(agencies.map(({ kind }) => kind)).toEqual(['so', 'benh-vien', 'benh-vien', 'truong', 'hoi', 'doanh-nghiep', 'so', 'xa']);
  expect(plan.agencyGroups).toEqual([
    { id: 'SBN', name: 'Các sở, ban, ngành', kind: 'so' },
    { id: 'BV', name: 'Các bệnh viện, trung tâm y tế', kind: 'benh-vien' },
    { id: 'TR', name: 'Các trường', kind: 'truong' },
    { id: 'HDT', name: 'Các hội, đoàn thể', kind: 'hoi' },
    { id: 'DN', name: 'Các doanh nghiệp', kind: 'doanh-nghiep' },
    { id: 'XP', name: 'UBND các xã, phường', kind: 'xa' },
  ]);
});

test('of agencies a name is enough: the rest is proposed, and nothing that stands there is changed', () => {
  const plan = { reporting: { to: 'Sở Khoa học và Công nghệ' }, agencyGroups: [] as object[] };
  const own = {
    id: 'STC-01',
    name: 'Sở Tài chính',
    kind: 'so',
    roles: ['reporter'],
    defaultReporter: false,
    active: false,
    shortName: 'STC',
  };
  const names = ['Văn phòng UBND tỉnh', 'Sở Khoa học và Công nghệ', 'Sở Xây dựng', 'Sở Y tế', 'UBND xã A', 'Ủy ban nhân dân phường B'];
  const agencies = [...names.map((name) => ({ name })), { ...own }, { name: 'Sở Xét duyệt' }, { name: '' }] as Record<string, unknown>[];
  const proposed = proposeAgencies(plan, agencies);
  expect(agencies.map(({ id, kind, roles }) => [id, kind, roles])).toEqual([
    ['VPUB', 'so', ['reporter']],
    ['SKHCN', 'so', ['reporter', 'consolidator']],
    ['SXD', 'so', ['reporter']],
    ['SYT', 'so', ['reporter']],
    ['X01', 'xa', ['reporter']],
    ['X02', 'xa', ['reporter']],
    ['STC-01', 'so', ['reporter']],
    ['SXD2', 'so', ['reporter']],
    [undefined, undefined, undefined],
  ]);
  expect(agencies[6]).toEqual(own);
  expect([proposed.has('STC-01'), proposed.get('SXD2')]).toEqual([
    false,
    ['id', 'shortName', 'kind', 'roles', 'defaultReporter', 'active'],
  ]);
  expect(plan.agencyGroups).toEqual([
    { id: 'SBN', name: 'Các sở, ban, ngành', kind: 'so' },
    { id: 'XP', name: 'UBND các xã, phường', kind: 'xa' },
  ]);
});
