import { headerAt } from '../../adopting/find-header.ts';
import { likelyHeaders } from '../../adopting/header-words.ts';
import { readLines } from '../../adopting/read-lines.ts';
import type { Header } from '../../adopting/recognition.ts';
import { type SheetView, viewOf } from '../../adopting/sheet-view.ts';
import type { Grid, Workbook } from '../../grid.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import { matchKey } from '../../text.ts';
import type { WrittenPlan } from '../checking/check-plan.ts';
import { partAt } from '../checking/sound-part.ts';
import { headingFields, ROW_COLUMNS } from './parts.ts';
import { type ProposedAgencies, proposeAgencies } from './proposed-agencies.ts';
import { headingPlaces } from './proposed-headings.ts';
import { bareRow, type RowTexts } from './proposed-row.ts';
import { type ReadBook, readBook } from './read-book.ts';
import { headerIn } from './read-list.ts';
import { isRecord, type MadePart } from './set-at.ts';
import { sheetLines } from './sheet-lines.ts';
import { type TargetColumns, targetColumns } from './year-columns.ts';

/**
 * A plan workbook with a proposal for each row that was pasted into it; `proposed`: the ids of these rows; `agencies`: what their lines had
 * left blank.
 */
export interface ProposedPlan {
  readonly written: WrittenPlan;
  readonly proposed: ReadonlySet<string>;
  readonly agencies: ProposedAgencies;
}

/**
 * Reads the tables of a plan that were pasted into the sheets of a plan workbook as they stand in the plan, with their headings or below
 * those of the workbook, and proposes what their texts do not say by themselves. Rows that have an id stay as they are.
 */
export function proposePlan(workbook: Workbook): ProposedPlan {
  const read = readBook(workbook);
  const plan = read.written.plan as MadePart; // as readBook makes it
  const proposed = new Set<string>();
  const agencies = proposeAgencies(plan, listOf(read.written.agencies));
  for (const table of listOf(plan.appendices)) {
    const kind: TableKind = table.kind === 'tasks' ? 'tasks' : 'indicators';
    const grid = workbook.grids.find(({ title }) => matchKey(title) === matchKey(String(table.sheet)));
    const pasted = grid && pastedIn(grid, kind);
    if (!grid || !pasted) continue;
    plan[kind] = listOf(plan[kind]).filter((row, k) => !isPasted(read, [kind, k], grid, pasted, row));
    const headings = headingsOf(pasted, kind);
    if (pasted.isOwn || !isRecord(table.columns) || Object.keys(table.columns).length === 0) table.columns = headings;
    const place = headingPlaces(plan, kind);
    for (const line of pasted.lines) {
      if (!isRow(line)) place.enter(line.texts.get('tt') ?? '', line.text);
      else {
        const row = bareRow({
          kind,
          table: String(table.id),
          texts: line.texts as RowTexts,
          yearly: yearlyIn(pasted, line.row),
          place: place.here(line.texts.get('tt') ?? ''),
          plan,
          agencies: listOf(read.written.agencies),
        });
        proposed.add(row.id);
        (plan[kind] as MadePart[]).push({ ...row });
      }
    }
  }
  return { written: read.written, proposed, agencies };
}

/** What a row asks of single years, as it stands there. */
const yearlyIn = ({ targets, view }: Pasted, row: number): ReadonlyMap<number, string> =>
  new Map([...(targets?.years ?? [])].map(([year, column]) => [year, view.own(row, column)]));

const listOf = (value: unknown): MadePart[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** The lines of a table that somebody pasted; `isOwn`: it brought its own headings; `targets`: where it says a target a year. */
interface Pasted {
  readonly header: Header;
  readonly isOwn: boolean;
  readonly targets: TargetColumns | null;
  readonly view: SheetView;
  readonly lines: ReturnType<typeof readLines>['lines'];
}

function pastedIn(grid: Grid, kind: TableKind): Pasted | null {
  const view = viewOf(grid);
  const columns = ROW_COLUMNS[kind];
  const lines = sheetLines(grid);
  const own = headerIn(lines, columns);
  const marks = own ? lines.indexOf(own.row) + 1 : -1;
  const keys = likelyHeaders(grid, kind);
  const pasted = lines.slice(marks + 1).flatMap((row) => headerAt(view, row, keys) ?? [])[0];
  const below = own && {
    top: own.row.number,
    bottom: lines[marks]?.number ?? own.row.number,
    row: own.row.number,
    columns: fieldsOf(own.columns, kind),
  };
  const known = pasted ?? below;
  if (!known) return null;
  const targets = pasted && kind === 'indicators' ? targetColumns(view, pasted) : null;
  const header = targets ? { ...known, columns: { ...known.columns, target: targets.target } } : known;
  const key = own?.columns.get(columns[0]?.header ?? '');
  const isKnown = (row: number): boolean => pasted === undefined && key !== undefined && view.own(row, key) !== '';
  const found = readLines(withMergedDown(view, header), header, pasted ? keys : new Map(), []).lines.filter(
    ({ row, kind: what }) => what === 'text' && !isKnown(row),
  );
  return found.length === 0 ? null : { header, isOwn: pasted !== undefined, targets, view, lines: found };
}

/** A cell of Word's that goes over several rows ("Cơ quan chủ trì" of all of them) is said in each. */
function withMergedDown(view: SheetView, { bottom }: Header): SheetView {
  const downs = view.grid.merges.filter((merge) => merge.bottom > merge.top && merge.top > bottom);
  const topOf = (row: number, column: number): number =>
    downs.find(({ top, bottom: last, left, right }) => top <= row && row <= last && left <= column && column <= right)?.top ?? row;
  return { ...view, own: (row, column) => view.own(row, column) || view.own(topOf(row, column), column) };
}

/**
 * Whether a line says something of a row, and is no heading above rows: of a Roman number, or of a capital, it is one whatever stands
 * beside.
 */
const isRow = ({ headingLike, texts }: Pasted['lines'][number]): boolean =>
  !headingLike ||
  (!/^\(?(?:[IVXL]+|[A-ZĐ])[.)]?$/.test(texts.get('tt') ?? '') && [...texts.keys()].some((field) => field !== 'tt' && field !== 'name'));

const fieldsOf = (numbers: ReadonlyMap<string, number>, kind: TableKind): Header['columns'] =>
  Object.fromEntries(
    ROW_COLUMNS[kind].flatMap(({ heading, header }) => {
      const number = numbers.get(header);
      return heading === null || number === undefined ? [] : [[heading, number]];
    }),
  );

/** Rows that the workbook's reader took for rows of the plan, and that are lines of the pasted table. */
function isPasted({ places }: ReadBook, path: readonly PropertyKey[], grid: Grid, { header, isOwn }: Pasted, row: MadePart): boolean {
  const place = places.of('plan', path);
  return place?.sheet === grid.title && (isOwn ? place.row >= header.top : row.id === '');
}

/** The headings of a pasted table in its own words; else the usual ones. */
function headingsOf({ header, isOwn, view, targets }: Pasted, kind: TableKind): MadePart {
  const fields = headingFields(kind).filter((field) => partAt(header.columns, [field]) !== undefined);
  return Object.fromEntries(
    fields.map((field) => {
      const column = Number(partAt(header.columns, [field]));
      const usual = ROW_COLUMNS[kind].find(({ heading }) => heading === field)?.header.replace(/ \(nguyên văn\)$/, '') ?? field;
      if (field === 'target' && targets?.heading) return [field, targets.heading];
      return [field, isOwn ? view.own(header.row, column) || view.own(header.top, column) || usual : usual];
    }),
  );
}
