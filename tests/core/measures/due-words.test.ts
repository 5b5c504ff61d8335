import { Day } from '../../../core/day.ts';
import { fraction } from '../../../core/fraction.ts';
import { yearlyWords } from '../../../core/measures/due-words.ts';

const due = Day.parse('2027-12-31');
const wordsWith = (days: number): string =>
  yearlyWords(fraction(25, 2), { due, yearsLeft: fraction(days, 365) }, { move: 'tăng', unit: 'điểm', told: '12,5', digits: 2 });

test('what is missing is told by the year while there is a year, and as a whole when less is left', () => {
  expect([730, 365, 364, 1].map(wordsWith)).toEqual([
    '; cần tăng 6,25 điểm mỗi năm đến hạn 31/12/2027',
    '; cần tăng 12,5 điểm mỗi năm đến hạn 31/12/2027',
    '; cần tăng 12,5 điểm đến hạn 31/12/2027',
    '; cần tăng 12,5 điểm đến hạn 31/12/2027',
  ]);
});

test('nothing is asked of time that is past', () => {
  expect(wordsWith(0)).toBe('');
  expect(yearlyWords(fraction(25, 2), { due, yearsLeft: null }, { move: 'tăng', unit: 'điểm', told: '12,5', digits: 2 })).toBe('');
});

test('what a year needs is never nought', () => {
  const little = yearlyWords(fraction(1, 1000), { due, yearsLeft: fraction(2) }, { move: 'giảm', unit: 'điểm', told: '0,001', digits: 2 });
  expect(little).toBe('; cần giảm 0,001 điểm mỗi năm đến hạn 31/12/2027');
});
