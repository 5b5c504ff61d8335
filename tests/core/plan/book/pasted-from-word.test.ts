import { proposal } from './a-paste.ts';

const HEAD = ['TT', 'Chỉ tiêu', 'Mục tiêu', 'Cơ quan chủ trì', 'Cơ quan thực hiện'] as const;
const TASK_HEAD = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian thực hiện'] as const;
const [TT, NAME, TARGET, LEADS] = [0, 1, 2, 3];

/** Texts and doubts of what is proposed. */
async function read(...args: Parameters<typeof proposal>) {
  const { written, doubts } = await proposal(...args);
  const { indicators = [], tasks = [], groups = [], phases = [] } = written.plan as Record<string, Record<string, unknown>[]>;
  const told = Object.entries(doubts).filter(([, rows]) => rows.length > 0);
  return { indicators, tasks, groups, phases, doubts: Object.fromEntries(told) };
}

test('paragraphs of one cell that Excel put into rows of their own, the others merged over them, are one row', async () => {
  const { indicators, doubts } = await read(
    [
      HEAD,
      ['1', 'Tỷ lệ hồ sơ trực tuyến', '≥ 90%', 'Sở A', 'Các sở, ban, ngành'],
      ['', 'trên tổng số hồ sơ.', '', '', 'UBND các xã, phường;'],
      ['', '', '', '', 'Sở A'],
      ['2', 'Tỷ lệ số hóa', '100%', 'Sở B', ''],
    ],
    [
      [1, TT, 3, TT],
      [1, TARGET, 3, TARGET],
      [1, LEADS, 3, LEADS],
      [2, NAME, 3, NAME],
    ],
  );
  expect(indicators.map((row) => [row.tt, row.name, row.targetText, row.leadsText, row.implementersText])).toEqual([
    ['1', 'Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ.', '≥ 90%', 'Sở A', 'Các sở, ban, ngành; UBND các xã, phường; Sở A'],
    ['2', 'Tỷ lệ số hóa', '100%', 'Sở B', ''],
  ]);
  expect(doubts).toEqual({ joined: ['B1.1'] });
});

test('rows of their own below a number that is merged over them stay apart', async () => {
  const { indicators } = await read(
    [HEAD, ['1', 'Tỷ lệ A', '90%', 'Sở A', ''], ['', 'Tỷ lệ B', '80%', '', '']],
    [
      [1, TT, 2, TT],
      [1, LEADS, 2, LEADS],
    ],
  );
  expect(indicators.map(({ tt, name, targetText, leadsText }) => [tt, name, targetText, leadsText])).toEqual([
    ['1', 'Tỷ lệ A', '90%', 'Sở A'],
    ['1', 'Tỷ lệ B', '80%', 'Sở A'],
  ]);
});

test('a row with neither number nor name goes on with the one above it; below a heading, or farther down, it is none', async () => {
  const { indicators, doubts } = await read([
    HEAD,
    ['I', 'Chính quyền số', '', '', ''],
    ['', '', '', 'Đơn vị: tỷ lệ', ''],
    ['1', 'Tỷ lệ A', '90%', 'Sở A', 'Các sở'],
    ['', '', '', '', 'UBND các xã'],
    ['', '', '', '', ''],
    ['', '', '', 'TM. ỦY BAN NHÂN DÂN', ''],
  ]);
  expect(indicators.map(({ leadsText, implementersText }) => [leadsText, implementersText])).toEqual([['Sở A', 'Các sở; UBND các xã']]);
  expect(doubts).toEqual({ joined: ['B1.I.1'] });
});

