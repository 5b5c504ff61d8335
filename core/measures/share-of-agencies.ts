import * as z from 'zod';
import { ANSWER } from '../figures/answer.ts';
import { formatCount } from '../format.ts';
import { capital } from '../wording/capital.ts';
import { NO, YES } from '../words.ts';
import { askedAgencies, blankUnlessReported, countFormula, NO_RATIO, quotient } from './formulas.ts';
import { judgeRatio } from './judge-ratio.ts';
import { limitOf, withLimit } from './limit.ts';
import { measureKind } from './measure-kind.ts';
import { madeUpStart, oneLimit, PartCount, PERCENT, RATIO, WholeCount } from './ratio.ts';
import { RATE_FORMAT } from './ratio-formulas.ts';

/** How many of the agencies say yes; those that are silent stay in the whole. */
export const shareOfAgencies = measureKind({
  schema: z.strictObject({ kind: z.literal('share-of-agencies'), ...RATIO }).superRefine(oneLimit),
  result: z.strictObject({ yes: PartCount, obliged: WholeCount }),
  figure: ANSWER,
  withTarget: withLimit,
  takesPerAgency: false,
  of(measure) {
    const { numerator, denominator } = measure;
    const limit = limitOf(measure);
    return {
      statedBy: null,
      ownCounts: false,
      asksEach: limit.answer && limit.percent === 100,
      addUp: (cells, { reported, obliged, nothingArose }) =>
        reported === 0
          ? null
          : { yes: cells.filter(([, { state, value }]) => state === 'reported' && value === true).length, obliged: obliged - nothingArose },
      judge: ({ yes, obliged }) =>
        judgeRatio({ part: yes, whole: obliged, limit }, (text) => {
          const counts = `${formatCount(yes)}/${formatCount(obliged)} cơ quan trả lời “Có”`;
          return {
            counts,
            figure: () => `${counts} (${text})`,
            met: limit.words.met,
            unmet: '',
            units: (count) => `${count} cơ quan`,
            weightOf: ({ value }) =>
              value === true
                ? `Là một trong ${formatCount(yes)} cơ quan trả lời “Có”, trên ${formatCount(obliged)} cơ quan.`
                : `Là một trong ${formatCount(obliged)} cơ quan ở mẫu số; trả lời “Không” nên không có ở tử số.`,
            pooled: null,
          };
        }),
      target: limit.value,
      bounds: [limit.percent],
      base: 'percent',
      pace: limit.pace,
      reaches: ({ value }) => value === limit.answer,
      unitsShort: ({ value }) => (value === !limit.answer ? 1 : 0),
      method: ({ whole }) => `Chọn Có hoặc Không ở cột Giá trị.\n${capital(whole)}: ${numerator} trên ${denominator}.`,
      goal: (targetText) => targetText,
      scale: PERCENT,
      formulas: {
        totals: (refs) => ({
          numerator: blankUnlessReported(refs, countFormula(refs, `,${refs.sources.value},"${YES}"`)),
          denominator: blankUnlessReported(refs, askedAgencies(refs)),
          result: quotient(refs),
          pooled: null,
        }),
        ...limit.formulas,
        isShort: (cell) => `${cell}="${limit.answer ? NO : YES}"`,
        meets: 'none',
        empty: NO_RATIO,
        format: RATE_FORMAT,
      },
      // whoever says yes in one year says so in the next, as the province's share grows
      madeUp: { start: madeUpStart(measure), value: (course, drawn) => drawn < course, saysWhyShort: false },
    };
  },
});
