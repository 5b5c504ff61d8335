import { type Field, type SheetLayout, TASK_SHEET } from '../layout.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Plan, RowId } from '../plan/plan.ts';
import { planTexts, type TextList, textsByField } from '../reading/plan-texts.ts';
import { indicatorSheetOf } from '../tables/sheet-of.ts';
import { matchKey } from '../text.ts';
import { alikeNames } from './names-alike.ts';

/** A row of the plan as recognition knows it. */
export interface ListedRow {
  readonly id: RowId;
  /** Null in an appendix that has no phases. */
  readonly phase: string | null;
  /** Key of its group's or section's title. */
  readonly group: string;
  readonly key: string;
  /** Keys of the names that it had before an amendment. */
  readonly former: readonly string[];
  readonly texts: ReadonlyMap<Field, string>;
  /** Rows of the same or nearly the same name. */
  readonly alike: readonly RowId[];
}

/** One appendix: its table's layout, its rows in order, and the headings between them. */
export interface AppendixLayout {
  readonly layout: SheetLayout;
  readonly rows: ReadonlyMap<RowId, ListedRow>;
  readonly phases: Plan['phases'];
  /** Titles of groups or sections by their keys. Groups of two phases may share one. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Phụ lục I: phases, groups, indicators. */
export function indicatorAppendix(obligations: Obligations): AppendixLayout {
  const { phases, groups, indicators } = obligations.plan;
  const texts = planTexts(obligations, null).indicators;
  const rows = indicators.map(({ id, phase, group, name, renamed }) => ({
    id,
    phase,
    name,
    renamed,
    group: titleOf(groups, group),
    texts: texts.get(id),
  }));
  return { layout: indicatorSheetOf(obligations.plan), rows: listed(rows), phases, groups: titles(groups) };
}

/** Phụ lục II: sections, tasks. */
export function taskAppendix(obligations: Obligations): AppendixLayout {
  const { sections, tasks } = obligations.plan;
  const texts = planTexts(obligations, null).tasks;
  const rows = tasks.map(({ id, section, name, renamed }) => ({
    id,
    phase: null,
    name,
    renamed,
    group: titleOf(sections, section),
    texts: texts.get(id),
  }));
  return { layout: TASK_SHEET, rows: listed(rows), phases: [], groups: titles(sections) };
}

interface PlanRow {
  readonly id: RowId;
  readonly phase: string | null;
  readonly name: string;
  readonly renamed: readonly string[] | undefined;
  readonly group: string;
  readonly texts: TextList<Field> | undefined;
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

const titleOf = (list: Titled, id: string): string => matchKey(list.find((one) => one.id === id)?.title ?? id);
const titles = (list: Titled): ReadonlyMap<string, string> => new Map(list.map(({ title }) => [matchKey(title), title]));
