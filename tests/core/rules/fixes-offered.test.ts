import type { Fix } from '../../../core/fixing/fix.ts';
import type { FixPlace } from '../../../core/fixing/fix-place.ts';
import type { Cell } from '../../../core/grid.ts';
import { countFractional, countIsAPercent } from '../../../core/rules/counts.ts';
import { countIsADate, countNotANumber } from '../../../core/rules/counts-as-fractions.ts';
import { dateAsNumber, dateAsText } from '../../../core/rules/dates.ts';
import { figureNeeded } from '../../../core/rules/figure-needed.ts';
import { formula } from '../../../core/rules/formulas.ts';
import { numberAsText, numberNotRead } from '../../../core/rules/numbers.ts';
import { partWithinWhole } from '../../../core/rules/part-within-whole.ts';
import { progressNotANumber } from '../../../core/rules/progress.ts';
import type { Rule } from '../../../core/rules/rule.ts';
import { levelUnknown, wordUnknown } from '../../../core/rules/words.ts';
import { offerOf } from '../../../core/wording/fixes.ts';
import { changed } from '../fixing/changed.ts';

// What each rule offers of the cell HERE; the other cells of its row are called by their fields.
const place = (cell: Partial<Cell> | null = null, more: Partial<FixPlace> = {}): FixPlace => ({
  field: 'numerator',
  cell: cell ? { column: 9, value: null, error: null, format: 'plain', formula: false, ...cell } : undefined,
  entry: undefined,
  here: (value, format = 'plain') => ({ sheet: 'Phụ lục I', cell: 'HERE', value, format }),
  beside: (field, value) => [{ sheet: 'Phụ lục I', cell: field, value, format: 'plain' }],
  takes: () => true,
  ...more,
});
const fixesBy = <Facts extends object>({ fixes }: Rule<string, Facts>, facts: Facts, at: FixPlace): readonly Fix[] =>
  fixes?.(facts, at) ?? [];
const offers = (fixes: readonly Fix[]) => fixes.map(offerOf);
const written = (fixes: readonly Fix[]) => fixes.map(changed);
const parts = (numerator: number, denominator: number) => [{ numerator: [numerator, 'plain'], denominator: [denominator, 'plain'] }];
const typedCount = (value: Cell['value'], more: Partial<Cell> = {}, around: Partial<FixPlace> = {}) =>
  written(fixesBy(countNotANumber, { text: String(value) }, place({ value, ...more }, around)));

test.each<[string, number, number]>([
  ['12/34', 12, 34],
  ['9/9', 9, 9],
  ['0/5', 0, 5],
  ['9 / 10', 9, 10],
  ['1/1000000000000', 1, 1_000_000_000_000],
])('%s is offered as %d of %d', (text, numerator, denominator) => {
  expect(typedCount(text)).toEqual(parts(numerator, denominator));
});

test.each(['10/9', '0/0', '1/1000000000001', 'x9/10', '9/10x', '9//10', '9/'])('%s is offered as nothing', (text) => {
  expect(typedCount(text)).toEqual([]);
});

test('only a whole text is a part and its whole: no number, no text partly struck out, no cell that is not there', () => {
  expect(typedCount(9)).toEqual([]);
  expect(typedCount('9/10', { mixed: true })).toEqual([]);
  expect(fixesBy(countNotANumber, { text: '9/10' }, place())).toEqual([]);
});

test('the other half goes into the other cell of the counts, where that takes it', () => {
  const takes: FixPlace['takes'] = (field, number) => field === 'denominator' && number === 10;
  expect(typedCount('9/10', {}, { takes })).toEqual(parts(9, 10));
  expect(typedCount('9/10', {}, { takes, field: 'denominator' })).toEqual([]);
  expect(typedCount('9/10', {}, { takes: (field, number) => field === 'numerator' && number === 9, field: 'denominator' })).toEqual(
    parts(9, 10),
  );
  expect(typedCount('9/10', {}, { field: 'value' })).toEqual([]);
  expect(typedCount('9/10', {}, { takes: () => false })).toEqual([]);
});

test('a day that may be a part and its whole is offered so, the first of a month is not', () => {
  const of = (day: number, month: number) => written(fixesBy(countIsADate, { date: '', day, month }, place()));
  expect(of(2, 3)).toEqual(parts(2, 3));
  expect(of(1, 3)).toEqual([]);
  expect(of(4, 3)).toEqual([]);
});

