import type { SheetLayout } from '../layout.ts';
import { oncePerObject, oncePerValue } from '../once.ts';
import type { AgencyId } from '../plan/agency.ts';
import { type Obligations, owedBy } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import { rowsOfTable, sheetsOf } from '../tables/sheets-of.ts';
import { planTexts, type TextList } from './plan-texts.ts';
import type { RowReading } from './row-reading.ts';
import { ROW_READINGS } from './row-readings.ts';

/** How the rows of one table are read; `owed`: filled in by the agency, `needed`: those that it must answer. */
export interface SheetPlan {
  readonly layout: SheetLayout;
  readonly rows: readonly { readonly id: RowId }[];
  readonly owed: ReadonlySet<RowId>;
  readonly needed: ReadonlySet<RowId>;
  readonly texts: ReadonlyMap<RowId, TextList>;
  readonly reading: RowReading;
}

/** Whoever fills in a form has it checked at every key. */
const MOST_REMEMBERED = 64;

const ids = (rows: readonly { readonly id: RowId }[]): ReadonlySet<RowId> => new Set(rows.map(({ id }) => id));

/** The rows of a table are one list for all agencies, so that what is made of them is made once. */
const plansByAgency = oncePerObject((obligations: Obligations) => {
  const tables = sheetsOf(obligations.plan).map((layout) => {
    const reading = ROW_READINGS[layout.kind];
    return { layout, reading, rows: rowsOfTable(reading.rows(obligations.plan), layout) };
  });
  return oncePerValue(MOST_REMEMBERED, (agency: AgencyId): readonly SheetPlan[] => {
    const owed = owedBy(obligations, agency);
    const texts = planTexts(obligations, agency);
    return tables.map(({ layout, reading, rows }) => ({
      layout,
      rows,
      owed: ids(rowsOfTable(reading.owed(owed), layout)),
      needed: ids(rowsOfTable(reading.needed(owed), layout)),
      texts: texts[layout.kind],
      reading,
    }));
  });
});

/** How each table in an agency's form is read, in the plan's order. */
export const sheetPlans = (obligations: Obligations, agency: AgencyId): readonly SheetPlan[] => plansByAgency(obligations)(agency);
