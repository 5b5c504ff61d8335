import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import { formatCount, formatPercent } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { blankIf, by, countOf, NO_RATIO, quotient, sumOf } from './formulas.ts';
import { judgeRatio } from './judge-ratio.ts';
import { measureKind } from './measure-kind.ts';
import { Counts, countingLines, countsReach, PERCENT, RATIO } from './ratio.ts';
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
      judge: ({ numerator, denominator }) =>
        judgeRatio({ part: numerator, whole: denominator, target }, (text) => {
          const counts = `${formatCount(numerator)}/${formatCount(denominator)}`;
          return {
            counts,
            figure: `Kết quả toàn tỉnh đạt ${text} (${counts})`,
            met: `đạt mục tiêu ${formatPercent(target)}`,
            unmet: '',
            weightOf: 'none',
            pooled: null,
          };
        }),
      target,
      pace: 'rising',
      reaches: countsReach(target),
      unitsShort: 'none',
      method: (nameOf) => `${countingLines(measure)}\nSố toàn tỉnh lấy theo báo cáo của ${nameOf(statedBy)}.`,
      goal: (targetText) => targetText,
      scale: PERCENT,
      formulas: {
        totals(refs) {
          const silent = `${countOf(refs, by(refs, statedBy))}=0`;
          return {
            numerator: blankIf(silent, sumOf(refs, 'numerator', by(refs, statedBy))),
            denominator: blankIf(silent, sumOf(refs, 'denominator', by(refs, statedBy))),
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
      madeUp: { start: (atLeastPercent / 100) * 0.6, part: 'varied', isSteered: false },
    };
  },
});
