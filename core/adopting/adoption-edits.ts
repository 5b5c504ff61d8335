import { askedRows } from '../form/asked-rows.ts';
import type { Workbook } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import { planTexts } from '../reading/plan-texts.ts';
import { ok, type Result } from '../result.ts';
import type { ConfirmedTable } from './confirm.ts';
import { identityEdits } from './identity-edits.ts';
import type { AdoptedRow } from './new-cells.ts';
import { type NoPlace, newColumns } from './new-columns.ts';
import type { SheetEdit } from './sheet-edit.ts';
import { tableEdits } from './table-edits.ts';

/** What a person has confirmed; null where the workbook holds no table of the appendix, or none is to be adopted. */
export interface Confirmed {
  readonly indicators: ConfirmedTable | null;
  readonly tasks: ConfirmedTable | null;
}

/**
 * The edits that make the confirmed tables the agency's form of the obligations' period. They fill columns that were free and add the
 * hidden identity sheet; no cell, format, row or sheet that was there is touched.
 */
export function adoptionEdits(
  workbook: Workbook,
  confirmed: Confirmed,
  obligations: Obligations,
  agency: AgencyId,
): Result<readonly SheetEdit[], NoPlace> {
  const asked = askedRows(obligations, agency);
  const { indicators, tasks } = planTexts(obligations, agency);
  const texts = new Map<RowId, readonly (readonly [Field, string])[]>([...indicators, ...tasks]);
  const taken = new Map<string, Set<number>>(workbook.grids.map(({ title }) => [title, new Set()]));
  const edits: SheetEdit[] = [];
  const tables = [confirmed.indicators, confirmed.tasks].filter((one) => one !== null);
  for (const { table } of tables) for (const column of Object.values(table.live?.columns ?? {})) taken.get(table.sheet)?.add(column);
  for (const { table, rows } of tables) {
    const { sheet, layout, live } = table;
    if (live) {
      edits.push({ kind: 'set-name', name: layout.definedName, sheet, row: live.row, column: live.columns.id ?? 1 });
      continue;
    }
    const grid = workbook.grids.find(({ title }) => title === sheet);
    const inUse = taken.get(sheet);
    if (!grid || !inUse) throw new Error(`[adopt] "${sheet}": no such sheet in the workbook that was recognised`);
    const columns = newColumns(grid, table, inUse);
    if (!columns.ok) return columns;
    columns.value.added.forEach((_, k) => {
      inUse.add(columns.value.from + k);
    });
    const adopted = [...rows].map(([id, row]): AdoptedRow => ({ id, row, shape: asked.get(id) ?? null, texts: new Map(texts.get(id)) }));
    edits.push(...tableEdits(table, columns.value, adopted));
  }
  return ok([...edits, ...identityEdits(workbook, { plan: obligations.plan.id, period: obligations.period, agency })]);
}
