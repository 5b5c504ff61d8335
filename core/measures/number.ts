import * as z from 'zod';
import { NUMBER } from '../figures/number.ts';
import { type Fraction, fraction, fromDecimal, over, plus, toNumber } from '../fraction.ts';
import { capital } from '../wording/capital.ts';
import { dueWords, yearlyWords } from './due-words.ts';
import { agencyCriterion, blankIf, blankUnlessReported, countFormula, type RowRefs, sumFormula, type TotalValues } from './formulas.ts';
import type { AgencyCells, MethodWords } from './measure.ts';
import { measureKind } from './measure-kind.ts';
import { numberGoal } from './number-goal.ts';
import { numberFormat, numberWithUnit, toldWithUnit, withUnit } from './number-text.ts';
import { reportedBy } from './stated.ts';
import { toldBeside } from './told-value.ts';
import { unfit } from './unfit.ts';

const Target = z.strictObject({ op: z.enum(['at-least', 'at-most', 'between']), value: z.number(), high: z.number().optional() });

const Schema = z
  .strictObject({
    kind: z.literal('number'),
    from: z.enum(['stated', 'sum', 'mean']),
    statedBy: z.string().optional(),
    unit: z.string().min(1),
    decimals: z.int().min(0).max(4),
    /** Of a rank: among how many. It decides nothing. */
    outOf: z.int().min(1).optional(),
    target: Target,
  })
  .superRefine(({ from, statedBy, target: { op, value, high } }, context) => {
    if ((from === 'stated') !== (statedBy !== undefined))
      unfit(
        context,
        ['statedBy'],
        'Số chung lấy theo một cơ quan thì ghi cơ quan nêu số; cộng hoặc lấy bình quân các đơn vị thì để trống.',
      );
    const isHigh = op === 'between' ? high !== undefined && high >= value : high === undefined;
    if (!isHigh)
      unfit(
        context,
        ['target', 'high'],
        'Mục tiêu là một khoảng thì ghi mức trên, từ mức dưới trở lên; không phải một khoảng thì để trống.',
      );
  });
type Settings = z.infer<typeof Schema>;

/** Beyond those of the plan's unit: a mean may come very near to its bound. */
const MORE_DECIMALS = 6;

const NO_NUMBER: TotalValues = { numerator: null, denominator: null, result: '', pooled: null };

