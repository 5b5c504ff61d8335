import * as z from 'zod';
import type { FigureKind } from '../../core/figures/figure.ts';
import { valueShape } from '../../core/figures/value-shape.ts';
import type { Condition } from '../../core/form/condition.ts';
import { formatDecimal } from '../../core/format.ts';
import { compare, type Fraction, fraction, fromDecimal, minus, over, plus, toNumber } from '../../core/fraction.ts';
import { dueWords } from '../../core/measures/due-words.ts';
import { agencyCriterion, blankIf, blankUnlessReported, countFormula, sumFormula, type TotalValues } from '../../core/measures/formulas.ts';
import { measureKind } from '../../core/measures/measure-kind.ts';
import { reportedBy } from '../../core/measures/stated.ts';
import { type CellOutcome, read, unreadCell } from '../../core/reading/cell-outcome.ts';
import { countFractional } from '../../core/rules/counts.ts';
import { countNotANumber } from '../../core/rules/counts-as-fractions.ts';

const Schema = z.strictObject({
  kind: z.literal('made-up-number'),
  from: z.enum(['stated', 'sum', 'mean']),
  statedBy: z.string().optional(),
  unit: z.string(),
  decimals: z.int().min(0).max(4),
  target: z.strictObject({ op: z.enum(['at-least', 'at-most', 'between']), value: z.number(), high: z.number().optional() }),
});
type Settings = z.infer<typeof Schema>;

const withinDecimals = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === value;

/** The cell holds no number, or one with more decimals. */
const noNumberOf = (decimals: number): Condition => ({
  formula: (cell) => `IF(ISNUMBER(${cell('value')}),${cell('value')}<>ROUND(${cell('value')},${decimals}),TRIM(${cell('value')})<>"")`,
  holds: ({ value }) => (typeof value === 'number' ? !withinDecimals(value, decimals) : String(value ?? '').trim() !== ''),
});

const zeros = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;

/** A number with a unit. */
const NUMBER: FigureKind<Settings> = {
  name: 'made-up-number',
  value: z.number(),
  wanted: 'Dòng này nhận một số.',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa có số. Nhập số ở cột Giá trị.',
  offers: [],
  of({ unit, decimals }) {
    const text = (value: unknown): string => `${formatDecimal(fromDecimal(Number(value)), decimals)} ${unit}`;
    const ask = `✕ Giá trị phải là số có tối đa ${decimals} chữ số thập phân.`;
    return {
      shape: valueShape({
        name: 'made-up-number',
        rule: { kind: 'decimal', least: -1e12, most: 1e12, title: 'Giá trị', prompt: `Nhập số, đơn vị tính: ${unit}.`, error: ask },
        wrong: noNumberOf(decimals),
        ask,
      }),
      decimals: null,
      cells: {
        value: ({ value }): CellOutcome<number> => {
          if (typeof value !== 'number') return unreadCell(countNotANumber, { text: String(value) });
          return withinDecimals(value, decimals) ? read(value) : unreadCell(countFractional, { value });
        },
      },
      text: ({ value }) => text(value),
      fullText: ({ value }) => text(value),
      rate: () => null,
      inPane: ({ value }) => ({ value: Number(value), format: zeros(decimals) }),
      inMatrix: ({ value }) => ({ value: Number(value), format: zeros(decimals) }),
    };
  },
};

const NO_NUMBER: TotalValues = { numerator: null, denominator: null, result: '', pooled: null };
const higher = (one: Fraction, two: Fraction): Fraction => (compare(one, two) < 0 ? two : one);

