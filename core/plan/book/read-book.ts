import type { Grid, Workbook } from '../../grid.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import { matchKey } from '../../text.ts';
import type { WrittenPlan } from '../checking/check-plan.ts';
import type { BookFault } from './book-fault.ts';
import { idFinder, type Named } from './find-id.ts';
import { AGENCY_SHEET, PLAN_SHEET } from './marks.ts';
import { AGENCY_COLUMNS, LISTS, partTitle } from './parts.ts';
import { Places } from './places.ts';
import type { FindId } from './read-cell.ts';
import { readGeneral } from './read-general.ts';
import { type ListAt, readList } from './read-list.ts';
import { readTable } from './read-table.ts';
import { isRecord, type MadePart } from './set-at.ts';
import { rowsOfPart, sheetLines } from './sheet-lines.ts';

/** What a plan workbook says: the two files of a plan, where each value of them stands, and what is wrong with the workbook itself. */
export interface ReadBook {
  readonly written: WrittenPlan;
  readonly places: Places;
  readonly faults: readonly BookFault[];
}

/** Reads a plan workbook. What its cells say is taken as it stands: `checkPlan` tells what no plan can say. */
export function readBook({ grids }: Workbook): ReadBook {
  const [places, faults]: [Places, BookFault[]] = [new Places(), []];
  const sheetCalled = (title: string): Grid | undefined => grids.find((grid) => matchKey(grid.title) === matchKey(title));
  const [planSheet, agencySheet] = [sheetCalled(PLAN_SHEET), sheetCalled(AGENCY_SHEET)];
  for (const [sheet, name] of [
    [planSheet, PLAN_SHEET],
    [agencySheet, AGENCY_SHEET],
  ] as const)
    if (!sheet) faults.push({ rule: 'no-such-sheet', name, place: { sheet: name, row: 1, column: 1 } });
  if (!planSheet || !agencySheet) return { written: { plan: {}, agencies: [] }, places, faults };

  const titles = LISTS.map(partTitle);
  const parts = new Map(LISTS.map((list) => [list.key, rowsOfPart(planSheet, partTitle(list), titles)]));
  const listAt = (key: string): ListAt => ({ file: 'plan', path: [key], sheet: planSheet.title });
  const readPart = (list: (typeof LISTS)[number], names: FindId): MadePart[] => {
    const lines = parts.get(list.key);
    if (lines) return readList(lines, list.columns, listAt(list.key), names, { places, faults });
    faults.push({ rule: 'no-such-part', name: partTitle(list), place: { sheet: planSheet.title, row: 1, column: 1 } });
    return [];
  };
  const agencyAt: ListAt = { file: 'agencies', path: [], sheet: agencySheet.title };
  // once to know what things are called, once more for what is named by that
  const names = namesIn(
    Object.fromEntries(
      LISTS.map((list) => [list.key, readList(parts.get(list.key) ?? [], list.columns, listAt(list.key), asTyped, aside())]),
    ),
    readList(sheetLines(agencySheet), AGENCY_COLUMNS, agencyAt, asTyped, aside()),
  );
  const agencies = readList(sheetLines(agencySheet), AGENCY_COLUMNS, agencyAt, names, { places, faults });
  const plan: MadePart = readGeneral(rowsOfPart(planSheet, null, titles) ?? [], planSheet.title, names, { places, faults });
  for (const list of LISTS) plan[list.key] = readPart(list, names);
  const rows: Record<TableKind, MadePart[]> = { indicators: [], tasks: [] };
  for (const [k, table] of (plan.appendices as MadePart[]).entries()) {
    // set just now
    const grid = sheetCalled(String(table.sheet));
    if (!grid) {
      faults.push({
        rule: 'no-such-sheet',
        name: String(table.sheet),
        place: places.of('plan', ['appendices', k, 'sheet']) ?? { sheet: planSheet.title, row: 1, column: 1 },
      });
      continue;
    }
    const kind = table.kind === 'tasks' ? 'tasks' : 'indicators';
    const read = readTable(grid, { kind, number: k, from: rows[kind].length, names }, { places, faults });
    table.columns = read.headings;
    rows[kind].push(...read.rows);
  }
  const read = new Set([planSheet, agencySheet, ...(plan.appendices as MadePart[]).map(({ sheet }) => sheetCalled(String(sheet)))]);
  for (const {
    title,
    rows: [first],
  } of grids.filter((grid) => !read.has(grid) && grid.rows.length > 0))
    faults.push({ rule: 'not-read', name: title, place: { sheet: title, row: first?.number ?? 1, column: 1 } });
  return { written: { plan: { ...plan, ...rows }, agencies }, places, faults };
}

/** A name as it stands: whom it means is found once all ids are known. */
const asTyped: FindId = (_names, text) => text;
const aside = () => ({ places: new Places(), faults: [] });

function namesIn(lists: Readonly<Record<string, readonly MadePart[]>>, agencies: readonly MadePart[]) {
  const named = (list: readonly MadePart[] = []): Named[] =>
    list.filter(isRecord).map(({ id, name, shortName, title }) => ({
      id: String(id),
      names: [name, shortName, title].flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : [])),
    }));
  return idFinder({
    agencies: named(agencies),
    'agencies-and-groups': [...named(lists.agencyGroups), ...named(agencies)],
    phases: named(lists.phases),
    groups: named(lists.groups),
    sections: named(lists.sections),
    openQuestions: named(lists.openQuestions),
  });
}
