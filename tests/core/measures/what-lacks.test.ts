import { compare, type Fraction, fraction, fromDecimal, minus } from '../../../core/fraction.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import type { RowResult } from '../../../core/measures/schemas.ts';
import { percentLines } from '../../../core/overview/percent-lines.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import { aCappedRate, aLevel, aNumber, anEachAgency, answered, aRate, aShare, outcomeWith } from '../../support/an-indicator.ts';
import { fc } from '../../support/properties.ts';

const FIGURE = /-?\d[\d.]*(?:,\d+)?/g;
/** Figures as a reader reads them: "1.234,5" is 1234,5. */
const read = (text: string): Fraction => fromDecimal(Number(text.replaceAll('.', '').replace(',', '.')));
const isSame = (one: Fraction, two: Fraction) => compare(one, two) === 0;
const size = (value: Fraction) => (value.num < 0n ? minus(fraction(0), value) : value);

/** The sentence of what is lacking, and whether the figures in it make a difference that a reader comes to too. */
function lackingOf(indicator: Indicator, result: RowResult, bounds: readonly number[]) {
  const judged = measureOf(indicator).resultOf(result);
  if (!judged || judged.isMet) return null;
  const sentence = judged.gapSentence({ due: indicator.due, yearsLeft: null }, 'toàn tỉnh').replace(/; chỉ tiêu đến hạn.*/, '');
  const [told, lacks] = [judged.text, judged.gapText ?? ''];
  const figures = (sentence.match(FIGURE) ?? []).map(read);
  const shown = bounds.map(fromDecimal).filter((bound) => figures.some((figure) => isSame(figure, bound)));
  const [value] = (/^[^\d-]*/.exec(told)?.[0] === told ? [] : (told.match(FIGURE) ?? [])).map(read);
  const left = read((lacks.match(FIGURE) ?? ['0'])[0]);
  const isExact = value !== undefined && shown.some((bound) => isSame(size(minus(bound, value)), left));
  return { sentence, isTrue: shown.length > 0 && sentence.includes(lacks) && left.num > 0n && (isExact || lacks.startsWith('khoảng ')) };
}

const percents = fc
  .integer({ min: 0, max: 4 })
  .chain((decimals) => fc.integer({ min: 1, max: 100 * 10 ** decimals }).map((steps) => Number(`${steps}e-${decimals}`)));
const counts = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 7 }), fc.nat())
  .map(([whole, drawn]) => ({ numerator: drawn % (whole + 1), denominator: whole }));
/** Just above and just below what is asked of very many. */
const near = fc.tuple(percents, fc.integer({ min: 10 ** 6, max: 10 ** 15 }), fc.integer({ min: -3, max: 3 }));

const KINDS = { lower: aRate, upper: aCappedRate, share: aShare } as const;

test('whoever subtracts the result from the target of a rate comes to what the sentence says is lacking, or it says about', () => {
  fc.assert(
    fc.property(fc.constantFrom('lower' as const, 'upper' as const), percents, counts, (kind, percent, result) => {
      const lacking = lackingOf(KINDS[kind](percent), result, [percent]);
      expect(lacking?.isTrue === false ? lacking.sentence : true).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.constantFrom('lower' as const, 'upper' as const), near, (kind, [percent, denominator, off]) => {
      const numerator = Math.min(denominator, Math.max(0, Math.round((percent / 100) * denominator) + off));
      const lacking = lackingOf(KINDS[kind](percent), { numerator, denominator }, [percent]);
      expect(lacking?.isTrue === false ? lacking.sentence : true).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('the same of agencies that say yes or each reach it', () => {
  fc.assert(
    fc.property(percents, counts, (percent, { numerator, denominator }) => {
      const lacking = [
        lackingOf(aShare(percent), { yes: numerator, obliged: denominator }, [percent]),
        lackingOf(anEachAgency(percent), { meeting: numerator, obliged: denominator, numerator: 1, denominator: 2 }, [100]),
      ];
      expect(lacking.filter((one) => one?.isTrue === false)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

const decimals = fc.integer({ min: 0, max: 4 });
const numbers = fc.tuple(fc.integer({ min: -(10 ** 7), max: 10 ** 7 }), decimals).map(([steps, places]) => Number(`${steps}e-${places}`));

test('the same of numbers, money and means, whatever decimals the target and the unit have', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 4 }), numbers, numbers, decimals, (values, one, two, places) => {
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      const targets = [
        [{ op: 'at-least', value: low }, [low]],
        [{ op: 'at-most', value: low }, [low]],
        [{ op: 'between', value: low, high }, [low, high]],
      ] as const;
      for (const [target, bounds] of targets) {
        const indicator = aNumber({ from: 'mean', decimals: places, target });
        const { result } = outcomeWith(indicator, values.map(answered));
        const lacking = result && lackingOf(indicator, result, bounds);
        expect(lacking?.isTrue === false ? lacking.sentence : true).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the decimals of a mean are those of what it lacks', () => {
  const indicator = aNumber({ from: 'mean', unit: 'giờ', target: { op: 'at-least', value: 12 } });
  const { judged } = outcomeWith(indicator, [answered(10), answered(9), answered(10.1)]);
  expect([judged?.text, judged?.gapText]).toEqual(['9,7 giờ', '2,3']);
  expect(judged?.gapSentence({ due: indicator.due, yearsLeft: fraction(1, 2) }, 'toàn tỉnh')).toBe(
    'Kết quả toàn tỉnh là 9,7 giờ, còn thiếu 2,3 giờ so với mục tiêu 12 giờ; cần tăng 2,3 giờ đến hạn 19/12/2027.',
  );
});

test('a half that both figures would round up is told with one decimal more', () => {
  const judged = measureOf(aRate(95)).resultOf({ numerator: 94_965, denominator: 100_000 });
  expect([judged?.text, judged?.gapText]).toEqual(['94,965%', '0,035']);
});

test('what no decimals tell from its target is told as near or more, and what it lacks as about', () => {
  const whole = 10 ** 12;
  const below = measureOf(aRate(95)).resultOf({ numerator: (95 * whole) / 100 - 1, denominator: whole });
  const above = measureOf(aCappedRate(5)).resultOf({ numerator: (5 * whole) / 100 + 1, denominator: whole });
  expect([below?.text, below?.gapText, above?.text, above?.gapText]).toEqual([
    'gần 95%',
    'khoảng 0,0000000001',
    'hơn 5%',
    'khoảng 0,0000000001',
  ]);
});

test('a target of many decimals is told with all of them', () => {
  expect(lackingOf(aRate(99.995), { numerator: 99, denominator: 100 }, [99.995])?.sentence).toContain('mục tiêu 99,995% là 0,995 điểm');
});

test('levels and ranks are whole', () => {
  expect(lackingOf(aLevel(4), { level: 2 }, [4])?.sentence).toBe('Toàn tỉnh ở cấp độ 2, thấp hơn yêu cầu cấp độ 4');
  const rank = aNumber({ from: 'stated', statedBy: 'VPUB', unit: 'hạng', decimals: 0, outOf: 63, target: { op: 'at-most', value: 20 } });
  expect(lackingOf(rank, { number: 25 }, [20])?.sentence).toBe('Đứng thứ 25/63, yêu cầu trong nhóm 20; còn kém 5 bậc');
});

test('a chart in percent has rates alone, whatever number its target is', () => {
  const people = aNumber({ from: 'sum', unit: 'người', target: { op: 'at-least', value: 50 } });
  expect(measureOf(people).scale.end).toBe(100);
  expect(percentLines([{ indicator: people, row: { result: null } }] as never)).toEqual([]);
});
