import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import { formatCount, formatPercent, percentOf } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { blankUnlessReported, NO_RATIO, quotient, sumFormula } from './formulas.ts';
import { judgeCounts } from './judge-ratio.ts';
import { measureKind } from './measure-kind.ts';
import { Counts, countingLines, countsReach, countsShort, madeUpStart, PERCENT, RATIO, sumOfCounts } from './ratio.ts';
import { RATE_FORMAT, rateIsShort, ratioGap, ratioIsMet } from './ratio-formulas.ts';

const share = (part: number, whole: number): string =>
  `${formatCount(part)}/${formatCount(whole)}${whole > 0 ? ` (${formatPercent(percentOf(part, whole))})` : ''}`;

/** A rate of the whole province: the sum of all numerators over that of all denominators, never a mean of rates. */
export const pooledRatio = measureKind({
  schema: z.strictObject({ kind: z.literal('pooled-ratio'), ...RATIO }),
  result: Counts,
  figure: COUNTS,
  of(measure) {
    const { atLeastPercent } = measure;
    const target = fromDecimal(atLeastPercent);
    return {
      statedBy: null,
      addsCounts: true,
      addUp(cells) {
        const sum = sumOfCounts(cells);
        return sum.denominator === 0 ? null : sum;
      },
      judge: (result) =>
        judgeCounts(result, target, ({ numerator = 0, denominator = 0 }) =>
          [
            `Tử số ${share(numerator, result.numerator)} tử số toàn tỉnh`,
            `mẫu số ${share(denominator, result.denominator)} mẫu số toàn tỉnh.`,
          ].join('; '),
        ),
      target,
      bounds: [atLeastPercent],
      pace: 'rising',
      reaches: countsReach(target),
      unitsShort: countsShort(target),
      method: () => countingLines(measure),
      goal: (targetText) => targetText,
      scale: PERCENT,
      formulas: {
        totals: (refs) => ({
          numerator: blankUnlessReported(refs, sumFormula(refs, 'numerator')),
          denominator: blankUnlessReported(refs, sumFormula(refs, 'denominator')),
          result: quotient(refs),
          pooled: null,
        }),
        isMet: ratioIsMet(target),
        gap: ratioGap(atLeastPercent),
        isShort: rateIsShort(target),
        meets: 'none',
        empty: NO_RATIO,
        format: RATE_FORMAT,
      },
      madeUp: { start: madeUpStart(atLeastPercent), part: 'varied', isSteered: true },
    };
  },
});
