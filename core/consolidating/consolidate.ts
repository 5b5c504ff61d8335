import { localDay } from '../local-day.ts';
import type { IndicatorCell, Matrix, Source } from '../matrix.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import type { CellPlace } from '../reading/figure-cells.ts';
import { holdsAnything, type IndicatorEntry, type Report, type TaskEntry } from '../report.ts';
import { matrixCellMembers, matrixColumns } from '../tables/matrix-cell.ts';
import { indicatorRow } from './indicator-row.ts';
import { type AnsweredTask, taskRow } from './task-row.ts';

/** A report that counts, and where it came from. */
export interface Received {
  readonly report: Report;
  readonly source: Source;
  /** Where its rows' figures stand in the workbook it was read from. */
  readonly cells: Pick<ReadonlyMap<RowId, CellPlace>, 'get'>;
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
  const rowsOf = new Map(held.map((one) => [one.report.agency, rowsOfReport(one)]));
  return {
    plan: plan.id,
    period,
    asOf: at.toISOString(),
    agencies: { obliged: agencies.length, received: agencies.length - missing.length, missing },
    indicators: plan.indicators.map((indicator) =>
      indicatorRow(indicator, (agency) => rowsOf.get(agency)?.cells.get(indicator.id), { obligations, previous }),
    ),
    tasks: plan.tasks.map((task) => taskRow(task, (agency) => rowsOf.get(agency)?.answers.get(task.id), { obligations, today })),
  };
}

/** All that one report says, row by row. */
interface ReportRows {
  readonly cells: ReadonlyMap<RowId, IndicatorCell>;
  readonly answers: ReadonlyMap<RowId, AnsweredTask>;
}

/** Cached by report, so that when one of thousands changes only its own cells are made again. */
const made = new WeakMap<Received, ReportRows>();

function rowsOfReport(received: Received): ReportRows {
  const rows = made.get(received) ?? { cells: cellsOf(received), answers: answersOf(received) };
  made.set(received, rows);
  return rows;
}

function cellsOf({ report, source, cells }: Received): Map<RowId, IndicatorCell> {
  const columns = matrixColumns('indicators');
  const entries = Object.entries(report.indicators) as [RowId, IndicatorEntry][]; // keys of a report are rows
  return new Map(
    entries.map(([row, entry]) => {
      const { state } = entry;
      return [row, { state, ...matrixCellMembers(columns, entry, state === 'reported'), source: { ...source, ...cells.get(row) } }];
    }),
  );
}

function answersOf({ report, source, cells }: Received): Map<RowId, AnsweredTask> {
  const columns = matrixColumns('tasks');
  const entries = Object.entries(report.tasks) as [RowId, TaskEntry][]; // keys of a report are rows
  return new Map(
    entries.map(([row, entry]) => {
      const { status } = entry;
      return [row, { status, ...matrixCellMembers(columns, entry, true), source: { ...source, ...cells.get(row) } }];
    }),
  );
}
