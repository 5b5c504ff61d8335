import type { AgencyId } from '../agency.ts';
import { askedRows } from '../form/asked-rows.ts';
import type { Grid, Workbook } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { Obligations } from '../obligations.ts';
import type { RowId } from '../plan.ts';
import { planTexts } from '../reading/plan-texts.ts';
import { failed, ok, type Result } from '../result.ts';
import type { ConfirmedTable } from './confirm.ts';
import { identityEdits } from './identity-edits.ts';
import type { AdoptedRow } from './new-cells.ts';
import { type NewColumns, newColumns, type RenamedColumn } from './new-columns.ts';
import type { SheetEdit } from './sheet-edit.ts';
import { tableEdits } from './table-edits.ts';

/** What a person has confirmed; null where the workbook holds no table of the appendix, or none is to be adopted. */
export interface Confirmed {
  readonly indicators: ConfirmedTable | null;
  readonly tasks: ConfirmedTable | null;
}

/** The edits that make a workbook one agency's live form, and what a person should know of before they are made. */
export interface Adoption {
  readonly edits: readonly SheetEdit[];
  readonly renamed: readonly (RenamedColumn & { readonly sheet: string })[];
}

/**
 * The edits that make the confirmed tables the agency's form of the obligations' period. They only fill columns that were free, give
 * another header to columns that already have one of the form's, and add the hidden identity sheet.
 */
export function adoptionEdits(
  workbook: Workbook,
  confirmed: Confirmed,
  obligations: Obligations,
  agency: AgencyId,
): Result<Adoption, { readonly kind: 'no-free-columns'; readonly sheet: string }> {
  const asked = askedRows(obligations, agency);
  const { indicators, tasks } = planTexts(obligations);
  const texts = new Map<RowId, readonly (readonly [Field, string])[]>([...indicators, ...tasks]);
  const taken = new Map<string, Set<number>>();
  const edits: SheetEdit[] = [];
  const renamed: (RenamedColumn & { readonly sheet: string })[] = [];
  for (const { table, rows } of [confirmed.indicators, confirmed.tasks].filter((one) => one !== null)) {
    const { sheet, header, layout } = table;
    const grid = workbook.grids.find(({ title }) => title === sheet);
    if (!grid) throw new Error(`[adopt] "${sheet}": no such sheet in the workbook that was recognised`);
    if (table.live) {
      edits.push({ kind: 'set-name', name: layout.definedName, sheet, row: header.row, column: header.columns.name ?? 1 });
      continue;
    }
    const columns = newColumns(grid, table, taken.get(sheet) ?? new Set());
    if (!columns) return failed({ kind: 'no-free-columns', sheet });
    taken.set(sheet, new Set([...(taken.get(sheet) ?? []), ...blockOf(columns)]));
    const adopted = [...rows].map(([id, row]): AdoptedRow => ({ id, row, shape: asked.get(id) ?? null, texts: new Map(texts.get(id)) }));
    edits.push(...tableEdits(grid, table, columns, adopted));
    renamed.push(...columns.renamed.map((one) => ({ ...one, sheet })));
  }
  edits.push(...identityEdits(workbook, { plan: obligations.plan.id, period: obligations.period, agency }));
  return ok({ edits, renamed });
}

const blockOf = ({ added, from }: NewColumns): number[] => added.map((_, k) => from + k);
