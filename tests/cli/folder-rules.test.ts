import { instantOf } from '../../cli/instant.ts';
import { type FolderWorkbook, onePerAgency } from '../../cli/one-per-agency.ts';
import { type Problem, sortProblems } from '../../cli/problems.ts';
import { WrongCall } from '../../cli/wrong-call.ts';
import type { Clock } from '../../core/saved-time.ts';
import { sentenceOf } from '../../core/wording/findings.ts';
import { TINH_KHE } from '../support/a-form.ts';

const OFFICE = 'LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2';
const clock: Clock = { offset: '+07:00', now: new Date('2026-11-30T17:00:00Z') };
const sent = (file: string, time: string | null, more: Partial<FolderWorkbook> = {}): FolderWorkbook => ({
  file,
  agency: TINH_KHE,
  content: file,
  modified: time === null ? null : { at: time, mayBeLocal: false, program: null },
  ...more,
});
const byOffice = (file: string, time: string, program: string | null = OFFICE): FolderWorkbook =>
  sent(file, null, { modified: { at: time, mayBeLocal: true, program } });
const said = (all: readonly FolderWorkbook[]) =>
  [...onePerAgency(all, clock).findings].map(([file, { rule, severity }]) => `${file} ${severity} ${rule}`);
const counted = (all: readonly FolderWorkbook[]) => {
  const { passedOver } = onePerAgency(all, clock);
  return all.map(({ file }) => file).filter((file) => !passedOver.has(file));
};

test('of two workbooks of one agency the one saved later counts, whatever its name', () => {
  const both = [sent('b.xlsx', '2026-11-20T01:00:00Z'), sent('a.xlsx', '2026-11-20T02:00:00Z')];
  expect([counted(both), said(both)]).toEqual([['a.xlsx'], ['b.xlsx warning two-workbooks']]);
});

test('equal or absent times leave it open: an error on both, neither counts', () => {
  for (const [one, two] of [
    ['2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z'],
    [null, null],
    ['2026-11-20T01:00:00Z', null],
    ['2026-11-20T01:00:00Z', '2026-11-30T17:00:01Z'],
  ] as const) {
    const both = [sent('a.xlsx', one), sent('b.xlsx', two)];
    expect([counted(both), said(both)]).toEqual([[], ['a.xlsx error two-workbooks-unclear', 'b.xlsx error two-workbooks-unclear']]);
  }
});

test('a time that LibreOffice wrote decides only where reading it as local time changes nothing', () => {
  const excel = sent('excel.xlsx', '2026-11-20T07:00:00Z');
  const beside = (time: string) => counted([byOffice('office.xlsx', time), excel]);
  expect(beside('2026-11-20T14:00:01Z')).toEqual(['office.xlsx']);
  expect(['2026-11-20T14:00:00Z', '2026-11-20T09:00:00Z', '2026-11-20T07:00:00Z'].map(beside)).toEqual([[], [], []]);
  expect(beside('2026-11-20T06:59:59Z')).toEqual(['excel.xlsx']);
});

test('two times of the same LibreOffice are read alike; of two different ones each may be local', () => {
  const [earlier, later] = ['2026-11-20T09:00:00Z', '2026-11-20T10:00:00Z'] as const;
  expect(counted([byOffice('a.xlsx', later), byOffice('b.xlsx', earlier)])).toEqual(['a.xlsx']);
  expect(counted([byOffice('a.xlsx', later), byOffice('b.xlsx', earlier, 'LibreOffice/24.2.1.2$Windows_X86_64')])).toEqual([]);
  expect(counted([byOffice('a.xlsx', later, null), byOffice('b.xlsx', earlier, null)])).toEqual([]);
});

test('a local time that would lie after the moment of consolidation as UTC is known to be local', () => {
  const office = byOffice('office.xlsx', '2026-11-30T18:00:00Z');
  expect(counted([office, sent('excel.xlsx', '2026-11-30T10:59:59Z')])).toEqual(['office.xlsx']);
  expect(counted([office, sent('excel.xlsx', '2026-11-30T11:00:01Z')])).toEqual(['excel.xlsx']);
});

