import * as z from 'zod';
import { LEVEL } from '../figures/level.ts';
import { formatDecimal } from '../format.ts';
import { fraction } from '../fraction.ts';
import { capital } from '../wording/capital.ts';
import { MOST_OWN_LEVELS, USUAL_LEVELS } from '../words.ts';
import { dueWords } from './due-words.ts';
import { agencyCriterion, blankIf, countFormula, sumFormula, type TotalValues } from './formulas.ts';
import { measureKind } from './measure-kind.ts';
import { reportedBy } from './stated.ts';
import { unfit } from './unfit.ts';

const Level = z.int().min(1).max(MOST_OWN_LEVELS);

const Schema = z
  .strictObject({
    kind: z.literal('stated-level'),
    statedBy: z.string(),
    minLevel: Level,
    aspiredLevel: Level.optional(),
    /** How many there are, where it is not five. */
    levels: Level.min(2).optional(),
  })
  .superRefine(({ minLevel, aspiredLevel, levels = USUAL_LEVELS }, context) => {
    if (minLevel > levels) unfit(context, ['minLevel'], 'Cấp độ phải đạt vượt số cấp của thang.');
    if (aspiredLevel !== undefined && aspiredLevel > levels) unfit(context, ['aspiredLevel'], 'Cấp độ phấn đấu vượt số cấp của thang.');
    if (aspiredLevel !== undefined && aspiredLevel < minLevel)
      unfit(context, ['aspiredLevel'], 'Cấp độ phấn đấu thấp hơn cấp độ phải đạt.');
  });
const LEVEL_FORMAT = '"Cấp độ "0';
const NO_LEVEL: TotalValues = { numerator: null, denominator: null, result: '', pooled: null };

/** A maturity level that one agency states for the province. It has no pace: a level is no distance. */
export const statedLevel = measureKind({
  schema: Schema,
  result: z.strictObject({ level: z.int() }),
  figure: LEVEL,
  withTarget: (measure, minLevel) => ({ ...measure, minLevel }),
  takesPerAgency: false,
  of({ statedBy, minLevel, aspiredLevel, levels = USUAL_LEVELS }) {
    const aspired = (level: number): string =>
      aspiredLevel === undefined ? '' : `, ${level >= aspiredLevel ? 'đạt' : 'chưa đạt'} mức phấn đấu cấp độ ${aspiredLevel}`;
    return {
      statedBy,
      ownCounts: false,
      asksEach: false,
      addUp(cells) {
        const level = reportedBy(statedBy, cells)?.value;
        return typeof level === 'number' ? { level } : null;
      },
      judge({ level }) {
        const figure = (whole: string): string => `${capital(whole)} ở cấp độ ${level}`;
        return {
          value: fraction(level),
          isMet: level >= minLevel,
          gap: fraction(minLevel - level),
          gapText: String(minLevel - level),
          text: `Cấp độ ${level}`,
          counts: null,
          metSentence: (whole) => `${figure(whole)}, đạt yêu cầu từ cấp độ ${minLevel}${aspired(level)}.`,
          gapSentence: (deadline, whole) => `${figure(whole)}, thấp hơn yêu cầu cấp độ ${minLevel}${dueWords(deadline)}.`,
          weightOf: 'none',
          totals: { ...NO_LEVEL, result: level },
          format: LEVEL_FORMAT,
          inPane: { value: level, format: '"Cấp "0' },
        };
      },
      target: fraction(minLevel),
      bounds: [minLevel, ...(aspiredLevel === undefined ? [] : [aspiredLevel])],
      base: 'none',
      pace: 'achieved',
      reaches: ({ value }) => typeof value === 'number' && value >= minLevel,
      unitsShort: 'none',
      method({ nameOf, whole }) {
        const hoped = aspiredLevel ? `, phấn đấu cấp độ ${aspiredLevel}` : '';
        return `Chọn cấp độ từ 1 đến ${levels} ở cột Giá trị.\n${nameOf(statedBy)} báo cáo một giá trị chung cho ${whole}; đạt khi từ cấp độ ${minLevel}${hoped}.`;
      },
      goal: () => `Từ cấp độ ${minLevel}`,
      scale: { text: (value) => `cấp độ ${formatDecimal(value)}`, gapUnit: 'cấp độ', end: levels },
      formulas: {
        totals: (refs) => ({
          numerator: null,
          denominator: null,
          result: blankIf(
            `${countFormula(refs, agencyCriterion(refs, statedBy))}=0`,
            sumFormula(refs, 'value', agencyCriterion(refs, statedBy)),
          ),
          pooled: null,
        }),
        isMet: ({ result }) => `${result}>=${minLevel}`,
        gap: (result) => `${minLevel}-${result}`,
        isShort: 'none',
        meets: 'none',
        empty: NO_LEVEL,
        format: LEVEL_FORMAT,
      },
      madeUp: { start: Math.max(1, minLevel - 1), value: (course) => course, saysWhyShort: true },
    };
  },
});
