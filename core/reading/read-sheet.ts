import { type Finding, finding } from '../findings/finding.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { Field, RowPlace, SheetLayout } from '../layout.ts';
import { oncePerObject } from '../once.ts';
import type { RowId } from '../plan/plan.ts';
import { hiddenRowsRead, rowMissing, rowMixedUp, rowNotOwed } from '../rules/rows.ts';
import type { TableColumn } from '../tables/column.ts';
import type { AnyEntry } from '../tables/inputs.ts';
import { mergedInputs } from './merged.ts';
import { fieldCell, isFilled, type PlanTable } from './plan-table.ts';
import { changedText } from './plan-texts.ts';
import type { LockedColumn } from './read-inputs.ts';
import { otherRowNamed } from './row-mixed-up.ts';
import { lockedFindings } from './row-reader.ts';
import { findingPlace, scanRows } from './scan-rows.ts';
import type { SheetPlan } from './sheet-plans.ts';

/** What one sheet says. */
export interface ReadSheet {
  readonly entries: ReadonlyMap<RowId, AnyEntry>;
  readonly places: ReadonlyMap<RowId, RowPlace>;
  readonly unread: ReadonlySet<RowId>;
  /** Rows without an entry in which the agency wrote something all the same. */
  readonly begun: ReadonlySet<RowId>;
  readonly findings: readonly Finding[];
}

/** Reads a plan table by `Mã` and header; every row of the plan is looked at, those not owed only for what should not be there. */
export function readSheet(table: PlanTable, plan: SheetPlan): ReadSheet {
  if (!isWhole(table))
    return { entries: new Map(), places: new Map(), unread: new Set(plan.rows.map(({ id }) => id)), begun: new Set(), findings: [] };
  const scanned = scanRows(table, plan.rows);
  const filled = new Map<RowId, GridRow>();
  for (const [id, row] of scanned.rows) if (plan.owed.has(id)) filled.set(id, row);
  const merged = mergedInputs(table, filled);
  const { inputs, derived } = columnsRead(table.layout);
  const entries = new Map<RowId, AnyEntry>();
  const places = new Map<RowId, RowPlace>();
  const unread = new Set<RowId>(scanned.twice);
  const begun = new Set<RowId>();
  const findings: Finding[] = [...scanned.findings, ...merged.findings, ...hiddenRows(table, filled)];
  for (const row of plan.rows) {
    const gridRow = scanned.rows.get(row.id);
    if (!gridRow) {
      if (plan.needed.has(row.id) && !scanned.twice.has(row.id)) {
        findings.push(finding(rowMissing, {}, { row: row.id, ...findingPlace(table, table.header, 'id') }));
        unread.add(row.id);
      }
      continue;
    }
    places.set(row.id, { sheet: table.grid.title, row: gridRow.number, columns: table.columns });
    const changed = changedText(table, gridRow, row.id, plan.texts.get(row.id) ?? []);
    const other = changed.length > 0 ? otherRowNamed(table, gridRow, row.id, plan.texts) : null;
    if (other !== null) {
      findings.push(finding(rowMixedUp, { other }, { row: row.id, field: 'id', ...findingPlace(table, gridRow, 'id') }));
      unread.add(row.id);
      continue;
    }
    findings.push(...changed);
    if (!plan.owed.has(row.id)) {
      findings.push(...notOwed(table, gridRow, row.id, inputs, derived));
      continue;
    }
    const one = plan.reading.readEntry(table, gridRow, row, merged);
    findings.push(...one.findings);
    if (one.entry) entries.set(row.id, one.entry);
    else if (inputs.some(({ field }) => isFilled(fieldCell(table, gridRow, field)))) begun.add(row.id);
    if (one.unread) unread.add(row.id);
  }
  return { entries, places, unread, begun, findings };
}

const columnsRead = oncePerObject(({ columns }: SheetLayout) => ({
  inputs: columns.filter(({ role }) => role === 'input'),
  // any formula may stand there: settings may have changed since the form was made
  derived: columns.filter(({ role }) => role === 'derived').map(({ field }): LockedColumn => ({ field, formulas: null })),
}));

/** Without a column that the agency fills, or with two of them, the rows say something else than they should: the column alone is named. */
const isWhole = ({ missing, twice }: PlanTable): boolean => ![...missing, ...twice].some(({ role }) => role === 'key' || role === 'input');

function notOwed(
  table: PlanTable,
  row: GridRow,
  id: RowId,
  inputs: readonly TableColumn<Field>[],
  derived: readonly LockedColumn[],
): Finding[] {
  const first = inputs.find(({ field }) => isFilled(fieldCell(table, row, field)));
  if (first) return [finding(rowNotOwed, {}, { row: id, field: first.field, ...findingPlace(table, row, first.field) })];
  return lockedFindings(table, row, id, derived);
}

function hiddenRows(table: PlanTable, filled: ReadonlyMap<RowId, GridRow>): Finding[] {
  const hidden = [...filled.values()].filter((row) => row.hidden);
  const [first] = hidden;
  return first ? [finding(hiddenRowsRead, { count: hidden.length }, { sheet: table.grid.title, cell: cellName(first.number, 1) })] : [];
}
