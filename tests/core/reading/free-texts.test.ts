import { type FilledCell, shownText } from '../../../core/reading/filled-cell.ts';
import { readFreeText } from '../../../core/reading/free-text.ts';

const cell = (value: FilledCell['value'], format: FilledCell['format'] = 'plain'): FilledCell => ({
  column: 1,
  value,
  error: null,
  format,
  formula: false,
});
const told = (value: FilledCell['value'], format?: FilledCell['format']) => {
  const outcome = readFreeText(cell(value, format));
  if (!('note' in outcome)) return outcome;
  const { rule, facts } = outcome.note({});
  return { ...outcome, note: { rule, facts } };
};

test('a cell is read as somebody would read it aloud', () => {
  expect(shownText(cell('  một\r\nhai\rba  '))).toBe('một\nhai\nba');
  expect(shownText(cell('tie\u0302\u0301ng'))).toBe('tiếng');
  expect([true, false].map((value) => shownText(cell(value)))).toEqual(['TRUE', 'FALSE']);
  expect([shownText(cell(46_331, 'date')), shownText(cell(-5, 'date'))]).toEqual(['05/11/2026', '-5']);
  expect([shownText(cell(0.4, 'percent')), shownText(cell(0.125, 'percent'))]).toEqual(['40%', '12,5%']);
  expect([shownText(cell(12.5)), shownText(cell(0.1 + 0.2))]).toEqual(['12,5', '0,3']);
});

test('a number that is a day is asked about, a text in a cell of days is not, nor a plain number', () => {
  expect(told(46_331, 'date')).toEqual({
    kind: 'value',
    value: '05/11/2026',
    note: { rule: 'text-is-a-date', facts: { text: '05/11/2026' } },
  });
  expect(told('05/11', 'date')).toEqual({ kind: 'value', value: '05/11' });
  expect(told(46_331)).toEqual({ kind: 'value', value: '46331' });
});

test('a text is too long from 32,768 letters on', () => {
  expect(told('x'.repeat(32_767))).toEqual({ kind: 'value', value: 'x'.repeat(32_767) });
  expect(told('x'.repeat(32_768))).toEqual({ kind: 'unread', note: { rule: 'text-too-long', facts: { length: 32_768, most: 32_767 } } });
});

test('two signs of the old font are its font, one is a sign', () => {
  expect(told('B¸o c¸o')).toMatchObject({ note: { rule: 'legacy-font', facts: { text: 'B¸o c¸o' } } });
  expect(told('B¸o cao')).toEqual({ kind: 'value', value: 'B¸o cao' });
  expect(told('1 ½ + ½')).toEqual({ kind: 'value', value: '1 ½ + ½' });
});
