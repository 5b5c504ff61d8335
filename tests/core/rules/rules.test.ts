import type { Matrix } from '../../../core/matrix.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { owedBy } from '../../../core/plan/obligations.ts';
import { equalReports } from '../../../core/rules/same-as-another.ts';
import { aForm, FINANCE, obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';

const A = 'PL1.I.1.3';
const T = 'PL2.II.1';
const nameOf = (one: string) => one.split(' ')[1];
const lastPeriod = (counts: Record<string, { numerator: number; denominator: number }>) =>
  ({
    period: '2026',
    indicators: Object.entries(counts).map(([id, count]) => ({ id, cells: { [TINH_KHE]: { state: 'reported', ...count } } })),
  }) as unknown as Matrix;
const said = (form: ReturnType<typeof aForm>) => form.found().map((one) => one.split(' ').slice(0, 2).join(' '));

test.each([
  ['a part above its whole', [11, 10, 'Có số liệu'], 'error part-within-whole'],
  ['a part above a whole of nought', [5, 0, 'Có số liệu'], 'error whole-not-zero'],
  ['a numerator alone', [11, null, 'Có số liệu'], 'error both-counts'],
  ['a denominator alone', [null, 11, null], 'error both-counts'],
  ['nought of nought as a figure', [0, 0, 'Có số liệu'], 'error whole-not-zero'],
  ['a state without figures', [null, null, 'Có số liệu'], 'error figure-needed'],
  ['nothing arose beside figures', [5, 5, 'Không phát sinh'], 'error nothing-arose-with-figure'],
  ['no figure beside figures', [5, 10, 'Chưa có số liệu'], 'error no-figure-with-figure'],
  ['no figure without a reason', [null, null, 'Chưa có số liệu'], 'error no-figure-explained'],
  ['a blank row', [null, null, null], 'warning row-left-blank'],
])('%s is one finding', (_, [numerator, denominator, state], wanted) => {
  const form = aForm()
    .filled()
    .figures(A, numerator as number, denominator as number, state as string);
  expect(said(form)).toEqual(
    wanted === 'error no-figure-with-figure' ? ['error no-figure-with-figure', 'error no-figure-explained'] : [wanted],
  );
});

test('an explanation alone is no report', () => {
  expect(said(aForm().filled().figures(A, null, null, null).put(A, 'explanation', 'Đang rà soát'))).toEqual(['warning row-left-blank']);
});

test('figures without a state count as figures, a whole with no part counts as nought', () => {
  expect(aForm().filled().figures(A, 0, 100, null).read().report?.indicators[row(A)]).toEqual({
    state: 'reported',
    numerator: 0,
    denominator: 100,
  });
});

test('zeros beside nothing arose say the same', () => {
  const form = aForm().filled().figures(A, 0, 0, 'Không phát sinh');
  expect(form.found()).toEqual([]);
  expect(form.read().report?.indicators[row(A)]).toEqual({ state: 'nothing-arose' });
});

test('a finished task shows its document or a link', () => {
  const done = () => aForm().filled().put(T, 'status', 'Hoàn thành').put(T, 'percent', 1, { format: 'percent' });
  expect(said(done())).toEqual(['warning done-with-evidence']);
  expect(said(done().put(T, 'document', '12/QĐ-UBND'))).toEqual([]);
  expect(said(done().put(T, 'summary', 'https://quangngai.gov.vn/van-ban/12'))).toEqual([]);
  expect(said(done().put(T, 'summary', 'ftp://quangngai.gov.vn/12'))).toEqual([]);
  expect(said(done().put(T, 'summary', 'quangngai.gov.vn'))).toEqual(['warning done-with-evidence']);
});

test('progress that does not fit the status is a hint', () => {
  const { findings } = aForm().filled().put(T, 'status', 'Hoàn thành').put(T, 'document', '1/BC').read();
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['hint progress-fits-status']);
});

