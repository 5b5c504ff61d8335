import * as z from 'zod';
import { ANSWER } from '../figures/answer.ts';
import { formatCount, formatPercent } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { NO, YES } from '../words.ts';
import { askedAgencies, blankUnlessReported, countFormula, NO_RATIO, quotient } from './formulas.ts';
import { judgeRatio } from './judge-ratio.ts';
import { measureKind } from './measure-kind.ts';
import { madeUpStart, PartCount, PERCENT, RATIO, WholeCount } from './ratio.ts';
import { RATE_FORMAT, ratioGap, ratioIsMet } from './ratio-formulas.ts';

/** How many of the agencies say yes; those that are silent stay in the whole. */
export const shareOfAgencies = measureKind({
  schema: z.strictObject({ kind: z.literal('share-of-agencies'), ...RATIO }),
  result: z.strictObject({ yes: PartCount, obliged: WholeCount }),
  figure: ANSWER,
  of({ atLeastPercent, numerator, denominator }) {
    const target = fromDecimal(atLeastPercent);
    return {
      statedBy: null,
      addsCounts: false,
      addUp: (cells, { reported, obliged, nothingArose }) =>
        reported === 0
          ? null
          : { yes: cells.filter(([, { state, value }]) => state === 'reported' && value === true).length, obliged: obliged - nothingArose },
      judge: ({ yes, obliged }) =>
        judgeRatio({ part: yes, whole: obliged, target }, (text) => {
          const counts = `${formatCount(yes)}/${formatCount(obliged)} cơ quan trả lời “Có”`;
          return {
            counts,
            figure: `${counts} (${text})`,
            met: `đạt mục tiêu ${formatPercent(target)}`,
            unmet: '',
            weightOf: ({ value }) =>
              value === true
                ? `Là một trong ${formatCount(yes)} cơ quan trả lời “Có”, trên ${formatCount(obliged)} cơ quan.`
                : `Là một trong ${formatCount(obliged)} cơ quan ở mẫu số; trả lời “Không” nên không có ở tử số.`,
            pooled: null,
          };
        }),
      target,
      bounds: [atLeastPercent],
      pace: 'rising',
      reaches: ({ value }) => value === true,
      unitsShort: ({ value }) => (value === false ? 1 : 0),
      method: () => `Chọn Có hoặc Không ở cột Giá trị.\nToàn tỉnh: ${numerator} trên ${denominator}.`,
      goal: (targetText) => targetText,
      scale: PERCENT,
      formulas: {
        totals: (refs) => ({
          numerator: blankUnlessReported(refs, countFormula(refs, `,${refs.sources.value},"${YES}"`)),
          denominator: blankUnlessReported(refs, askedAgencies(refs)),
          result: quotient(refs),
          pooled: null,
        }),
        isMet: ratioIsMet(target),
        gap: ratioGap(atLeastPercent),
        isShort: (cell) => `${cell}="${NO}"`,
        meets: 'none',
        empty: NO_RATIO,
        format: RATE_FORMAT,
      },
      // whoever says yes in one year says so in the next, as the province's share grows
      madeUp: { start: madeUpStart(atLeastPercent), value: (course, drawn) => drawn < course, saysWhyShort: false },
    };
  },
});
