import type { Cell } from '../../../core/grid.ts';
import { formatOfValue, parseFormat } from '../../../core/number-format.ts';
import type { CellOutcome } from '../../../core/reading/cell-outcome.ts';
import { readCount } from '../../../core/reading/count.ts';
import type { FilledCell } from '../../../core/reading/filled-cell.ts';
import { readIssueDate } from '../../../core/reading/issue-date.ts';
import { readProgress } from '../../../core/reading/progress.ts';
import { levelReader, readAnswer, readStatus } from '../../../core/reading/words.ts';

type Typed = string | number | boolean;
const NOVEMBER_5 = 46_331;

/** A cell under a number format as Excel writes it. */
const aCell = (value: Typed, code = 'General', more: Pick<Cell, 'mixed'> = {}): FilledCell => {
  const pattern = parseFormat(code);
  return {
    column: 1,
    value,
    error: null,
    format: formatOfValue(pattern, value),
    formula: false,
    ...(pattern.plainly === null && { pattern }),
    ...more,
  };
};

/** What was read, and what is said of it: "40; progress-as-text text=40% percent=40". */
const said = (outcome: CellOutcome<unknown>): string => {
  const value = outcome.kind === 'value' ? [String(outcome.value)] : [];
  const note = outcome.kind === 'blank' ? undefined : outcome.note?.({});
  const facts = Object.entries(note?.facts ?? {}).map(([name, fact]) => ` ${name}=${fact}`);
  return [...value, ...(note ? [`${note.rule}${facts.join('')}`] : [])].join('; ');
};

test.each<[Typed, string, string]>([
  [0, 'General', '0'],
  [40, 'General', '40'],
  [100, 'General', '100'],
  [1.5, 'General', '1.5'],
  [100.5, 'General', 'progress-above-whole percent=100.5 meant=null'],
  [1, 'General', 'progress-part-or-percent value=1'],
  [0.4, 'General', 'progress-part-or-percent value=0.4'],
  [-0.5, 'General', 'progress-negative value=-0.5'],
  [0, '0%', '0'],
  [0.4, '0%', '40'],
  [1, '0%', '100'],
  [0.07, '0%', '7'],
  [40, '0%', 'progress-above-whole percent=4000 meant=40'],
  [100, '0%', 'progress-above-whole percent=10000 meant=100'],
  [101, '0%', 'progress-above-whole percent=10100 meant=null'],
  [-0.4, '0%', 'progress-negative value=-0.4'],
  [40, '0"%"', '40'],
  [1, '0"%"', '1'],
  [120, '0"%"', 'progress-above-whole percent=120 meant=null'],
  [true, 'General', 'progress-not-a-number text=TRUE'],
  [NOVEMBER_5, 'dd/mm/yyyy', 'progress-not-a-number text=05/11/2026'],
  ['40%', 'General', '40; progress-as-text text=40% percent=40'],
  [' 40 % ', 'General', '40; progress-as-text text=40 % percent=40'],
  ['12,5%', 'General', '12.5; progress-as-text text=12,5% percent=12.5'],
  ['40', 'General', '40; progress-as-text text=40 percent=40'],
  ['40,00', 'General', '40; progress-as-text text=40,00 percent=40'],
  ['0', 'General', '0; progress-as-text text=0 percent=0'],
  ['1', 'General', 'progress-part-or-percent value=1'],
  ['1%', 'General', '1; progress-as-text text=1% percent=1'],
  ['1', '@"%"', '1; progress-as-text text=1 percent=1'],
  ['100%', 'General', '100; progress-as-text text=100% percent=100'],
  ['101%', 'General', 'progress-above-whole percent=101 meant=null'],
  ['0,4', 'General', 'progress-not-a-number text=0,4'],
  ['gần xong', 'General', 'progress-not-a-number text=gần xong'],
  ['-5%', 'General', 'progress-negative value=-5'],
  ['-0,5%', 'General', 'progress-negative value=-0.5'],
  ['-2,5', 'General', 'progress-negative value=-2.5'],
  ['-12,25', 'General', 'progress-negative value=-12.25'],
  ['-5 %', 'General', 'progress-negative value=-5'],
  ['-0', 'General', 'progress-not-a-number text=-0'],
  ['-0,0 %', 'General', 'progress-not-a-number text=-0,0 %'],
  ['-5x', 'General', 'progress-not-a-number text=-5x'],
  ['-5x%', 'General', 'progress-not-a-number text=-5x%'],
  ['12,25%', 'General', '12.25; progress-as-text text=12,25% percent=12.25'],
  ['12,255%', 'General', 'progress-not-a-number text=12,255%'],
  ['-5 đến 10', 'General', 'progress-not-a-number text=-5 đến 10'],
  ['-', 'General', 'progress-not-a-number text=-'],
])('progress of %p under %s', (value, code, wanted) => {
  expect(said(readProgress(aCell(value, code)))).toBe(wanted);
});

