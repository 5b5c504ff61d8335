import type { Field, SheetLayout } from '../layout.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import { planTexts, type TextList, textsByField } from '../reading/plan-texts.ts';
import { rowsOfTable, sheetsOf } from '../tables/sheets-of.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { matchKey } from '../text.ts';
import { alikeNames } from './names-alike.ts';

/** A row of the plan as recognition knows it. */
export interface ListedRow {
  readonly id: RowId;
  /** Null in a table that has no phases. */
  readonly phase: string | null;
  /** Key of its group's or section's title; null where it stands below none. */
  readonly group: string | null;
  readonly key: string;
  /** Keys of the names that it had before an amendment. */
  readonly former: readonly string[];
  readonly texts: ReadonlyMap<Field, string>;
  /** Rows of the same or nearly the same name. */
  readonly alike: readonly RowId[];
}

/** One table of the plan: its layout, its rows in order, and the headings between them. */
export interface AppendixLayout {
  readonly layout: SheetLayout;
  readonly rows: ReadonlyMap<RowId, ListedRow>;
  readonly phases: Plan['phases'];
  /** Titles of groups or sections by their keys. Groups of two phases may share one. */
  readonly groups: ReadonlyMap<string, string>;
}

/** The tables of the plan, in its order. */
export function appendixLayouts(obligations: Obligations): AppendixLayout[] {
  const texts = planTexts(obligations, null);
  return sheetsOf(obligations.plan).map((layout) => {
    const { headings, rows, phases } = PARTS[layout.kind](obligations.plan, layout);
    const own = texts[layout.kind];
    return {
      layout,
      rows: listed(rows.map((row) => ({ ...row, group: titleOf(headings, row.group), texts: own.get(row.id) }))),
      phases,
      groups: titles(headings),
    };
  });
}

interface TableParts {
  readonly headings: Titled;
  readonly rows: readonly (Pick<PlanRow, 'id' | 'phase' | 'name' | 'renamed'> & { readonly group: string | undefined })[];
  readonly phases: Plan['phases'];
}

const PARTS: Readonly<Record<TableKind, (plan: Plan, layout: SheetLayout) => TableParts>> = {
  /** Phases, groups, indicators. A table of one phase alone need not print it. */
  indicators({ indicators, groups, phases }, layout) {
    const own = rowsOfTable(indicators, layout);
    const several = phases.filter(({ id }) => own.some(({ phase }) => phase === id)).length > 1;
    const rows = own.map(({ id, phase, group, name, renamed }) => ({ id, phase: several ? phase : null, name, renamed, group }));
    return { headings: groups, rows, phases: several ? phases : [] };
  },
  /** Sections and tasks. */
  tasks: ({ tasks, sections }, layout) => ({
    headings: sections,
    rows: rowsOfTable(tasks, layout).map(({ id, section, name, renamed }) => ({ id, phase: null, name, renamed, group: section })),
    phases: [],
  }),
};

interface PlanRow {
  readonly id: RowId;
  readonly phase: string | null;
  readonly name: string;
  readonly renamed?: readonly string[] | undefined;
  readonly group: string | null;
  readonly texts: TextList | undefined;
}

function listed(rows: readonly PlanRow[]): ReadonlyMap<RowId, ListedRow> {
  const keyed = rows.map((row) => ({
    ...row,
    key: matchKey(row.name),
    former: (row.renamed ?? []).map(matchKey),
    texts: textsByField(row.texts),
  }));
  const alikeTo = (own: RowId, name: string) => keyed.filter(({ id, key }) => id !== own && alikeNames(key, name)).map(({ id }) => id);
  return new Map(
    keyed.map(({ id, phase, group, key, former, texts }) => [id, { id, phase, group, key, former, texts, alike: alikeTo(id, key) }]),
  );
}

type Titled = readonly { readonly id: string; readonly title: string }[];

const titleOf = (list: Titled, id: string | undefined): string | null =>
  id === undefined ? null : matchKey(list.find((one) => one.id === id)?.title ?? id);
const titles = (list: Titled): ReadonlyMap<string, string> => new Map(list.map(({ title }) => [matchKey(title), title]));
