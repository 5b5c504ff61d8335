import { askedRows } from '../form/asked-rows.ts';
import type { Workbook } from '../grid.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import { planTexts, textsByField } from '../reading/plan-texts.ts';
import { ok, type Result } from '../result.ts';
import type { ConfirmedTable } from './confirm.ts';
import { type FormBlock, lockEdits } from './form-block.ts';
import { identityEdits } from './identity-edits.ts';
import type { AdoptedRow } from './new-cells.ts';
import { type NoPlace, newColumns } from './new-columns.ts';
import type { SheetEdit } from './sheet-edit.ts';
import { adoptedBlock, tableEdits } from './table-edits.ts';

/** Whether what an adopted workbook got of the form is locked, all but the cells to fill in; the agency's own cells stay open. */
export type AdoptionProtection = 'form-columns' | 'none';

/**
 * The edits that make the confirmed tables the agency's form of the obligations' period. They fill columns that were free and add the
 * hidden identity sheet; no cell, format, row or sheet that was there is touched, save for locks where the sheets are to be protected.
 */
export function adoptionEdits(
  workbook: Workbook,
  confirmed: readonly ConfirmedTable[],
  obligations: Obligations,
  agency: AgencyId,
  protection: AdoptionProtection = 'none',
): Result<readonly SheetEdit[], NoPlace> {
  const asked = askedRows(obligations, agency);
  const texts = new Map(Object.values(planTexts(obligations, agency)).flatMap((table) => [...table]));
  const taken = new Map<string, Set<number>>(workbook.grids.map(({ title }) => [title, new Set()]));
  const edits: SheetEdit[] = [];
  const blocks: FormBlock[] = [];
  for (const { table } of confirmed) for (const column of Object.values(table.live?.columns ?? {})) taken.get(table.sheet)?.add(column);
  for (const { table, rows } of confirmed) {
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
    const adopted = [...rows].map(
      ([id, row]): AdoptedRow => ({
        id,
        row,
        shape: asked.get(id) ?? null,
        texts: textsByField(texts.get(id)),
      }),
    );
    edits.push(...tableEdits(table, columns.value, adopted));
    blocks.push(adoptedBlock(table, columns.value, adopted));
  }
  const identity = identityEdits(workbook, { plan: obligations.plan.id, period: obligations.period, agency });
  return ok([...edits, ...identity, ...(protection === 'none' ? [] : protectionEdits(blocks))]);
}

/** The agency's own cells stay open: everything is, before the form's columns are locked. */
function protectionEdits(blocks: readonly FormBlock[]): SheetEdit[] {
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet): SheetEdit[] => [
    { kind: 'lock', sheet, areas: 'whole-sheet', locked: false },
    ...blocks.filter((block) => block.sheet === sheet).flatMap(lockEdits),
    { kind: 'protect', sheet, leaves: 'everything-else' },
  ]);
}
