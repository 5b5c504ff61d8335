import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import { formatCount, formatPercent } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { askedAgencies, blankUnlessReported, countFormula, NO_RATIO, quotient, sumFormula } from './formulas.ts';
import { judgeRatio } from './judge-ratio.ts';
import { measureKind } from './measure-kind.ts';
import {
  countingLines,
  countsReach,
  countsShort,
  madeUpStart,
  PartCount,
  PERCENT,
  percentText,
  RATIO,
  sumOfCounts,
  WholeCount,
} from './ratio.ts';
import { RATE_FORMAT, rateIsShort, ratioGap, ratioIsMet } from './ratio-formulas.ts';

/** All agencies: what the row must reach, in points of its own ratio. */
const ALL = 100;

/** Each agency must reach the target by itself; the rate over all of them is given for information. */
export const eachAgency = measureKind({
  schema: z.strictObject({ kind: z.literal('each-agency'), ...RATIO }),
  result: z.strictObject({ meeting: PartCount, obliged: WholeCount, numerator: PartCount, denominator: PartCount }),
  figure: COUNTS,
  of(measure) {
    const { atLeastPercent } = measure;
    const own = fromDecimal(atLeastPercent);
    const target = fromDecimal(ALL);
    const reaches = countsReach(own);
    return {
      statedBy: null,
      addsCounts: true,
      addUp(cells, { reported, obliged, nothingArose }) {
        const meeting = cells.filter(([, cell]) => cell.state === 'reported' && reaches(cell)).length;
        return reported === 0 ? null : { meeting, obliged: obliged - nothingArose, ...sumOfCounts(cells) };
      },
      judge: ({ meeting, obliged, numerator, denominator }) =>
        judgeRatio({ part: meeting, whole: obliged, target }, (text) => {
          const counts = `${formatCount(meeting)}/${formatCount(obliged)} cơ quan`;
          return {
            counts: `${counts} đạt mức`,
            figure: `${counts} (${text})`,
            met: `tất cả đều đạt mức ${formatPercent(own)}`,
            unmet: ` đạt mức ${formatPercent(own)}`,
            weightOf: (stated) =>
              reaches(stated)
                ? `Là một trong ${formatCount(meeting)} cơ quan đạt mức, trên ${formatCount(obliged)} cơ quan.`
                : `Là một trong ${formatCount(obliged)} cơ quan ở mẫu số; chưa đạt mức nên không có ở tử số.`,
            pooled: numerator / denominator,
          };
        }),
      target,
      bounds: [atLeastPercent],
      pace: 'rising',
      reaches,
      unitsShort: countsShort(own),
      method: () => `${countingLines(measure)}\nTừng cơ quan phải đạt từ ${percentText(atLeastPercent)} trở lên.`,
      goal: (targetText) => `Mỗi cơ quan từ ${targetText}`,
      scale: PERCENT,
      formulas: {
        totals: (refs) => ({
          numerator: blankUnlessReported(refs, countFormula(refs, `,${refs.sources.meets},1`)),
          denominator: blankUnlessReported(refs, askedAgencies(refs)),
          result: quotient(refs),
          pooled: blankUnlessReported(refs, `${sumFormula(refs, 'numerator')}/${sumFormula(refs, 'denominator')}`),
        }),
        isMet: ({ numerator, denominator }) => `${numerator}>=${denominator}`,
        gap: ratioGap(ALL),
        isShort: rateIsShort(own),
        meets: (cells) => `IF(${ratioIsMet(own)(cells)},1,0)`,
        empty: { ...NO_RATIO, pooled: '' },
        format: RATE_FORMAT,
      },
      madeUp: { start: madeUpStart(atLeastPercent), part: madeUpPart(atLeastPercent), isSteered: false },
    };
  },
});

/** Just enough, or one less. */
const madeUpPart =
  (atLeastPercent: number) =>
  (whole: number, course: number, drawn: number): number => {
    const enough = Math.ceil((whole * atLeastPercent) / 100);
    return drawn < course ? enough : Math.max(0, enough - 1);
  };
