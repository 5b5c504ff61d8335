import type { Day } from '../day.ts';
import { capped } from '../findings/capped.ts';
import { type Finding, placed } from '../findings/finding.ts';
import type { Workbook } from '../grid.ts';
import type { Identity } from '../identity.ts';
import { type RowPlace, TASK_SHEET } from '../layout.ts';
import type { Matrix } from '../matrix.ts';
import type { Agencies } from '../plan/agency.ts';
import { type Obligations, owedBy } from '../plan/obligations.ts';
import type { Period } from '../plan/period.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import { checkReport } from '../rules/check-report.ts';
import { indicatorSheetOf } from '../tables/sheet-of.ts';
import { chooseSheet } from './choose-sheet.ts';
import { headingFindings } from './heading-differs.ts';
import { readIndicatorEntry } from './indicator-entry.ts';
import type { PlanTable } from './plan-table.ts';
import { planTexts } from './plan-texts.ts';
import { readIdentity } from './read-identity.ts';
import { readSheet } from './read-sheet.ts';
import { readTaskEntry } from './task-entry.ts';

/** What a workbook is read and checked against. `expected`: the period being consolidated; null takes any period of the plan. */
export interface ReadingContext {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly obligationsOf: (period: Period) => Obligations;
  readonly expected: Period | null;
  readonly previous: Matrix | null;
  /** The day of reading: what is dated later is asked about. Left out: nothing is. */
  readonly today?: Day;
}

/** A workbook once read: whose it is, its report, everything found, and where each row stands. */
export interface Reading {
  readonly identity: Identity | null;
  /** Null where nobody knows whose report it would be. It may hold entries with errors: see `findings`. */
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly places: ReadonlyMap<RowId, RowPlace>;
}

/** Workbook → report and findings: the reading's own and those of the rules, each with sheet and cell where there is one. */
export function readReport(workbook: Workbook, context: ReadingContext): Reading {
  const identity = readIdentity(workbook, context);
  if (!identity.ok) return { identity: null, report: null, findings: [identity.error], places: new Map() };
  const { agency, period } = identity.value;
  const obligations = context.obligationsOf(period);
  const owed = owedBy(obligations, agency);
  const ids = (...lists: readonly (readonly { readonly id: RowId }[])[]) => new Set(lists.flatMap((rows) => rows.map(({ id }) => id)));
  const owedIndicators = ids(owed.indicators);

  const texts = planTexts(obligations, agency);
  const first = chooseSheet(workbook, indicatorSheetOf(obligations.plan));
  const second = chooseSheet(workbook, TASK_SHEET);
  const indicators =
    first.table &&
    readSheet(first.table, {
      rows: obligations.plan.indicators,
      owed: owedIndicators,
      needed: owedIndicators,
      texts: texts.indicators,
      readEntry: readIndicatorEntry,
    });
  const tasks =
    second.table &&
    readSheet(second.table, {
      rows: obligations.plan.tasks,
      owed: ids(owed.tasks, owed.optionalTasks),
      needed: ids(owed.tasks),
      texts: texts.tasks,
      readEntry: readTaskEntry,
    });

  const report: Report = {
    plan: context.plan.id,
    period,
    agency,
    indicators: Object.fromEntries(indicators?.entries ?? []),
    tasks: Object.fromEntries(tasks?.entries ?? []),
  };
  const places = new Map(indicators?.places ?? []);
  for (const [id, place] of tasks?.places ?? []) places.set(id, place);
  const headings = firstTables(first.table, second.table).flatMap(({ grid, header }) =>
    headingFindings(grid, header.number, identity.value, context.agencies),
  );
  const read = [...headings, ...first.findings, ...second.findings, ...(indicators?.findings ?? []), ...(tasks?.findings ?? [])];
  if (!indicators || !tasks) return { identity: identity.value, report, findings: capped(read), places };
  const unread = new Set([...indicators.unread, ...tasks.unread]);
  const found = checkReport(report, {
    obligations,
    agency,
    unread,
    begun: new Set([...indicators.begun, ...tasks.begun]),
    previous: context.previous,
    ...(context.today && { today: context.today }),
  });
  return { identity: identity.value, report, findings: capped([...read, ...placed(found, places)]), places };
}

/** Of the tables that were found, the first in each sheet. */
function firstTables(one: PlanTable | null, other: PlanTable | null): readonly PlanTable[] {
  if (!one || !other || one.grid !== other.grid) return [one, other].filter((table) => table !== null);
  return [one.header.number <= other.header.number ? one : other];
}