/** A kind of measure that the product does not have, in one file: numbers stated, summed or averaged, against one bound or two. */
export const madeUpNumber = measureKind({
  schema: Schema,
  result: z.strictObject({ number: z.number() }),
  figure: NUMBER,
  withTarget: (measure, value) => ({ ...measure, target: { ...measure.target, value } }),
  takesPerAgency: false,
  of({ from, statedBy = '', unit, decimals, target: { op, value: bound, high = bound } }) {
    const [low, top] = [fromDecimal(bound), fromDecimal(high)];
    const text = (value: Fraction): string => `${formatDecimal(value, decimals)} ${unit}`;
    const gapOf = (value: Fraction): Fraction =>
      op === 'at-least' ? minus(low, value) : op === 'at-most' ? minus(value, low) : higher(minus(low, value), minus(value, top));
    const reaches = (value: Fraction): boolean => gapOf(value).num <= 0n;
    const goal = { 'at-least': `từ ${text(low)}`, 'at-most': `không quá ${text(low)}`, between: `từ ${text(low)} đến ${text(top)}` }[op];
    const isMet = (cell: string): string =>
      ({ 'at-least': `${cell}>=${bound}`, 'at-most': `${cell}<=${bound}`, between: `AND(${cell}>=${bound},${cell}<=${high})` })[op];
    return {
      statedBy: from === 'stated' ? statedBy : null,
      ownCounts: false,
      asksEach: false,
      addUp(cells) {
        const counted = from === 'stated' ? [reportedBy(statedBy, cells)] : cells.map(([, cell]) => cell);
        const numbers = counted.flatMap((cell) =>
          cell?.state === 'reported' && typeof cell.value === 'number' ? [fromDecimal(cell.value)] : [],
        );
        if (numbers.length === 0) return null;
        const sum = numbers.reduce(plus);
        return { number: toNumber(from === 'mean' ? over(sum, fraction(numbers.length)) : sum) };
      },
      judge({ number }) {
        const value = fromDecimal(number);
        return {
          value,
          isMet: reaches(value),
          gap: gapOf(value),
          gapText: text(gapOf(value)),
          text: text(value),
          counts: null,
          metSentence: () => `Toàn tỉnh đạt ${text(value)}, đúng mục tiêu ${goal}.`,
          gapSentence: (deadline) => `Toàn tỉnh đạt ${text(value)}, cách mục tiêu ${goal} là ${text(gapOf(value))}${dueWords(deadline)}.`,
          weightOf: from === 'stated' ? 'none' : (stated) => `Góp ${text(fromDecimal(Number(stated.value)))} vào ${text(value)}.`,
          totals: { ...NO_NUMBER, result: number },
          format: zeros(decimals),
          inPane: { value: number, format: zeros(decimals) },
        };
      },
      target: low,
      bounds: [bound, high],
      base: 'number',
      pace: op === 'at-least' ? 'rising' : 'none',
      reaches: (stated) => typeof stated.value === 'number' && reaches(fromDecimal(stated.value)),
      unitsShort: 'none',
      method: () => `Nhập một số ở cột Giá trị, đơn vị tính: ${unit}.`,
      goal: () => goal,
      scale: { text, gapUnit: unit, end: 2 * high },
      formulas: {
        totals: (refs) => ({
          ...NO_NUMBER,
          result:
            from === 'stated'
              ? blankIf(
                  `${countFormula(refs, agencyCriterion(refs, statedBy))}=0`,
                  sumFormula(refs, 'value', agencyCriterion(refs, statedBy)),
                )
              : blankUnlessReported(refs, `${sumFormula(refs, 'value')}${from === 'mean' ? `/${refs.reported}` : ''}`),
          numerator: null,
          denominator: null,
          pooled: null,
        }),
        isMet: ({ result }) => isMet(result),
        gap: (result) =>
          ({ 'at-least': `${bound}-${result}`, 'at-most': `${result}-${bound}`, between: `MAX(${bound}-${result},${result}-${high})` })[op],
        isShort: from === 'sum' ? 'none' : (cell) => `AND(ISNUMBER(${cell}),NOT(${isMet(cell)}))`,
        meets: 'none',
        empty: NO_NUMBER,
        format: zeros(decimals),
      },
      madeUp: { start: bound, value: (course, drawn) => Number((course * (0.5 + drawn)).toFixed(decimals)), saysWhyShort: true },
    };
  },
});
