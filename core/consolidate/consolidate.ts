import type { AgencyId } from '../agency.ts';
import { localDay } from '../day.ts';
import type { IndicatorCell, Matrix, Source } from '../matrix.ts';
import type { Obligations } from '../obligations.ts';
import type { RowId } from '../plan.ts';
import type { CellPlace } from '../reading/figure-cells.ts';
import { holdsAnything, type IndicatorEntry, type Report } from '../report.ts';
import { indicatorRow } from './indicator-row.ts';
import { type AnsweredTask, taskRow } from './task-row.ts';

/** A report that counts, and where it came from. */
export interface Received {
  readonly report: Report;
  readonly source: Source;
  /** Where its rows' figures stand in the workbook it was read from. */
  readonly cells: ReadonlyMap<RowId, CellPlace>;
}

/** What a matrix is made of. At most one report an agency; `at` decides which tasks are late. */
export interface Consolidation {
  readonly obligations: Obligations;
  readonly received: readonly Received[];
  readonly at: Date;
  readonly previous: Matrix | null;
}

/** Reports → the province-wide matrix. The order of the reports does not matter; rows that an agency does not owe are not counted. */
export function consolidate({ obligations, received, at, previous }: Consolidation): Matrix {
  const { plan, period, agencies } = obligations;
  const held = received.filter(({ report }) => holdsAnything(report));
  const have = new Set(held.map(({ report }) => report.agency));
  const missing = agencies.filter(({ id }) => !have.has(id)).map(({ id }) => id);
  const today = localDay(at, plan.reporting.utcOffset);
  return {
    plan: plan.id,
    period,
    asOf: at.toISOString(),
    agencies: { obliged: agencies.length, received: agencies.length - missing.length, missing },
    indicators: plan.indicators.map((indicator) => indicatorRow(indicator, cellsOf(indicator.id, held), { obligations, previous })),
    tasks: plan.tasks.map((task) => taskRow(task, answersOf(task.id, held), { obligations, today })),
  };
}

function cellsOf(row: RowId, received: readonly Received[]): Map<AgencyId, IndicatorCell> {
  return new Map(
    received.flatMap(({ report, source, cells }) => {
      const entry = report.indicators[row];
      return entry ? [[report.agency, cellOf(entry, { ...source, ...cells.get(row) })] as const] : [];
    }),
  );
}

function cellOf({ state, numerator, denominator, value, explanation }: IndicatorEntry, source: Source): IndicatorCell {
  return {
    state,
    ...(state === 'reported' && { ...(numerator !== undefined && { numerator }), ...(denominator !== undefined && { denominator }) }),
    ...(state === 'reported' && value !== undefined && { value }),
    ...(explanation && { explanation }),
    source,
  };
}

function answersOf(row: RowId, received: readonly Received[]): Map<AgencyId, AnsweredTask> {
  return new Map(
    received.flatMap(({ report, source, cells }) => {
      const entry = report.tasks[row];
      if (!entry) return [];
      const { status, percent } = entry;
      return [[report.agency, { status, ...(percent !== undefined && { percent }), source: { ...source, ...cells.get(row) } }] as const];
    }),
  );
}