test.each<[string, string[]]>([
  ['12,5', ['Đổi thành 12,5%']],
  ['12.5', ['Đổi thành 12,5%']],
  ['1,0001', ['Đổi thành 1,0001%']],
  ['100,0', ['Đổi thành 100%']],
  ['100,1', []],
  ['1,0', ['Đổi thành 100%', 'Đổi thành 1%']],
  ['0,4', ['Đổi thành 40%', 'Đổi thành 0,4%']],
  ['0,0', []],
  ['0,12345', []],
  ['0012,5', []],
  ['x12,5', []],
  ['12,5x', []],
  ['12', []],
])('a progress typed as “%s” is offered as %j', (text, wanted) => {
  expect(offers(fixesBy(progressNotANumber, { text }, place({ value: text })))).toEqual(wanted);
});

test('a progress of which a part is struck out, or that is no text, is offered as nothing', () => {
  expect(fixesBy(progressNotANumber, { text: '12,5' }, place({ value: '12,5', mixed: true }))).toEqual([]);
  expect(fixesBy(progressNotANumber, { text: '12,5' }, place({ value: 12.5 }))).toEqual([]);
  expect(fixesBy(progressNotANumber, { text: '12,5' }, place())).toEqual([]);
});

test.each<[string, string[]]>([
  ['Cấp độ 3', ['Đổi thành số 3']],
  ['CẤP  ĐỘ 3', ['Đổi thành số 3']],
  ['cấp 1', ['Đổi thành số 1']],
  ['Mức độ 5', ['Đổi thành số 5']],
  ['mức2', ['Đổi thành số 2']],
  ['mức 0', []],
  ['mức 6', []],
  ['mức độ', []],
  ['mức 35', []],
  ['gần mức 3', []],
  ['mức 3 trở lên', []],
])('a level written “%s” is offered as %j', (text, wanted) => {
  expect(offers(fixesBy(levelUnknown, { text }, place()))).toEqual(wanted);
});

test('the word with the same letters comes first, the others in the order of the list', () => {
  const choose = (text: string) =>
    written(fixesBy(wordUnknown, { text, choices: ['Có số liệu', 'Đang rà soát 2', 'Không'] }, place())).map(({ HERE }) => HERE?.[0]);
  expect(choose('đang-RA.soat2')).toEqual(['Đang rà soát 2', 'Có số liệu', 'Không']);
  expect(choose('dang ra soat')).toEqual(['Có số liệu', 'Đang rà soát 2', 'Không']);
});

test('a day is written as one; what is no day is offered as nothing', () => {
  const day = [{ HERE: [46331, 'date'] }];
  expect(written(fixesBy(dateAsText, { text: '5.11.26', date: '05/11/2026' }, place()))).toEqual(day);
  expect(written(fixesBy(dateAsNumber, { value: 46331, date: '05/11/2026' }, place()))).toEqual(day);
  expect(['', '05', '05/11', '31/02/2026', 'hôm nay'].flatMap((date) => fixesBy(dateAsText, { text: '', date }, place()))).toEqual([]);
});

test('a text that was read as a number becomes that number', () => {
  expect(written(fixesBy(numberAsText, { text: '1.234,5', number: 1234.5 }, place()))).toEqual([{ HERE: [1234.5, 'plain'] }]);
  expect(offers(fixesBy(numberAsText, { text: '-3', number: -3 }, place()))).toEqual(['Đổi thành số -3']);
});

test.each<[string, string[]]>([
  ['1.234', ['Đổi thành số 1.234', 'Đổi thành số 1,234']],
  ['-1.234', ['Đổi thành số -1.234', 'Đổi thành số -1,234']],
  ['1,234', ['Đổi thành số 1,234', 'Đổi thành số 1.234']],
  ['12,5 tỷ', []],
  ['1.2345,6', []],
])('a number with two readings is asked about, the Vietnamese one first: %s', (text, wanted) => {
  expect(offers(fixesBy(numberNotRead, { text }, place()))).toEqual(wanted);
});

