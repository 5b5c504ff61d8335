import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import { fromDecimal } from '../fraction.ts';
import { agencyCriterion, blankIf, countFormula, NO_RATIO, quotient, sumFormula } from './formulas.ts';
import { judgeCounts } from './judge-ratio.ts';
import { measureKind } from './measure-kind.ts';
import { Counts, countingLines, countsReach, madeUpStart, PERCENT, RATIO } from './ratio.ts';
import { RATE_FORMAT, rateIsShort, ratioGap, ratioIsMet } from './ratio-formulas.ts';
import { reportedBy } from './stated.ts';

/** A rate that one agency states for the province, where adding up would count the same thing many times. */
export const statedRatio = measureKind({
  schema: z.strictObject({ kind: z.literal('stated-ratio'), statedBy: z.string(), ...RATIO }),
  result: Counts,
  figure: COUNTS,
  of(measure) {
    const { atLeastPercent, statedBy } = measure;
    const target = fromDecimal(atLeastPercent);
    return {
      statedBy,
      addsCounts: false,
      addUp(cells) {
        const { numerator = 0, denominator = 0 } = reportedBy(statedBy, cells) ?? {};
        return denominator === 0 ? null : { numerator, denominator };
      },
      judge: (result) => judgeCounts(result, target, 'none'),
      target,
      bounds: [atLeastPercent],
      pace: 'rising',
      reaches: countsReach(target),
      unitsShort: 'none',
      method: (nameOf) => `${countingLines(measure)}\nSố toàn tỉnh lấy theo báo cáo của ${nameOf(statedBy)}.`,
      goal: (targetText) => targetText,
      scale: PERCENT,
      formulas: {
        totals(refs) {
          const silent = `${countFormula(refs, agencyCriterion(refs, statedBy))}=0`;
          return {
            numerator: blankIf(silent, sumFormula(refs, 'numerator', agencyCriterion(refs, statedBy))),
            denominator: blankIf(silent, sumFormula(refs, 'denominator', agencyCriterion(refs, statedBy))),
            result: quotient(refs),
            pooled: null,
          };
        },
        isMet: ratioIsMet(target),
        gap: ratioGap(atLeastPercent),
        isShort: rateIsShort(target),
        meets: 'none',
        empty: NO_RATIO,
        format: RATE_FORMAT,
      },
      madeUp: { start: madeUpStart(atLeastPercent), part: 'varied', isSteered: false },
    };
  },
});
