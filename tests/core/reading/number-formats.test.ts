import { formatOfValue, parseFormat } from '../../../core/number-format.ts';
import { hasPercentSign, shownInstead } from '../../../core/reading/shown-otherwise.ts';
import { processorTime } from '../../support/processor-time.ts';

/** What is said of a number under a format: how it is read, and what is shown where that is something else. */
const said = (code: string, value: number | string) => {
  const format = parseFormat(code);
  const shown = shownInstead(format, value);
  return [formatOfValue(format, value), ...(hasPercentSign(format, value) ? ['%'] : []), ...(shown === null ? [] : [shown])].join(' ');
};

test.each([
  ['General', 95],
  ['G/通用格式', 95],
  ['G/標準', 95],
  ['G/표준', 95],
  ['Standard', 95],
  ['Estándar', 95],
  ['Standaard', 95],
  ['Geral', 95],
  ['Основной', 95],
  ['[Red]Standard', 95],
  ['Standard" hồ sơ"', 95],
  ['ทั่วไป', 95],
  ['@', 95],
  ['', 95],
  ['0', 95],
  ['0', 189.99999999999997],
  ['#,##0', 95_000],
  ['#,##0.00', 95],
  ['0.000', 95],
  ['[Blue]#,##0', 95],
  ['[$-42A]#,##0', 95],
  ['#,##0 [$₫-42A]', 95],
  ['#,##0" hồ sơ"', 95],
  ['0" m²"', 95],
  ['0" (hồ sơ)"', 95],
  ['"Có "0', 95],
  ['_(* #,##0_)', 95],
  ['_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', 95],
  ['_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', 0],
  ['# ?/?', 95],
  ['# ?/4', 95],
  ['0/2026', 95],
  ['0.00E+00', 95],
  ['0" "000', 95_000],
  ['0".0"', 95],
  ['0;-0;;@', 95],
  ['[<100]0;0.00', 95],
  ['[>=1000]0,;0', 95],
  ['#', 95],
  ['00000', 95],
])('under %j the number %d is shown as it is', (code, value) => {
  expect(said(code, value)).toBe('plain');
});

test.each([
  ['#,##0,', 95_000, '95'],
  ['0.0,,', 95_000_000, '95,0'],
  ['0,"k"', 95_000, '95k'],
  ['0".000"', 95, '95.000'],
  ['0\\.000', 95, '0.095'],
  ['0"0"', 95, '950'],
  ['"1"0', 95, '195'],
  ['0"/2026"', 95, '95/2026'],
  ['"Năm 2026: "0', 95, 'Năm 2026: 95'],
  ['">"0', 95, '>95'],
  ['-0', 95, '-95'],
  ['"("0")"', 95, '(95)'],
  ['[>=1000]0,;0', 95_000, '95'],
  ['0.00E+00', 123_456, '123000'],
  ['#,###', 0, ''],
  ['0;-0;;@', 0, ''],
  [';;;', 95, ''],
  ['"x"', 95, 'x'],
  ['0"①"', 95, '95①'],
  ['0"²"', 95, '95²'],
  ['0" (-)"', 95, '95 (-)'],
])('under %j the number %d is shown as something else', (code, value, shown) => {
  expect(shownInstead(parseFormat(code), value)).toBe(shown);
  expect(said(code, value)).toMatch(/^plain/);
});

test('a percent sign is one where the section of the number shows it, as a sign or as a letter', () => {
  expect(said('0%', 0.95)).toBe('percent');
  expect(said('[<=1]0%;0', 0.95)).toBe('percent');
  expect(said('[<=1]0%;0', 95)).toBe('plain');
  expect(said('0"%"', 95)).toBe('plain %');
  expect(said('0\\%', 95)).toBe('plain %');
  expect(said('0 "％"', 95)).toBe('plain %');
  expect(said('0;-0"%"', 95)).toBe('plain');
  expect(said('[=0]0"%";0', 95)).toBe('plain');
  expect(said('[>50]0"%";0', 95)).toBe('plain %');
  expect(said('0_%', 95)).toBe('plain');
  expect(said('0%', 0.625)).toBe('percent');
  expect(said('0"0"%', 0.95)).toBe('percent 950%');
});

test('a section decides whether a number is a date', () => {
  expect(said('[>40000]dd/mm/yyyy;0', 46_331)).toBe('date');
  expect(said('[>40000]dd/mm/yyyy;0', 95)).toBe('plain');
  expect(said('0;dd/mm', 95)).toBe('plain');
  expect(said('[h]:mm', 0.5)).toBe('date');
});

test('a text is shown as it is unless the format says something else of texts', () => {
  expect(shownInstead(parseFormat('0'), '95')).toBe(null);
  expect(shownInstead(parseFormat('0;-0;0;@'), '95')).toBe(null);
  expect(shownInstead(parseFormat('@" hồ sơ"'), '95')).toBe(null);
  expect(shownInstead(parseFormat('@"0"'), '95')).toBe('950');
  expect(shownInstead(parseFormat('0;-0;0;'), '95')).toBe('');
  expect(hasPercentSign(parseFormat('@"%"'), '95')).toBe(true);
});

test('a code of any length is parsed in bounded time', () => {
  const took = processorTime(() => {
    for (const part of ['"', '\\', '[', '0', '0,', '_', '*', 'G/', 'e+', ';', '% ', '"a"0'])
      shownInstead(parseFormat(part.repeat(50_000)), 95);
  });
  expect(took).toBeLessThan(500);
});
