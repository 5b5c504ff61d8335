import type * as z from 'zod';
import { showingAny } from '../figures/as-stated.ts';
import { type FigureKind, isOfFigure } from '../figures/figure.ts';
import type { Coverage } from '../matrix.ts';
import type { AgencyCells, BoundMeasure, JudgedResult, MeasuredRow, MeasureOfRow } from './measure.ts';
import type { RowResult } from './schemas.ts';

type MeasureSchema = z.ZodObject<{ kind: z.ZodLiteral<string> }>;

/** Everything about one kind of measure. Each member is asked for: a kind that has no such thing says so. */
interface KindSource<S extends MeasureSchema, R extends RowResult> {
  /** The measure of a row as the plan writes it. */
  readonly schema: S;
  /** What rows of this kind add up to, as matrices write it. */
  readonly result: z.ZodType<R>;
  /** What agencies state in such rows. */
  readonly figure: FigureKind<z.infer<S>>;
  /** The same measure with a period's own target in place of its bound; null where it has no single one. */
  readonly withTarget: (measure: z.infer<S>, target: number) => z.infer<S> | null;
  /** Whether single agencies may have a bound of their own. */
  readonly takesPerAgency: boolean;
  readonly of: (
    measure: z.infer<S>,
    row: MeasuredRow<z.infer<S>>,
  ) => MeasureOfRow & {
    readonly addUp: (cells: AgencyCells, coverage: Coverage) => R | null;
    readonly judge: (result: R) => JudgedResult;
  };
}

/** A kind as the list holds it: what its results are made of is known to itself alone. */
export interface MeasureKind<S extends MeasureSchema = MeasureSchema> {
  readonly schema: S;
  readonly result: z.ZodType<RowResult>;
  readonly figure: FigureKind<never>;
  readonly withTarget: (measure: z.infer<S>, target: number) => z.infer<S> | null;
  readonly takesPerAgency: boolean;
  readonly bind: (row: MeasuredRow<z.infer<S>>) => BoundMeasure;
}

/** Makes a kind ready for the list. */
export const measureKind = <S extends MeasureSchema, R extends RowResult>(source: KindSource<S, R>): MeasureKind<S> => ({
  schema: source.schema,
  result: source.result,
  figure: source.figure,
  withTarget: source.withTarget,
  takesPerAgency: source.takesPerAgency,
  bind(row) {
    const { measure } = row;
    const { judge, ...own } = source.of(measure, row);
    const figure = { ...source.figure, ...source.figure.of(measure) };
    const known = new WeakMap<RowResult, JudgedResult | null>();
    const judged = (result: RowResult): JudgedResult | null => {
      const read = source.result.safeParse(result);
      return read.success ? judge(read.data) : null;
    };
    return {
      ...own,
      figure: showingAny(figure),
      reaches: (stated, agency) => (isOfFigure(figure, stated) ? own.reaches(stated, agency) : null),
      resultOf(result) {
        if (result === null) return null;
        const found = known.get(result) ?? judged(result);
        known.set(result, found);
        return found;
      },
    };
  },
});
