import * as z from 'zod';
import { Day } from '../day.ts';
import { STATEMENT } from '../figures/statement.ts';
import { formatDate } from '../format.ts';
import { fraction } from '../fraction.ts';
import { NO, YES } from '../words.ts';
import { dueWords } from './due-words.ts';
import { agencyCriterion, blankIf, countFormula, sumFormula, type TotalValues } from './formulas.ts';
import { measureKind } from './measure-kind.ts';
import { reportedBy } from './stated.ts';

const NO_STATEMENT: TotalValues = { numerator: null, denominator: null, result: '', pooled: null };

/** Something that is to be done by a day: the row's first lead says whether it was, and when. It has no distance and no pace. */
export const statementMeasure = measureKind({
  schema: z.strictObject({ kind: z.literal('statement') }),
  result: z.strictObject({ stated: z.boolean(), on: Day.nullable() }),
  figure: STATEMENT,
  withTarget: () => null,
  takesPerAgency: false,
  of(_measure, { leads: [statedBy = ''], due }) {
    return {
      statedBy,
      ownCounts: false,
      asksEach: false,
      addUp(cells) {
        const said = reportedBy(statedBy, cells);
        return typeof said?.value === 'boolean' ? { stated: said.value, on: said.on ?? null } : null;
      },
      judge({ stated, on }) {
        const isMet = stated && on !== null && on <= due;
        const done = on === null ? 'Đã hoàn thành' : `Đã hoàn thành ngày ${formatDate(on)}`;
        return {
          value: null,
          isMet,
          gap: null,
          gapText: null,
          text: stated ? YES : NO,
          counts: on === null ? null : `hoàn thành ngày ${formatDate(on)}`,
          metSentence: () => `${done}, trong hạn ${formatDate(due)}.`,
          gapSentence: (deadline) =>
            stated ? `${done}, sau hạn ${formatDate(due)}.` : `Chưa hoàn thành${dueWords(deadline) || `; hạn ${formatDate(due)}`}.`,
          weightOf: 'none',
          totals: { ...NO_STATEMENT, result: stated ? YES : NO },
          format: 'General',
          inPane: { value: stated ? YES : NO, format: null },
        };
      },
      target: fraction(1),
      bounds: [],
      base: 'none',
      pace: 'none',
      reaches: ({ value, on }) => value === true && on !== undefined && on <= due,
      unitsShort: 'none',
      method: ({ nameOf, whole }) =>
        `Chọn Có nếu đã hoàn thành và ghi ngày hoàn thành; nêu văn bản ở cột Tài liệu kiểm chứng.\n${nameOf(statedBy)} trả lời chung cho ${whole}.`,
      goal: (targetText) => targetText,
      scale: { text: () => '', gapUnit: '', end: 1 },
      formulas: {
        totals(refs) {
          const own = agencyCriterion(refs, statedBy);
          const yes = `${countFormula(refs, `${own},${refs.sources.value},"${YES}"`)}>0`;
          const result = blankIf(`${countFormula(refs, own)}=0`, `IF(${yes},"${YES}","${NO}")`);
          return { numerator: null, denominator: null, pooled: null, result };
        },
        isMet: (refs) => {
          const on = sumFormula(refs, 'on', agencyCriterion(refs, statedBy));
          return `AND(${refs.result}="${YES}",${on}>0,${on}<=${dateFormula(due)})`;
        },
        gap: () => '""',
        isShort: (cell) => `${cell}="${NO}"`,
        meets: 'none',
        empty: NO_STATEMENT,
        format: 'General',
      },
      madeUp: { start: 0.5, value: (course, drawn) => drawn < course, saysWhyShort: true },
    };
  },
});

const dateFormula = (day: Day): string => `DATE(${day.split('-').map(Number).join(',')})`;
