import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import { agencyCriterion, blankIf, countFormula, NO_RATIO, quotient, sumFormula } from './formulas.ts';
import { judgeCounts } from './judge-ratio.ts';
import { limitOf, withLimit } from './limit.ts';
import { measureKind } from './measure-kind.ts';
import { Counts, countingLines, countsKeep, madeUpStart, oneLimit, PERCENT, RATIO } from './ratio.ts';
import { RATE_FORMAT } from './ratio-formulas.ts';
import { reportedBy } from './stated.ts';

/** A rate that one agency states for the province, where adding up would count the same thing many times. */
export const statedRatio = measureKind({
  schema: z.strictObject({ kind: z.literal('stated-ratio'), statedBy: z.string(), ...RATIO }).superRefine(oneLimit),
  result: Counts,
  figure: COUNTS,
  withTarget: withLimit,
  takesPerAgency: false,
  of(measure) {
    const { statedBy } = measure;
    const limit = limitOf(measure);
    return {
      statedBy,
      ownCounts: true,
      asksEach: false,
      addUp(cells) {
        const { numerator = 0, denominator = 0 } = reportedBy(statedBy, cells) ?? {};
        return denominator === 0 ? null : { numerator, denominator };
      },
      judge: (result) => judgeCounts(result, limit, 'none'),
      target: limit.value,
      bounds: [limit.percent],
      base: 'percent',
      pace: limit.pace,
      reaches: (stated) => countsKeep(limit, stated),
      unitsShort: 'none',
      method: ({ nameOf, whole }) => `${countingLines(measure)}\nSố ${whole} lấy theo báo cáo của ${nameOf(statedBy)}.`,
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
        ...limit.formulas,
        meets: 'none',
        empty: NO_RATIO,
        format: RATE_FORMAT,
      },
      madeUp: { start: madeUpStart(measure), part: 'varied', isSteered: false },
    };
  },
});
