import { toNumber } from '../../../core/fraction.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import { aNumber, answered, NO_FIGURE, NOTHING_AROSE, outcomeWith, SILENT } from '../../support/an-indicator.ts';
import { fc } from '../../support/properties.ts';

const atLeast = (value: number) => ({ target: { op: 'at-least', value } });
const atMost = (value: number) => ({ target: { op: 'at-most', value } });
const between = (value: number, high: number) => ({ target: { op: 'between', value, high } });
const stated = { from: 'stated', statedBy: 'VPUB' };

/** The cells are those of STC, SNV, VPUB (which states what is stated), CAT. */
test.each([
  [
    'a stated number is that of the stating agency',
    aNumber({ ...stated, ...atLeast(3) }),
    [answered(9), SILENT, answered(2.5)],
    2.5,
    false,
    0.5,
  ],
  ['nought is a number', aNumber({ from: 'sum', ...atLeast(3) }), [answered(0)], 0, false, 3],
  [
    'a sum leaves out who has none',
    aNumber({ from: 'sum', ...atLeast(1) }),
    [answered(0.1), NO_FIGURE, answered(0.2), NOTHING_AROSE],
    0.3,
    false,
    0.7,
  ],
  ['a sum of exactly its target is met', aNumber({ from: 'sum', ...atLeast(0.3) }), [answered(0.1), answered(0.2)], 0.3, true, 0],
  [
    'a mean is of those that reported',
    aNumber({ from: 'mean', ...atMost(3) }),
    [answered(4), SILENT, answered(3), NO_FIGURE],
    3.5,
    false,
    0.5,
  ],
  ['a mean at its upper bound is met', aNumber({ from: 'mean', ...atMost(3.5) }), [answered(4), answered(3)], 3.5, true, 0],
  ['a negative number is one', aNumber({ from: 'sum', ...atMost(-1) }), [answered(-1.5)], -1.5, true, -0.5],
  ['the lower bound is inside', aNumber({ ...stated, ...between(16, 18) }), [SILENT, SILENT, answered(16)], 16, true, 0],
  ['the upper bound is inside', aNumber({ ...stated, ...between(16, 18) }), [SILENT, SILENT, answered(18)], 18, true, 0],
  [
    'inside the gap is negative, to the nearest bound',
    aNumber({ ...stated, ...between(16, 18) }),
    [SILENT, SILENT, answered(17.6)],
    17.6,
    true,
    -0.4,
  ],
  ['above it is the way back', aNumber({ ...stated, ...between(16, 18) }), [SILENT, SILENT, answered(20.5)], 20.5, false, 2.5],
] as const)('%s', (_, indicator, cells, number, met, gap) => {
  const { result, judged } = outcomeWith(indicator, cells);
  expect([result, judged?.isMet, judged?.gap && toNumber(judged.gap)]).toEqual([{ number }, met, gap]);
});

test('nobody whose word counts has reported: no result', () => {
  expect(outcomeWith(aNumber({ ...stated, ...atLeast(1) }), [answered(5)]).result).toBeNull();
  expect(outcomeWith(aNumber({ from: 'sum', ...atLeast(1) }), [SILENT, NOTHING_AROSE]).result).toBeNull();
});

const sentenceOf = (indicator: Indicator, value: number): string => {
  const judged = measureOf(indicator).resultOf({ number: value });
  return judged?.isMet
    ? judged.metSentence('toàn tỉnh')
    : (judged?.gapSentence({ due: indicator.due, yearsLeft: null }, 'toàn tỉnh') ?? '');
};
const RANK = { ...stated, unit: 'hạng', decimals: 0, outOf: 63 };

test.each([
  [
    aNumber({ from: 'sum', ...atLeast(15) }),
    12.5,
    'Kết quả toàn tỉnh là 12,5 tỷ đồng, còn thiếu 2,5 tỷ đồng so với mục tiêu 15 tỷ đồng; chỉ tiêu đến hạn 19/12/2027.',
  ],
  [aNumber({ from: 'sum', ...atLeast(15) }), 15, 'Kết quả toàn tỉnh là 15 tỷ đồng, đạt mục tiêu 15 tỷ đồng.'],
  [aNumber({ ...RANK, ...atMost(20) }), 18, 'Đứng thứ 18/63, trong nhóm 20 theo yêu cầu.'],
  [aNumber({ ...RANK, ...atMost(20) }), 25, 'Đứng thứ 25/63, yêu cầu trong nhóm 20; còn kém 5 bậc; chỉ tiêu đến hạn 19/12/2027.'],
  [
    aNumber({ from: 'mean', unit: 'ngày', ...atMost(3) }),
    3.4,
    'Kết quả toàn tỉnh là 3,4 ngày, cao hơn mức tối đa 3 ngày là 0,4 ngày; chỉ tiêu đến hạn 19/12/2027.',
  ],
  [
    aNumber({ ...stated, unit: '%/năm', ...between(16, 18) }),
    17,
    'Kết quả toàn tỉnh là 17%/năm, trong khoảng 16 đến 18%/năm theo mục tiêu.',
  ],
  [
    aNumber({ ...stated, unit: '%/năm', ...between(16, 18) }),
    15,
    'Kết quả toàn tỉnh là 15%/năm, ngoài khoảng 16 đến 18%/năm; lệch 1%/năm; chỉ tiêu đến hạn 19/12/2027.',
  ],
])('what is said is true of the kind (%#)', (indicator, value, wanted) => {
  expect(sentenceOf(indicator, value)).toBe(wanted);
});

test('a mean that is not its bound does not look like it', () => {
  const indicator = aNumber({ from: 'mean', ...atLeast(70) });
  const { judged } = outcomeWith(indicator, [answered(69.9), answered(70), answered(70)]);
  expect([judged?.isMet, judged?.text]).toEqual([false, '69,97 tỷ đồng']);
});

/** Whole numbers of the smallest step stand for decimals: k steps of `decimals` places are k / 10^decimals. */
const steps = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
const asNumber = (count: bigint, decimals: number): number => Number(`${count}e-${decimals}`);

test('sums and verdicts are those of whole numbers, however many decimals', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 4 }), steps, fc.integer({ min: 0, max: 4 }), (counts, bound, decimals) => {
      const cells = counts.map((count) => answered(asNumber(count, decimals)));
      const target = asNumber(bound, decimals);
      const sum = counts.reduce((one, two) => one + two);
      const total = outcomeWith(aNumber({ from: 'sum', decimals, ...atLeast(target) }), cells);
      expect([total.result, total.judged?.isMet]).toEqual([{ number: asNumber(sum, decimals) }, sum >= bound]);
      expect(total.judged?.gap && toNumber(total.judged.gap)).toBe(asNumber(bound - sum, decimals));
      const mean = outcomeWith(aNumber({ from: 'mean', decimals, ...atMost(target) }), cells);
      expect(mean.judged?.isMet).toBe(sum <= bound * BigInt(counts.length));
    }),
  );
});