test('a part above its whole may stand in its place, or be a rate of it', () => {
  const of = (numerator: number, denominator: number) => fixesBy(partWithinWhole, { numerator, denominator }, place());
  expect(offers(of(1200, 1000))).toEqual(['Đổi chỗ tử số, mẫu số (thành 1.000/1.200)?']);
  expect(written(of(1200, 1000))).toEqual([{ numerator: [1000, 'plain'], denominator: [1200, 'plain'] }]);
  expect(offers(of(95, 40))).toEqual(['Đổi chỗ tử số, mẫu số (thành 40/95)?', '95% của 40 là 38? Nhập tử số 38']);
  expect(written(of(95, 40))[1]).toEqual({ numerator: [38, 'plain'] });
  expect(offers(of(95, 41))).toEqual(['Đổi chỗ tử số, mẫu số (thành 41/95)?']);
});

test.each<[string, number | undefined, string[]]>([
  ['95%', 40, ['95% của 40 là 38? Nhập tử số 38']],
  ['12,5%', 1600, ['12,5% của 1.600 là 200? Nhập tử số 200']],
  ['100%', 7, ['100% của 7 là 7? Nhập tử số 7']],
  ['95%', 41, []],
  ['95%', undefined, []],
  ['0%', 40, []],
  ['120%', 40, []],
  ['nhiều%', 40, []],
])('a percentage of %s in place of a part of %s is offered as %j', (shown, denominator, wanted) => {
  const entry = denominator === undefined ? {} : { entry: { state: 'reported' as const, denominator } };
  expect(offers(fixesBy(countIsAPercent, { shown }, place(null, entry)))).toEqual(wanted);
  expect(fixesBy(countIsAPercent, { shown }, place(null, { ...entry, field: 'denominator' }))).toEqual([]);
});

test.each<[Cell['value'], number | undefined, string[]]>([
  ['95%', 40, ['95% của 40 là 38? Nhập tử số 38']],
  [' 95 % ', 40, ['95% của 40 là 38? Nhập tử số 38']],
  ['12,5%', 1600, ['12,5% của 1.600 là 200? Nhập tử số 200']],
  ['0,95', 40, ['95% của 40 là 38? Nhập tử số 38']],
  ['95%', 41, []],
  ['95%', undefined, []],
  ['khoảng 95%', 40, []],
  ['95%%', 40, []],
])('a rate that was typed as the text %j for a part of %s is asked about: %j', (value, denominator, wanted) => {
  const entry = denominator === undefined ? {} : { entry: { state: 'reported' as const, denominator } };
  const of = (more: object) => offers(fixesBy(countNotANumber, { text: String(value) }, place({ value }, { ...entry, ...more })));
  expect([of({}), of({ field: 'denominator' })]).toEqual([wanted, []]);
  expect(offers(fixesBy(countNotANumber, { text: String(value) }, place({ value, mixed: true }, entry)))).toEqual([]);
});

test.each<[number, number, string[]]>([
  [0.95, 40, ['95% của 40 là 38? Nhập tử số 38']],
  [92.5, 40, ['92,5% của 40 là 37? Nhập tử số 37']],
  [0.95, 41, []],
  [120.5, 200, []],
])('a rate of %s that was typed for a part of %s is asked about: %j', (value, denominator, wanted) => {
  const entry = { entry: { state: 'reported' as const, denominator } };
  expect(offers(fixesBy(countFractional, { value }, place(null, entry)))).toEqual(wanted);
  expect(fixesBy(countFractional, { value }, place(null, { ...entry, field: 'denominator' }))).toEqual([]);
});

test('a formula gives way to the number or the text that it shows, and to nothing else', () => {
  const kept = (cell: Partial<Cell> | null) => fixesBy(formula, {}, place(cell)).map((fix) => [offerOf(fix), changed(fix)]);
  expect(kept({ value: 46331, format: 'date' })).toEqual([['Bỏ công thức, giữ giá trị “05/11/2026”', { HERE: [46331, 'date'] }]]);
  expect(kept({ value: 'Có' })).toEqual([['Bỏ công thức, giữ giá trị “Có”', { HERE: ['Có', 'plain'] }]]);
  expect([...kept({ value: true }), ...kept({ value: null }), ...kept(null)]).toEqual([]);
});

test('a figure that is missing is chosen where there are words for it', () => {
  const of = (name: string) => offers(fixesBy(figureNeeded, { of: name }, place()));
  expect(of('counts')).toEqual(['Chọn “Không phát sinh”']);
  expect(of('answer')).toEqual(['Chọn “Có”', 'Chọn “Không”']);
  expect(of('number')).toEqual([]);
  expect(of('của bản khác')).toEqual([]);
});
