import { entryWorkbook } from '../../../core/entering/entry-workbook.ts';
import { typedOf } from '../../../core/entering/typed-of-report.ts';
import { isBlankRow, rowsTyped, type TypedRows } from '../../../core/entering/typed-rows.ts';
import { withFix } from '../../../core/entering/with-fix.ts';
import { fixesOf } from '../../../core/fixing/fixes-of.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import type { Report } from '../../../core/report.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { offerOf } from '../../../core/wording/fixes.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { aFilledForm } from '../../support/a-filled-form.ts';
import { context, FINANCE, obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';
import { someReports } from '../../support/some-reports.ts';

const [COUNTED, TASK] = [row('PL1.I.1.3'), row('PL2.II.1')];

const readingOf = (typed: TypedRows, agency: AgencyId = TINH_KHE, period = '2026') =>
  readReport(entryWorkbook(typed, obligationsIn(period), agency), context);

/** What is said of the rows in which something was typed. */
const saidOf = (typed: TypedRows) => readingOf(typed).findings.filter((one) => one.row !== null && !isBlankRow(typed[one.row]));

const counts = (numerator: string, denominator: string): TypedRows => ({ [COUNTED]: { numerator, denominator } });
const progress = (percent: string): TypedRows => ({ [TASK]: { status: 'Đang thực hiện', percent } });

/** A report with all that a task can say besides. */
const withProducts = (report: Report): Report => ({
  ...report,
  tasks: Object.fromEntries(
    Object.entries(report.tasks).map(([id, entry], k) => [
      id,
      {
        ...entry,
        percent: [0, 0.5, 12.25, 33.333333, 12.345, 100][k % 6],
        document: `${k}/QĐ-UBND`,
        issuedOn: '2026-11-05',
        note: 'Ghi chú\n=1+1',
      },
    ]),
  ) as Report['tasks'], // rows of a report
});

test('nothing typed is a blank form, of which nothing is wrong', () => {
  const { report, findings } = readingOf({});
  expect([report?.indicators, report?.tasks]).toEqual([{}, {}]);
  expect(findings.map(({ rule }) => rule)).toEqual(['nothing-filled']);
});

test('a report typed anew reads as the same report, for any agency', () => {
  fc.assert(
    fc.property(fc.constantFrom('2026', '2028').chain(someReports), (reports) => {
      for (const report of reports.map(withProducts)) {
        const typed = typedOf(report);
        expect(readingOf(typed, report.agency, report.period).report).toEqual(report);
        expect(rowsTyped(typed)).toBe(Object.keys(report.indicators).length + Object.keys(report.tasks).length);
      }
    }),
    { numRuns: 30 },
  );
});

test('what is typed on the page gives the report and the findings of the same content in a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(someReports('2026'), async ([first]) => {
      if (!first) return;
      const report = withProducts(first);
      const uploaded = readUpload(await aFilledForm(report, null), context);
      const entered = readingOf(typedOf(report), report.agency);
      const said = (findings: typeof entered.findings) => findings.map(({ rule, row: of, field, facts }) => ({ rule, of, field, facts }));
      expect([entered.report, said(entered.findings)]).toEqual([uploaded.report, said(uploaded.findings)]);
    }),
    { numRuns: 6 },
  );
});

test.each([
  ['1234', 1234],
  ['1.234', 1234],
  ['1 234', 1234],
  ['46,304', 46304],
  [' 1.234.567 ', 1234567],
  ['１２', 12],
  ['12,0', 12],
])('the count %j is %d, and nothing is said of it', (typed, count) => {
  expect(readingOf(counts('1', typed)).report?.indicators[COUNTED]).toEqual({ state: 'reported', numerator: 1, denominator: count });
  expect(saidOf(counts('1', typed)).filter(({ rule }) => rule.startsWith('count'))).toEqual([]);
});

test.each([
  ['95%', 'count-is-a-percent'],
  ['12,5', 'count-fractional'],
  ['-3', 'count-negative'],
  ['9/10', 'count-not-a-number'],
  ['khoảng 95', 'count-not-a-number'],
])('the count %j is refused: %s', (typed, rule) => {
  expect(saidOf(counts(typed, '100')).map((one) => one.rule)).toEqual([rule]);
});

test.each([
  ['40', 40],
  ['40%', 40],
  ['12,5 %', 12.5],
  ['12,5', 12.5],
  ['0', 0],
  ['33,3333%', 33.3333],
  ['0,5%', 0.5],
])('the progress %j is %d percent', (typed, percent) => {
  expect(readingOf(progress(typed)).report?.tasks[TASK]).toEqual({ status: 'in-progress', percent });
  expect(saidOf(progress(typed))).toEqual([]);
});

test('a progress that may be one thing or the other is asked about', () => {
  expect(saidOf(progress('0,4')).map(({ rule }) => rule)).toEqual(['progress-part-or-percent']);
  expect(saidOf(progress('400')).map(({ rule }) => rule)).toEqual(['progress-above-whole']);
});

test.each([
  ['150%', 'Tiến độ 150% lớn hơn 100%. Nhập từ 0% đến 100%.'],
  ['150 %', 'Tiến độ 150% lớn hơn 100%. Nhập từ 0% đến 100%.'],
  ['-5%', 'Tiến độ (-5) là số âm. Nhập từ 0% đến 100%.'],
])('a percentage that was typed as one is quoted as it was typed, and no other one is offered for it: %s', (typed, sentence) => {
  expect(saidOf(progress(typed)).map(sentenceOf)).toEqual([sentence]);
});

test('a date is read day first, and words as they are meant', () => {
  const typed: TypedRows = { [TASK]: { status: 'hoàn thành', issuedOn: '5.11.2026', document: '12/QĐ-UBND' } };
  expect(readingOf(typed).report?.tasks[TASK]).toEqual({ status: 'done', issuedOn: '2026-11-05', document: '12/QĐ-UBND' });
  expect(saidOf(typed)).toEqual([]);
});

test('what begins like a formula stays the text that it is', () => {
  const typed: TypedRows = { [COUNTED]: { state: 'Chưa có số liệu', explanation: '=1+1' } };
  expect(readingOf(typed).report?.indicators[COUNTED]).toEqual({ state: 'no-figure', explanation: '=1+1' });
});

test('a fix of the form is a fix of what was typed', () => {
  const typed = counts('9/10', '');
  const workbook = entryWorkbook(typed, obligationsIn('2026'), TINH_KHE);
  const reading = readReport(workbook, context);
  const found = reading.findings.find(({ rule }) => rule === 'count-not-a-number')!;
  expect(sentenceOf(found)).toContain('Tử số “9/10”');
  const [fix] = fixesOf(found, { workbook, reading });
  expect(offerOf(fix!)).toBe('Nhập tử số 9, mẫu số 10');
  expect(withFix(typed, fix!.changes, reading.places)[COUNTED]).toMatchObject({ numerator: '9', denominator: '10' });
});

test('rows that another agency owes are none of this form', () => {
  expect(readingOf({ [row('PL1.I.1.4')]: { numerator: '1' } }, FINANCE).places.size).toBeLessThan(
    plan.indicators.length + plan.tasks.length,
  );
});