test.each<[Typed, string, string]>([
  [0, 'General', '0'],
  [189.99999999999997, 'General', '190'],
  [1_000_000_000_000, 'General', '1000000000000'],
  [1_000_000_000_001, 'General', 'count-too-large value=1000000000001 most=1000000000000'],
  [1_234_567_890_123_456, 'General', 'count-too-large value=1234567890123460 most=1000000000000'],
  [-1, 'General', 'count-negative value=-1'],
  [1.5, 'General', 'count-fractional value=1.5'],
  [true, 'General', 'count-not-a-number text=TRUE'],
  [false, 'General', 'count-not-a-number text=FALSE'],
  [0.95, '0%', 'count-is-a-percent shown=95%'],
  [95, '0"%"', 'count-is-a-percent shown=95%'],
  ['95', '@"%"', 'count-is-a-percent shown=95%'],
  [NOVEMBER_5, 'dd/mm/yyyy', 'count-is-a-date date=05/11/2026 day=5 month=11'],
  [5, 'dd/mm/yyyy', 'count-not-a-number text=5'],
  ['1.234', 'General', '1234; count-as-text text=1.234 count=1234'],
  [' 12 ', 'General', '12; count-as-text text=12 count=12'],
  ['-12', 'General', 'count-negative value=-12'],
  ['-0', 'General', 'count-not-a-number text=-0'],
  ['-00', 'General', 'count-not-a-number text=-00'],
  ['-12 hồ sơ', 'General', 'count-not-a-number text=-12 hồ sơ'],
  ['12 hồ sơ', 'General', 'count-not-a-number text=12 hồ sơ'],
  ['1.000.000.000.001', 'General', 'count-too-large value=1000000000001 most=1000000000000'],
])('a count of %p under %s', (value, code, wanted) => {
  expect(said(readCount(aCell(value, code)))).toBe(wanted);
});

test.each<[Typed, string, string]>([
  [NOVEMBER_5, 'dd/mm/yyyy', '2026-11-05'],
  [NOVEMBER_5, 'General', '2026-11-05; date-as-number value=46331 date=05/11/2026'],
  [NOVEMBER_5, '0%', 'date-not-read text=4.633.100%'],
  [36_525, 'dd/mm/yyyy', 'date-not-read text=31/12/1999'],
  [2026, 'General', 'date-not-read text=2026'],
  [0.5, 'General', 'date-not-read text=0,5'],
  [true, 'General', 'date-not-read text=TRUE'],
  [' 05/11/2026 ', 'General', '2026-11-05; date-as-text text=05/11/2026 date=05/11/2026'],
  ['ngày 5 tháng 11 năm 2026', 'General', '2026-11-05; date-as-text text=ngày 5 tháng 11 năm 2026 date=05/11/2026'],
  [' 31/02/2026 ', 'General', 'date-not-read text=31/02/2026'],
])('a date of issue of %p under %s', (value, code, wanted) => {
  expect(said(readIssueDate(aCell(value, code)))).toBe(wanted);
});

test.each<[string, (cell: FilledCell) => CellOutcome<unknown>, string]>([
  ['a progress', readProgress, 'progress-not-a-number text=40'],
  ['a count', readCount, 'count-not-a-number text=40'],
  ['a date', readIssueDate, 'date-not-read text=40'],
])('%s of which a part of the text looks otherwise is not read', (_, reader, wanted) => {
  expect(said(reader(aCell('40', 'General', { mixed: true })))).toBe(wanted);
});

const named = (outcome: CellOutcome<unknown>) => (outcome.kind === 'unread' ? outcome.note({}).facts : outcome);

test('what stands in place of a word or a level is named as the sheet shows it', () => {
  expect(named(readStatus(aCell(NOVEMBER_5, 'dd/mm/yyyy')))).toMatchObject({ text: '05/11/2026' });
  expect(named(readStatus(aCell(' đang\nlàm ')))).toMatchObject({ text: 'đang làm' });
  expect(named(readAnswer(aCell(true)))).toEqual({ text: 'TRUE', choices: ['Có', 'Không'] });
  expect(named(levelReader(5)(aCell(2.5)))).toEqual({ text: '2,5' });
  expect(named(levelReader(5)(aCell(false)))).toEqual({ text: 'FALSE' });
});

test('an answer is Có or Không', () => {
  expect([readAnswer(aCell('có.')), readAnswer(aCell('KHÔNG'))]).toEqual([
    { kind: 'value', value: true },
    { kind: 'value', value: false },
  ]);
  expect([said(readAnswer(aCell('Có thể'))), said(readAnswer(aCell('Có', 'General', { mixed: true })))]).toEqual([
    'word-unknown text=Có thể choices=Có,Không',
    'word-unknown text=Có choices=Có,Không',
  ]);
});

test('a level is what the cell shows: a figure or a text from 1 to 5, no percentage, no date', () => {
  expect([3, '3', ' 3 ', 2.9999999999999996].map((value) => said(levelReader(5)(aCell(value))))).toEqual(['3', '3', '3', '3']);
  expect([
    said(levelReader(5)(aCell(3, '0%'))),
    said(levelReader(5)(aCell(NOVEMBER_5, 'dd/mm/yyyy'))),
    said(levelReader(5)(aCell(0.03, '0%'))),
  ]).toEqual(['level-unknown text=300%', 'level-unknown text=05/11/2026', 'level-unknown text=3%']);
  expect([0, 6, '3,0', 'ba'].map((value) => said(levelReader(5)(aCell(value))))).toEqual([
    'level-unknown text=0',
    'level-unknown text=6',
    'level-unknown text=3,0',
    'level-unknown text=ba',
  ]);
  expect(said(levelReader(5)(aCell('3', 'General', { mixed: true })))).toBe('level-unknown text=3');
});