test('a task that the agency may leave alone is not asked for', () => {
  expect(aForm(FINANCE).filled().found()).toEqual([]);
});

test('a note alone beside a task that the agency may leave alone is not lost in silence', () => {
  const homeAffairs = 'SNV' as AgencyId;
  const [optional] = owedBy(obligationsIn('2026'), homeAffairs).optionalTasks;
  expect(said(aForm(homeAffairs).filled().put(optional!.id, 'note', 'Đang chờ'))).toEqual(['warning row-left-blank']);
});

test('a sharp fall since the last period asks for a reason until one is given', () => {
  const previous = {
    period: '2026',
    indicators: [{ id: A, cells: { 'XA-21211': { state: 'reported', numerator: 95, denominator: 100 } } }],
  } as unknown as Matrix;
  const fallen = () => aForm(undefined, '2027').filled().figures(A, 64, 100);
  expect(
    fallen()
      .found({ previous })
      .map((one) => one.split(' ')[1]),
  ).toEqual(['fell-since-last-period']);
  expect(fallen().put(A, 'explanation', 'Đổi cách khảo sát').found({ previous })).toEqual([]);
  expect(fallen().figures(A, 94, 100).found({ previous })).toEqual([]);
});

test('a denominator a hundred times the agency’s own last one, or a hundredth of it, asks for a reason; beside one it is still named', () => {
  const previous = lastPeriod({ [A]: { numerator: 900, denominator: 1000 } });
  const found = (numerator: number, denominator: number, reason = '') =>
    aForm(undefined, '2027').filled().figures(A, numerator, denominator).put(A, 'explanation', reason).found({ previous });
  expect(found(90_000, 100_000)).toEqual([`warning changed-hundredfold ${aForm(undefined, '2027').cellOf(A, 'explanation')}`]);
  expect(found(90_000, 99_999)).toEqual([]);
  expect(found(9, 10).map(nameOf)).toEqual(['changed-hundredfold']);
  expect(found(10, 11)).toEqual([]);
  expect(found(90_000, 100_000, 'Đổi đơn vị tính')).toEqual([
    `warning changed-hundredfold ${aForm(undefined, '2027').cellOf(A, 'denominator')}`,
  ]);
  expect(found(90_000, 100_000, '\u200b\u00a0')).toEqual(found(90_000, 100_000));
});

test('a whole that changed a hundredfold is not called a fall as well', () => {
  const previous = lastPeriod({ [A]: { numerator: 900, denominator: 1000 } });
  expect(aForm(undefined, '2027').filled().figures(A, 900, 100_000).found({ previous }).map(nameOf)).toEqual(['changed-hundredfold']);
});

test('where a row continues one that ended, the last figure of that one is compared', () => {
  const continuing = plan.indicators.find(({ continues, measure }) => continues && measure.kind === 'pooled-ratio')!;
  const previous = lastPeriod({ [continuing.continues!]: { numerator: 90, denominator: 100 } });
  const form = () => aForm(undefined, '2028').filled();
  expect(form().figures(continuing.id, 9_000, 10_000).found({ previous }).map(nameOf)).toEqual(['changed-hundredfold']);
  expect(form().figures(continuing.id, 8_999, 9_999).found({ previous })).toEqual([]);
});

test('a neighbour’s figures sent as one’s own are named for both', () => {
  const one = aForm().filled().read().report;
  const two = aForm('XA-21034' as never)
    .filled()
    .read().report;
  const other = aForm('XA-21025' as never)
    .filled()
    .figures(A, 1, 100)
    .read().report;
  if (!one || !two || !other) throw new Error('not read');
  expect([...equalReports([one, two, other], (id) => id)].map(([agency, { facts }]) => [agency, facts])).toEqual([
    ['XA-21034', { agency: 'XA-21211', rows: 7 }],
    ['XA-21211', { agency: 'XA-21034', rows: 7 }],
  ]);
});
