import { instantOf } from '../../cli/instant.ts';
import { onePerAgency, type Sent } from '../../cli/one-per-agency.ts';
import { type Problem, sortProblems } from '../../cli/problems.ts';
import { WrongCall } from '../../cli/wrong-call.ts';
import { TINH_KHE } from '../support/a-form.ts';

const sent = (file: string, time: string | null, agency: Sent['agency'] = TINH_KHE): Sent => ({
  file,
  agency,
  modified: time === null ? null : new Date(time),
});
const said = (all: readonly Sent[]) => [...onePerAgency(all).findings].map(([file, { rule, severity }]) => `${file} ${severity} ${rule}`);

test('of two workbooks of one agency the one saved later counts, whatever its name', () => {
  const both = [sent('b.xlsx', '2026-11-20T01:00:00Z'), sent('a.xlsx', '2026-11-20T02:00:00Z')];
  expect([...onePerAgency(both).passedOver]).toEqual(['b.xlsx']);
  expect(said(both)).toEqual(['b.xlsx warning two-workbooks']);
});

test('equal or absent times leave it open: an error on both, neither counts', () => {
  for (const [one, two] of [
    ['2026-11-20T01:00:00Z', '2026-11-20T01:00:00Z'],
    [null, null],
    ['2026-11-20T01:00:00Z', null],
  ] as const) {
    expect(said([sent('a.xlsx', one), sent('b.xlsx', two)])).toEqual([
      'a.xlsx error two-workbooks-unclear',
      'b.xlsx error two-workbooks-unclear',
    ]);
  }
});

test('files without an identity are nobody’s and are not compared', () => {
  expect(said([sent('a.txt', null, null), sent('b.txt', null, null)])).toEqual([]);
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
