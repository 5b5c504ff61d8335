import * as z from 'zod';
import { Day } from './day.ts';
import { RowResult } from './measures/schemas.ts';
import { AgencyId } from './plan/agency.ts';
import { Period } from './plan/period.ts';
import { RowId } from './plan/plan.ts';
import { matrixCellShape } from './tables/entry-schema.ts';
import { INDICATOR_COLUMNS } from './tables/indicators/columns.ts';
import { IndicatorState } from './tables/indicators/state.ts';
import { TASK_COLUMNS } from './tables/tasks/columns.ts';

/** Of an ISO moment, for who describes a shape; what was stored earlier is not held to it. */
export const MOMENT = { format: 'date-time' } as const;

/** Where a figure came from: a workbook's cell, or a stored version. */
export const Source = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  cell: z.string().optional(),
  version: z.int().optional(),
  at: z.string().meta(MOMENT).optional(),
  by: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const Verdict = z.enum(['met', 'missed', 'below', 'not-reported', 'nothing-arose', 'not-due']);
export type Verdict = z.infer<typeof Verdict>;

export const Pace = z.enum(['achieved', 'on-track', 'accelerate', 'slow', 'backward', 'maintain', 'no-basis', 'too-early']);
export type Pace = z.infer<typeof Pace>;

export const TaskVerdict = z.enum([
  'done',
  'done-this-year',
  'in-progress',
  'late',
  'awaiting-guidance',
  'not-started',
  'not-reported',
  'not-relevant',
  'not-due',
]);
export type TaskVerdict = z.infer<typeof TaskVerdict>;

/** The starting point of a row's pace: percent, or the row's own number, at the cut-off day of an earlier period. */
export const Base = z.union([z.strictObject({ percent: z.number(), at: Day }), z.strictObject({ number: z.number(), at: Day })]);
export type Base = z.infer<typeof Base>;

/** Its value on the scale of its row. */
export const valueOfBase = (base: Base): number => ('percent' in base ? base.percent : base.number);

/** What an agency reports in a row: of the columns of its table those that say so. */
export const IndicatorCell = z.object({
  ...matrixCellShape(INDICATOR_COLUMNS),
  state: z.enum([...IndicatorState.options, 'not-reported']),
  source: Source.optional(),
});
export type IndicatorCell = z.infer<typeof IndicatorCell>;

/** Of the obliged agencies: `obliged = reported + nothingArose + noFigure + missing`. */
export const Coverage = z.strictObject({ obliged: z.int(), reported: z.int(), nothingArose: z.int(), noFigure: z.int(), missing: z.int() });
export type Coverage = z.infer<typeof Coverage>;

/** The reason in one Vietnamese sentence, and the agencies that pull the figure down, heaviest first. */
export const Why = z.object({ sentence: z.string(), flagged: z.boolean(), pulledDownBy: z.array(AgencyId).optional() });
export type Why = z.infer<typeof Why>;

export const IndicatorRow = z.object({
  id: RowId,
  due: Day,
  result: RowResult.nullable(),
  coverage: Coverage,
  verdict: Verdict,
  pace: Pace.nullable(),
  gapPoints: z.number().nullable(),
  base: Base.nullable(),
  provisional: z.boolean(),
  why: Why,
  cells: z.partialRecord(AgencyId, IndicatorCell),
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

export const TaskCell = z.object({
  verdict: TaskVerdict,
  ...matrixCellShape(TASK_COLUMNS),
  source: Source.optional(),
});
export type TaskCell = z.infer<typeof TaskCell>;

export const TaskRow = z.object({
  id: RowId,
  due: Day.nullable(),
  verdict: TaskVerdict,
  coverage: z.strictObject({ obliged: z.int(), reported: z.int(), notRelevant: z.int(), missing: z.int() }),
  why: Why,
  cells: z.partialRecord(AgencyId, TaskCell),
});
export type TaskRow = z.infer<typeof TaskRow>;

/** Rows × agencies of one period (contract, "matrix.json"). */
export const Matrix = z.object({
  plan: z.string(),
  period: Period,
  asOf: z.iso.datetime({ offset: true }),
  agencies: z.strictObject({ obliged: z.int(), received: z.int(), missing: z.array(AgencyId) }),
  indicators: z.array(IndicatorRow),
  tasks: z.array(TaskRow),
});
export type Matrix = z.infer<typeof Matrix>;
