import { COLUMNS } from '../../layout.ts';
import { OWN_SHEETS } from '../../own-sheets.ts';
import { definedNameOf } from '../../tables/defined-name-of.ts';
import { matchKey } from '../../text.ts';
import { type DraftPlan, type PlanDraft, withPlaces } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';

type Listed = readonly ({ readonly id?: string | undefined } | undefined)[] | undefined;

/** Ids that stand twice where one must name one thing. Groups of agencies share theirs with agencies, indicators with tasks. */
export function twiceFaults({ plan, agencies }: PlanDraft): PlanFault[] {
  const agencyIds = new Set(withPlaces(agencies).map(([{ id }]) => id));
  return [
    ...usualKindTwice(plan),
    ...again([['phases', plan.phases]]),
    ...again([['groups', plan.groups]]),
    ...again([['sections', plan.sections]]),
    ...again([['openQuestions', plan.openQuestions]]),
    // the bookmarks of a report are called by rows, and Word knows no capitals there
    ...again(
      [
        ['indicators', plan.indicators],
        ['tasks', plan.tasks],
      ],
      new Set(),
      (id) => id.toLowerCase(),
    ),
    ...again([['agencyGroups', plan.agencyGroups]], agencyIds),
    ...again([['appendices', plan.appendices]]),
    ...withPlaces(plan.appendices).flatMap(([table, k]) => [...sheetTwice(plan.appendices, table, k), ...headersTwice(table, k)]),
    ...again([['', agencies]]).map((fault): PlanFault => ({ ...fault, file: 'agencies', path: fault.path.slice(1) })),
  ];
}

/** Days of the plan's usual kind of period that stand once more among those of others. */
function usualKindTwice({ reporting }: DraftPlan): PlanFault[] {
  const { every = 'year', also = {} } = reporting ?? {};
  return Object.hasOwn(also, every) ? [planFault('twice', ['reporting', 'also', every], every)] : [];
}

function again(
  lists: readonly (readonly [string, Listed])[],
  taken: ReadonlySet<string | undefined> = new Set(),
  keyOf: (id: string) => string = (id) => id,
): PlanFault[] {
  const seen = new Set(taken);
  return lists.flatMap(([name, list]) =>
    withPlaces(list).flatMap(([{ id }, k]) => {
      if (id === undefined) return [];
      const key = keyOf(id);
      const known = seen.has(key);
      seen.add(key);
      return known ? [planFault('twice', [name, k, 'id'], id)] : [];
    }),
  );
}

type DraftTable = NonNullable<NonNullable<DraftPlan['appendices']>[number]>;

/** A sheet that is called as one before it, or as one that this program itself makes; Excel knows no capitals there. */
function sheetTwice(tables: DraftPlan['appendices'], { sheet, id = '' }: DraftTable, k: number): PlanFault[] {
  if (sheet === undefined) return [];
  const before = withPlaces(tables).flatMap(([one, at]) => (at < k && one.sheet !== undefined ? [one.sheet] : []));
  const isTaken =
    [...before, ...Object.values(OWN_SHEETS)].some((one) => matchKey(one) === matchKey(sheet)) ||
    before.some((one) => definedNameOf(one, id).toLowerCase() === definedNameOf(sheet, id).toLowerCase());
  return isTaken ? [planFault('twice', ['appendices', k, 'sheet'], sheet)] : [];
}

/** Headings of one table that are the same, among themselves or as those of the form's own columns: by them columns are found. */
function headersTwice({ kind, columns }: DraftTable, k: number): PlanFault[] {
  const own = kind === undefined ? [] : COLUMNS[kind].filter((column) => column.role !== 'plan' || column.headed === 'here');
  const seen = new Set(own.map(({ header }) => matchKey(header)));
  return Object.entries(columns ?? {}).flatMap(([field, header]) => {
    if (header === undefined) return [];
    const isTaken = seen.has(matchKey(header));
    seen.add(matchKey(header));
    return isTaken ? [planFault('twice', ['appendices', k, 'columns', field], header)] : [];
  });
}
