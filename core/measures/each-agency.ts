import * as z from 'zod';
import { COUNTS } from '../figures/counts.ts';
import type { StatedFigure } from '../figures/figure.ts';
import { formatCount } from '../format.ts';
import { askedAgencies, blankUnlessReported, countFormula, NO_RATIO, quotient, sumFormula } from './formulas.ts';
import { judgeRatio } from './judge-ratio.ts';
import { atLeast, type Limit, limitOf, withLimit } from './limit.ts';
import { measureKind } from './measure-kind.ts';
import {
  countingLines,
  countsKeep,
  countsShort,
  madeUpStart,
  oneLimit,
  PartCount,
  PERCENT,
  RATIO,
  sumOfCounts,
  WholeCount,
} from './ratio.ts';
import { RATE_FORMAT } from './ratio-formulas.ts';

/** All agencies: what the row must reach, in points of its own ratio. */
const ALL = atLeast(100);

/** A target that is nothing but its number is read behind "từ"; one in words says that itself. */
const BARE = /^\d/;

/** Each agency must reach the target by itself; the rate over all of them is given for information. */
export const eachAgency = measureKind({
  schema: z.strictObject({ kind: z.literal('each-agency'), ...RATIO }).superRefine(oneLimit),
  result: z.strictObject({ meeting: PartCount, obliged: WholeCount, numerator: PartCount, denominator: PartCount }),
  figure: COUNTS,
  withTarget: withLimit,
  takesPerAgency: true,
  of(measure, { perAgency = {} }) {
    const own = limitOf(measure);
    const limits = new Map(Object.entries(perAgency).map(([agency, percent = 0]) => [agency, limitOf(withLimit(measure, percent))]));
    const limitFor = (agency: string | null) => (agency === null ? own : (limits.get(agency) ?? own));
    const reaches = (stated: StatedFigure, agency: string | null): boolean => countsKeep(limitFor(agency), stated);
    const eachMet = limits.size > 0 ? 'đạt mức được giao' : own.words.eachMet;
    return {
      statedBy: null,
      ownCounts: true,
      asksEach: true,
      addUp(cells, { reported, obliged, nothingArose }) {
        const meeting = cells.filter(([agency, cell]) => cell.state === 'reported' && reaches(cell, agency)).length;
        return reported === 0 ? null : { meeting, obliged: obliged - nothingArose, ...sumOfCounts(cells) };
      },
      judge: ({ meeting, obliged, numerator, denominator }) =>
        judgeRatio({ part: meeting, whole: obliged, limit: ALL }, (text) => {
          const counts = `${formatCount(meeting)}/${formatCount(obliged)} cơ quan`;
          return {
            counts: `${counts} đạt mức`,
            figure: () => `${counts} (${text})`,
            met: `tất cả đều ${eachMet}`,
            unmet: ` ${eachMet}`,
            units: (count) => `${count} cơ quan`,
            weightOf: (stated, agency) =>
              reaches(stated, agency)
                ? `Là một trong ${formatCount(meeting)} cơ quan đạt mức, trên ${formatCount(obliged)} cơ quan.`
                : `Là một trong ${formatCount(obliged)} cơ quan ở mẫu số; chưa đạt mức nên không có ở tử số.`,
            pooled: numerator / denominator,
          };
        }),
      target: ALL.value,
      bounds: [own.percent],
      base: 'percent',
      pace: ALL.pace,
      reaches,
      unitsShort: (stated, agency) => countsShort(limitFor(agency), stated),
      method: ({ agency }) => `${countingLines(measure)}\n${limitFor(agency).words.eachMust}`,
      goal: (targetText) =>
        own.side === 'at-least' && BARE.test(targetText) ? `Mỗi cơ quan từ ${targetText}` : `Mỗi cơ quan: ${targetText}`,
      scale: PERCENT,
      formulas: {
        totals: (refs) => ({
          numerator: blankUnlessReported(refs, countFormula(refs, `,${refs.sources.meets},1`)),
          denominator: blankUnlessReported(refs, askedAgencies(refs)),
          result: quotient(refs),
          pooled: blankUnlessReported(refs, `${sumFormula(refs, 'numerator')}/${sumFormula(refs, 'denominator')}`),
        }),
        isMet: ({ numerator, denominator }) => `${numerator}>=${denominator}`,
        gap: ALL.formulas.gap,
        isShort: (cell, agency) => limitFor(agency).formulas.isShort(cell),
        meets: (cells, agency) => `IF(${limitFor(agency).formulas.isMet(cells)},1,0)`,
        empty: { ...NO_RATIO, pooled: '' },
        format: RATE_FORMAT,
      },
      madeUp: { start: madeUpStart(measure), part: madeUpPart(own), isSteered: false },
    };
  },
});

/** Just enough, or one less; of what may not be more, just as much, or one more. */
const madeUpPart =
  ({ percent, side }: Limit) =>
  (whole: number, course: number, drawn: number): number => {
    const share = (whole * percent) / 100;
    if (side === 'at-most') return drawn < course ? Math.floor(share) : Math.min(whole, Math.floor(share) + 1);
    return drawn < course ? Math.ceil(share) : Math.max(0, Math.ceil(share) - 1);
  };
