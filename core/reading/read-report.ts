import type { Day } from '../day.ts';
import { capped } from '../findings/capped.ts';
import { type Finding, placed } from '../findings/finding.ts';
import type { Workbook } from '../grid.ts';
import type { Identity } from '../identity.ts';
import type { RowPlace } from '../layout.ts';
import type { Matrix } from '../matrix.ts';
import type { Agencies } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Period } from '../plan/period.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import { checkReport } from '../rules/check-report.ts';
import type { AnyEntry } from '../tables/inputs.ts';
import { TABLE_KINDS, type TableKind } from '../tables/table-kind.ts';
import { chooseSheet } from './choose-sheet.ts';
import { headingFindings } from './heading-differs.ts';
import type { PlanTable } from './plan-table.ts';
import { readIdentity } from './read-identity.ts';
import { type ReadSheet, readSheet } from './read-sheet.ts';
import { sharedPlaces } from './shared-places.ts';
import { sheetPlans } from './sheet-plans.ts';

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
  const read = sheetPlans(obligations, agency).map((plan): ReadTable => {
    const { table, findings } = chooseSheet(workbook, plan.layout);
    return { kind: plan.layout.kind, table, chosen: findings, sheet: table && readSheet(table, plan) };
  });
  const sheets = read.flatMap(({ sheet }) => sheet ?? []);
  const report = {
    plan: context.plan.id,
    period,
    agency,
    ...Object.fromEntries(TABLE_KINDS.map((kind) => [kind, entriesOf(read, kind)])),
  } as Report; // each table's entries were read as those of its kind
  const places = placesIn(sheets);
  const headings = firstTables(read.flatMap(({ table }) => table ?? [])).flatMap(({ grid, header }) =>
    headingFindings(grid, header.number, identity.value, context),
  );
  const said = [...headings, ...read.flatMap(({ chosen }) => chosen), ...sheets.flatMap(({ findings }) => findings)];
  if (sheets.length < read.length) return { identity: identity.value, report, findings: capped(said), places };
  const found = checkReport(report, {
    obligations,
    agency,
    unread: new Set(sheets.flatMap(({ unread }) => [...unread])),
    begun: new Set(sheets.flatMap(({ begun }) => [...begun])),
    previous: context.previous,
    ...(context.today && { today: context.today }),
  });
  return { identity: identity.value, report, findings: capped([...said, ...placed(found, places)]), places };
}

/** A table of the plan as it was found in a workbook and read; null where it is not there. */
interface ReadTable {
  readonly kind: TableKind;
  readonly table: PlanTable | null;
  readonly chosen: readonly Finding[];
  readonly sheet: ReadSheet | null;
}

function placesIn(sheets: readonly ReadSheet[]): ReadonlyMap<RowId, RowPlace> {
  const places = new Map<RowId, RowPlace>();
  for (const sheet of sheets) for (const [id, place] of sheet.places) places.set(id, place);
  return sharedPlaces(places);
}

function entriesOf(read: readonly ReadTable[], sought: TableKind): Record<RowId, AnyEntry> {
  const entries: Record<RowId, AnyEntry> = {};
  for (const { kind, sheet } of read) if (kind === sought && sheet) for (const [id, entry] of sheet.entries) entries[id] = entry;
  return entries;
}

/** Of the tables that were found, the first in each sheet. */
const firstTables = (tables: readonly PlanTable[]): readonly PlanTable[] =>
  tables.filter(({ grid, header }) => !tables.some((other) => other.grid === grid && other.header.number < header.number));