test('offices that stand in lines of one cell are a list, as they come with signs of a list; a name that goes on stays one', async () => {
  const { indicators } = await read([
    HEAD,
    ['1', '·         Tỷ lệ A', '90%', 'Sở Khoa học và\nCông nghệ', '- Các sở\n- UBND các xã'],
    ['2', '\uf0b7 Tỷ lệ\u00a0B\u00ad mới', '90%', 'Sở Khoa học\nvà Công nghệ', 'Các sở,\nUBND các xã'],
  ]);
  expect(indicators.map(({ name, leadsText, implementersText }) => [name, leadsText, implementersText])).toEqual([
    ['Tỷ lệ A', 'Sở Khoa học và Công nghệ', 'Các sở; UBND các xã'],
    ['Tỷ lệ B mới', 'Sở Khoa học và Công nghệ', 'Các sở, UBND các xã'],
  ]);
});

test('the number of a footnote is no part of a text; what is raised as a part of a unit is', async () => {
  const { indicators, doubts } = await read([
    HEAD,
    ['1', ['Tỷ lệ hồ sơ trực tuyến', '1'], '90%', 'Sở A', ''],
    ['2', ['Tỷ lệ hồ sơ.', '[2]'], ['90%', '3'], 'Sở A', ''],
    ['3', ['Tỷ lệ diện tích sàn trên 100 m', '2'], '90%', 'Sở A', ''],
    ['4', 'Tỷ lệ giai đoạn 2', '90%', 'Sở A', ''],
  ]);
  expect(indicators.map(({ name, targetText }) => [name, targetText])).toEqual([
    ['Tỷ lệ hồ sơ trực tuyến', '90%'],
    ['Tỷ lệ hồ sơ.', '90%'],
    ['Tỷ lệ diện tích sàn trên 100 m2', '90%'],
    ['Tỷ lệ giai đoạn 2', '90%'],
  ]);
  expect(doubts).toEqual({ footnote: ['B1.1', 'B1.2'] });
});

test('a month that became a day is a month again, a row’s number that became a day or lost its nought is a number again', async () => {
  const days = [new Date('2027-05-01T00:00:00Z'), new Date('2026-09-30T00:00:00Z')];
  const { tasks, doubts } = await read(
    [TASK_HEAD, ['1', 'Việc A', 'Sở A', days[0]!], ['2', 'Việc B', 'Sở A', days[1]!], ['3', 'Việc C', 'Sở A', 2028]],
    [],
    'Nhiệm vụ',
  );
  expect(tasks.map(({ timeframeText, schedule }) => [timeframeText, (schedule as { due: string }).due])).toEqual([
    ['5/2027', '2027-05-31'],
    ['30/09/2026', '2026-09-30'],
    ['2028', '2028-12-31'],
  ]);
  expect(doubts).toEqual({ number: ['B2.1', 'B2.2', 'B2.3'] });
  const numbers = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z'), 1.3, '1.9', 1.1, 1.11, '1.19', 1.2, 2.1];
  const { indicators } = await read([HEAD, ...numbers.map((number, k) => [number, `Tỷ lệ ${k}`, '90%', 'Sở A', ''])]);
  expect(indicators.map(({ tt }) => tt)).toEqual(['1.1', '1.2', '1.3', '1.9', '1.10', '1.11', '1.19', '1.20', '2.1']);
});

test('a lead that got lost with a merged cell is proposed from the row above, under the same heading, and told of', async () => {
  const { indicators, doubts } = await read([
    HEAD,
    ['I', 'Nhóm một', '', '', ''],
    ['1', 'Tỷ lệ A', '90%', 'Sở A', 'Các sở'],
    ['2', 'Tỷ lệ B', '90%', '', 'Các sở'],
    ['II', 'Nhóm hai', '', '', ''],
    ['1', 'Tỷ lệ C', '90%', '', 'Các sở'],
  ]);
  expect(indicators.map(({ leadsText }) => leadsText)).toEqual(['Sở A', 'Sở A', '']);
  expect(doubts).toEqual({ lead: ['B1.I.2'] });
});

