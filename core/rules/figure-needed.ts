import * as z from 'zod';
import { choose, chooseNothingArose } from '../fixing/choose.ts';
import { filled } from '../form/condition.ts';
import { figureNamed } from '../measures/measure-of.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { none, rule } from './rule.ts';

/** `Có số liệu` needs the figure. */
export const figureNeeded = rule({
  id: 'figure-needed',
  severity: 'error',
  stage: 'report',
  /** `of`: the figure's name. */
  facts: z.strictObject({ of: z.string() }),
  sentence: ({ of }) => figureNamed(of)?.needed ?? 'Tình trạng là “Có số liệu” nhưng chưa có số liệu.',
  refusal: 'thiếu số liệu',
  setting: { name: 'Có số liệu thì phải có số', allows: 'severity' },
  reason: none,
  fixes: ({ of }, place) => {
    const offers = figureNamed(of)?.offers ?? [];
    return offers === 'nothing-arose' ? chooseNothingArose(place) : offers.map((word) => choose(word, place));
  },
  live: ({ figure }) => (figure ? [{ at: 'unfigured', when: filled('state'), says: figure.needed }] : []),
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, figure, hasFigure, entry }) =>
      entry.state === 'reported' && !hasFigure
        ? { row, field: figure.cells.value ? 'value' : 'numerator', facts: { of: figure.name } }
        : null,
    ),
});