/** A number with a unit: stated for the whole, the sum of all agencies' numbers, or their mean; in exact decimals. */
export const numberMeasure = measureKind({
  schema: Schema,
  result: z.strictObject({ number: z.number() }),
  figure: NUMBER,
  withTarget: (measure, value) => (measure.target.op === 'between' ? null : { ...measure, target: { ...measure.target, value } }),
  takesPerAgency: false,
  of(measure) {
    const { from, statedBy = '', unit, decimals, outOf, target } = measure;
    const goal = numberGoal(target, measure);
    const [low, top = low] = goal.bounds as [Fraction, Fraction?]; // there is one at least
    const format = numberFormat(decimals);
    const unitText = outOf === undefined ? unit : 'bậc';
    return {
      statedBy: from === 'stated' ? statedBy : null,
      ownCounts: false,
      asksEach: false,
      addUp(cells) {
        const numbers = countedNumbers(measure, cells);
        if (numbers.length === 0) return null;
        const sum = numbers.reduce(plus);
        return { number: toNumber(from === 'mean' ? over(sum, fraction(numbers.length)) : sum) };
      },
      judge({ number }) {
        const value = fromDecimal(number);
        const gap = goal.gap(value);
        const told = toldBeside(value, { bounds: goal.bounds, gap }, decimals, decimals + MORE_DECIMALS);
        const text = toldWithUnit(told.value, measure);
        const figure = (whole: string): string => (outOf === undefined ? `Kết quả ${whole} là ${text}` : `Đứng ${text}`);
        return {
          value,
          isMet: gap.num <= 0n,
          gap,
          gapText: told.gap,
          text: capital(text),
          counts: null,
          metSentence: (whole) => `${figure(whole)}, ${goal.words.met}.`,
          gapSentence(deadline, whole) {
            const short = goal.words.short(withUnit(told.gap, unitText));
            const yearly =
              goal.pace === 'none'
                ? ''
                : yearlyWords(gap, deadline, { move: goal.move, unit: unitText, told: told.gap, digits: Math.max(decimals, 2) });
            return `${figure(whole)}, ${short}${yearly}${dueWords(deadline)}.`;
          },
          weightOf: WEIGHTS[from](text),
          totals: { ...NO_NUMBER, result: number },
          format: numberFormat(told.digits),
          inPane: { value: number, format },
        };
      },
      target: low,
      bounds: goal.bounds.map(toNumber),
      base: 'number',
      pace: goal.pace,
      reaches: ({ value }) => (from === 'sum' || typeof value !== 'number' ? null : goal.gap(fromDecimal(value)).num <= 0n),
      unitsShort: from === 'mean' ? ({ value }) => Math.max(0, toNumber(goal.gap(fromDecimal(Number(value))))) : 'none',
      method: (words) => `Nhập một số ở cột Giá trị, đơn vị tính: ${unit}.\n${methodWords(measure, words)}`,
      goal: (targetText) => targetText,
      scale: {
        text: (value) => capital(numberWithUnit(value, measure)),
        gapUnit: unitText,
        end: outOf ?? 2 * Math.max(Math.abs(toNumber(low)), Math.abs(toNumber(top)), 1),
      },
      formulas: {
        totals: (refs) => ({ numerator: null, denominator: null, pooled: null, result: resultFormula(measure, refs) }),
        isMet: ({ result }) => goal.formulas.isMet(result),
        gap: goal.formulas.gap,
        isShort: from === 'sum' ? 'none' : (cell) => `AND(ISNUMBER(${cell}),NOT(${goal.formulas.isMet(cell)}))`,
        meets: 'none',
        empty: NO_NUMBER,
        format,
      },
      madeUp: {
        start: toNumber(low) * (goal.pace === 'falling' ? 1.2 : 0.8),
        value: (course, drawn) => Number((course * (0.8 + 0.4 * drawn)).toFixed(decimals)),
        saysWhyShort: true,
      },
    };
  },
});

function countedNumbers({ from, statedBy = '' }: Settings, cells: AgencyCells): Fraction[] {
  const counted = from === 'stated' ? [reportedBy(statedBy, cells)] : cells.map(([, cell]) => cell);
  return counted.flatMap((cell) => (cell?.state === 'reported' && typeof cell.value === 'number' ? [fromDecimal(cell.value)] : []));
}

/** Sums are rounded to the row's own decimals: a spreadsheet adds 0,1 and 0,2 to more than 0,3. */
function resultFormula({ from, statedBy = '', decimals }: Settings, refs: RowRefs): string {
  const own = agencyCriterion(refs, statedBy);
  if (from === 'stated') return blankIf(`${countFormula(refs, own)}=0`, sumFormula(refs, 'value', own));
  const sum = `ROUND(${sumFormula(refs, 'value')},${decimals})`;
  return blankUnlessReported(refs, from === 'mean' ? `${sum}/${refs.reported}` : sum);
}

const WEIGHTS = {
  stated: () => 'none' as const,
  sum: (total: string) => () => `Được cộng vào tổng ${total}.`,
  mean: (total: string) => () => `Được tính vào bình quân ${total}.`,
};

function methodWords({ from, statedBy = '' }: Settings, { nameOf, whole }: MethodWords): string {
  if (from === 'stated') return `Số ${whole} lấy theo báo cáo của ${nameOf(statedBy)}.`;
  return `${capital(whole)}: ${from === 'sum' ? 'tổng số của các đơn vị' : 'bình quân của các đơn vị có số liệu'}.`;
}