test('rows that are numbered anew below a group with such a number are its rows', async () => {
  const { indicators, groups, phases } = await read([
    HEAD,
    ['I', 'Giai đoạn 2026-2027', '', '', ''],
    ['1', 'Dịch vụ số', '', '', ''],
    [1, 'Tỷ lệ A', '90%', 'Sở A', ''],
    [2, 'Tỷ lệ B', '90%', 'Sở A', ''],
    ['2', 'Quản lý', '', '', ''],
    [1, 'Tỷ lệ C', '90%', 'Sở A', ''],
    ['II', 'Giai đoạn 2028-2030', '', '', ''],
    ['1', 'Dịch vụ số', '', '', ''],
    [1, 'Tỷ lệ D', '90%', 'Sở A', ''],
    ['III', 'Đến năm 2031', '', '', ''],
    [1, 'Tỷ lệ E', '90%', 'Sở A', ''],
  ]);
  expect(phases.map(({ id, tt }) => [id, tt])).toEqual([
    ['2026-2027', 'I'],
    ['2028-2030', 'II'],
    ['2031', 'III'],
  ]);
  expect(groups.map(({ id, phase, title }) => [id, phase, title])).toEqual([
    ['I.1', '2026-2027', 'Dịch vụ số'],
    ['I.2', '2026-2027', 'Quản lý'],
    ['II.1', '2028-2030', 'Dịch vụ số'],
  ]);
  expect(indicators.map(({ id, group }) => [id, group])).toEqual([
    ['B1.I.1.1', 'I.1'],
    ['B1.I.1.2', 'I.1'],
    ['B1.I.2.1', 'I.2'],
    ['B1.II.1.1', 'II.1'],
    ['B1.III.1', undefined],
  ]);
});

test('an office whose name was broken over lines by hand stays one; a list that nothing but its words shows is told of', async () => {
  const { indicators, doubts } = await read([
    HEAD,
    ['1', 'Tỷ lệ A', '90%', 'Văn phòng\nUBND tỉnh', 'Trung tâm\nPhục vụ hành chính công; UBND\nxã'],
    ['2', 'Tỷ lệ B', '90%', 'Sở\nTài chính', 'Đoàn TNCS\nHồ Chí Minh'],
    ['3', 'Tỷ lệ C', '90%', 'Ban Quản lý KKT\nDung Quất', 'Công an\nTỉnh'],
    ['4', 'Tỷ lệ D', '90%', 'Sở Tài chính\nCông an tỉnh', '- Các sở\n- các xã'],
    ['5', 'Tỷ lệ E', '90%', '●', ''],
  ]);
  expect(indicators.map(({ leadsText, implementersText }) => [leadsText, implementersText])).toEqual([
    ['Văn phòng UBND tỉnh', 'Trung tâm Phục vụ hành chính công; UBND xã'],
    ['Sở Tài chính', 'Đoàn TNCS Hồ Chí Minh'],
    ['Ban Quản lý KKT Dung Quất', 'Công an Tỉnh'],
    ['Sở Tài chính; Công an tỉnh', 'Các sở; các xã'],
    ['●', ''],
  ]);
  expect(doubts).toEqual({ offices: ['B1.4'] });
});

test('whatever number or day was made a text again is told of, in whichever column it stands', async () => {
  const day = new Date('2026-12-01T00:00:00Z');
  const { indicators, doubts } = await read([
    HEAD,
    ['1.9', 'Tỷ lệ A', '90%', 'Sở A', ''],
    [1.1, 'Tỷ lệ B', '90%', 'Sở A', ''],
    [day, 'Tỷ lệ C', '90%', 'Sở A', ''],
    [2, 'Tỷ lệ D', '90%', 'Sở A', day],
    [3, 'Tỷ lệ E', '90%', 'Sở A', ''],
  ]);
  expect(indicators.map(({ tt, implementersText }) => [tt, implementersText])).toEqual([
    ['1.9', ''],
    ['1.10', ''],
    ['1.12', ''],
    ['2', '12/2026'],
    ['3', ''],
  ]);
  expect(doubts).toEqual({ number: ['B1.110', 'B1.112', 'B1.2'] });
});