test('of three workbooks the one later than both others counts; one doubt about it leaves all out', () => {
  const three = [sent('a', '2026-11-20T01:00:00Z'), sent('b', '2026-11-20T02:00:00Z'), byOffice('c', '2026-11-20T00:30:00Z')];
  expect([counted(three), said(three)]).toEqual([['b'], ['a warning two-workbooks', 'c warning two-workbooks']]);
  const doubtful = [sent('a', '2026-11-20T01:00:00Z'), sent('b', '2026-11-20T02:00:00Z'), byOffice('c', '2026-11-20T05:00:00Z')];
  expect([counted(doubtful), said(doubtful).length]).toEqual([[], 3]);
  expect(counted([sent('a', null), ...three.slice(0, 2)])).toEqual([]);
});

test('copies of the same bytes count once, and one warning names them all', () => {
  const copies = ['bieu.xlsx', 'bieu (1).xlsx', 'bieu (2).xlsx'].map((file) => sent(file, null, { content: 'same' }));
  expect(counted(copies)).toEqual(['bieu (1).xlsx']);
  const said = [...onePerAgency(copies, clock).findings];
  expect(said.map(([file, one]) => [file, one.severity, sentenceOf(one)])).toEqual([
    [
      'bieu (2).xlsx',
      'warning',
      'Một đơn vị có nhiều tệp giống hệt nhau: “bieu (1).xlsx”, “bieu (2).xlsx”, “bieu.xlsx”. Chỉ tính một lần, theo tệp “bieu (1).xlsx”.',
    ],
  ]);
});

test('copies beside another workbook are one workbook: the later of the two contents counts, once', () => {
  const old = ['a.xlsx', 'c.xlsx'].map((file) => sent(file, '2026-11-20T01:00:00Z', { content: 'old' }));
  const young = ['b.xlsx', 'd.xlsx'].map((file) => sent(file, '2026-11-20T02:00:00Z', { content: 'young' }));
  expect([counted([...old, ...young]), said([...old, ...young])]).toEqual([['b.xlsx'], ['a.xlsx warning two-workbooks']]);
  const unclear = [...old, sent('b.xlsx', null)];
  expect([counted(unclear), said(unclear).length]).toEqual([[], 3]);
});

test('files without an identity are nobody’s and are not compared', () => {
  expect(said([sent('a.txt', null, { agency: null }), sent('b.txt', null, { agency: null })])).toEqual([]);
});

test('problems stand by file, sheet, row and column, by code points', () => {
  const problem = (file: string, sheet?: string, cell?: string) =>
    ({ file, ...(sheet && { sheet }), ...(cell && { cell }), rule: 'formula', severity: 'warning', message: '' }) as Problem;
  const sorted = [
    problem('b', 'Phụ lục I', 'J12'),
    problem('b'),
    problem('b', 'Phụ lục I', 'AA2'),
    problem('b', 'Phụ lục I', 'J2'),
    problem('Đ'),
    problem('a', 'Phụ lục II', 'A1'),
  ];
  expect(sortProblems(sorted).map(({ file, cell }) => `${file} ${cell ?? ''}`)).toEqual(['a A1', 'b ', 'b J2', 'b AA2', 'b J12', 'Đ ']);
});

test('a moment without a zone is the plan’s own time', () => {
  expect(instantOf('2026-11-30T08:00:00+07:00', '+07:00')).toEqual(new Date('2026-11-30T01:00:00Z'));
  expect(instantOf('2026-11-30T08:00:00', '+07:00')).toEqual(new Date('2026-11-30T01:00:00Z'));
  for (const text of ['hôm qua', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026'])
    expect(() => instantOf(text, '+07:00')).toThrow(WrongCall);
});
