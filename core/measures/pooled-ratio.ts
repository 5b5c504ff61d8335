import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import { formatCount, formatPercent, percentOf } from '../format.ts';
import { blankUnlessReported, NO_RATIO, quotient, sumFormula } from './formulas.ts';
import { judgeCounts } from './judge-ratio.ts';
import { limitOf, withLimit } from './limit.ts';
import { measureKind } from './measure-kind.ts';
import { Counts, countingLines, countsKeep, countsShort, madeUpStart, oneLimit, PERCENT, RATIO, sumOfCounts } from './ratio.ts';
import { RATE_FORMAT } from './ratio-formulas.ts';

const share = (part: number, whole: number): string =>
  `${formatCount(part)}/${formatCount(whole)}${whole > 0 ? ` (${formatPercent(percentOf(part, whole))})` : ''}`;

/** A rate of all agencies together: the sum of all numerators over that of all denominators, never a mean of rates. */
export const pooledRatio = measureKind({
  schema: z.strictObject({ kind: z.literal('pooled-ratio'), ...RATIO }).superRefine(oneLimit),
  result: Counts,
  figure: COUNTS,
  withTarget: withLimit,
  takesPerAgency: false,
  of(measure) {
    const limit = limitOf(measure);
    return {
      statedBy: null,
      ownCounts: true,
      asksEach: false,
      addUp(cells) {
        const sum = sumOfCounts(cells);
        return sum.denominator === 0 ? null : sum;
      },
      judge: (result) =>
        judgeCounts(result, limit, ({ numerator = 0, denominator = 0 }, _agency, whole) =>
          [
            `Tử số ${share(numerator, result.numerator)} tử số ${whole}`,
            `mẫu số ${share(denominator, result.denominator)} mẫu số ${whole}.`,
          ].join('; '),
        ),
      target: limit.value,
      bounds: [limit.percent],
      base: 'percent',
      pace: limit.pace,
      reaches: (stated) => countsKeep(limit, stated),
      unitsShort: (stated) => countsShort(limit, stated),
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
        ...limit.formulas,
        meets: 'none',
        empty: NO_RATIO,
        format: RATE_FORMAT,
      },
      madeUp: { start: madeUpStart(measure), part: 'varied', isSteered: true },
    };
  },
});
