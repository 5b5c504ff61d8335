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
import { PeriodKind } from '../period.ts';
import { headingFields, ROW_COLUMNS } from './parts.ts';
import { cellIn } from './pasted-text.ts';
import { type PastedView, pastedView } from './pasted-view.ts';
import { type PeriodsOfPlan, type TargetColumns, targetColumns } from './period-columns.ts';
import { type ProposedAgencies, proposeAgencies } from './proposed-agencies.ts';
import { headingPlaces } from './proposed-headings.ts';
import { bareRow } from './proposed-row.ts';
import { type ReadBook, readBook } from './read-book.ts';
import { headerIn } from './read-list.ts';
import { isRecord, type MadePart } from './set-at.ts';
import { sheetLines } from './sheet-lines.ts';

/**
 * A plan workbook with a proposal for each row that was pasted into it; `proposed`: the ids of these rows; `agencies`: what their lines had
 * left blank.
 */
export interface ProposedPlan {
  readonly written: WrittenPlan;
  readonly proposed: ReadonlySet<string>;
  readonly agencies: ProposedAgencies;
  /** Columns of the pasted tables that a plan has no place for: what stands in them is not taken over. */
  readonly unread: readonly UnreadColumns[];
  /** Rows of which something may be otherwise in the plan, by what that is. */
  readonly doubts: Readonly<Record<PasteDoubt, readonly string[]>>;
}

/**
 * What a paste may have changed. `number`: the spreadsheet program took a text for a number or a day, 12.000 may have become 12, or the row's
 * number for another. `offices`: lines of one cell became a list of offices.
 * `lead`: the row has no lead, that of the row above was taken. `joined`: it stood in several rows of the sheet. `footnote`: a raised number
 * at the end of a text was left out.
 */
export type PasteDoubt = 'number' | 'lead' | 'joined' | 'offices' | 'footnote';

/** Such columns of one sheet, by their headings. */
export interface UnreadColumns {
  readonly sheet: string;
  readonly headings: readonly string[];
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
  const unread: UnreadColumns[] = [];
  const doubts: Record<PasteDoubt, string[]> = { number: [], lead: [], joined: [], offices: [], footnote: [] };
  for (const table of listOf(plan.appendices)) {
    const kind: TableKind = table.kind === 'tasks' ? 'tasks' : 'indicators';
    const grid = workbook.grids.find(({ title }) => matchKey(title) === matchKey(String(table.sheet)));
    const pasted = grid && pastedIn(grid, kind, periodsOf(plan));
    if (!grid || !pasted) continue;
    plan[kind] = listOf(plan[kind]).filter((row, k) => !isPasted(read, [kind, k], grid, pasted, row));
    const [headings, lost] = [headingsOf(pasted, kind), unreadIn(pasted)];
    if (lost.length > 0) unread.push({ sheet: grid.title, headings: lost });
    if (pasted.isOwn || !isRecord(table.columns) || Object.keys(table.columns).length === 0) table.columns = headings;
    const place = headingPlaces(plan, kind);
    let lead = '';
    for (const line of pasted.lines) {
      if (!isRow(line)) {
        place.enter(line.texts.get('tt') ?? '', line.text);
        lead = '';
      } else {
        const own = line.texts.get('leads') ?? '';
        const texts = new Map<string, string>([...line.texts, ...(own === '' && lead !== '' ? [['leads', lead] as const] : [])]);
        lead = own || lead;
        const row = bareRow({
          kind,
          table: String(table.id),
          texts,
          periodic: periodicIn(pasted, line.row),
          place: place.here(line.texts.get('tt') ?? ''),
          plan,
          agencies: listOf(read.written.agencies),
        });
        proposed.add(row.id);
        if (hasNumberForText(pasted, line.row)) doubts.number.push(row.id);
        if (own === '' && lead !== '') doubts.lead.push(row.id);
        if (pasted.pasted.isJoined(line.row)) doubts.joined.push(row.id);
        if (pasted.pasted.hadOffices(line.row)) doubts.offices.push(row.id);
        if (pasted.pasted.hadFootnote(line.row)) doubts.footnote.push(row.id);
        (plan[kind] as MadePart[]).push({ ...row });
      }
    }
  }
  return { written: read.written, proposed, agencies, unread, doubts };
}

/** What a row asks of single periods, as it stands there. */
const periodicIn = ({ targets, view }: Pasted, row: number): ReadonlyMap<string, string> =>
  new Map([...(targets?.periods ?? [])].map(([period, column]) => [period, view.own(row, column)]));

/** The kinds of a plan's periods, and the one year that its phase or else its name says. */
function periodsOf(plan: MadePart): PeriodsOfPlan {
  const reporting = isRecord(plan.reporting) ? plan.reporting : {};
  const also = isRecord(reporting.also) ? Object.keys(reporting.also) : [];
  const years = [...new Set(`${listOf(plan.phases).map(({ from, to }) => `${from} ${to}`)} ${plan.title}`.match(/(?<!\d)20\d\d(?!\d)/g))];
  return {
    kinds: PeriodKind.options.filter((kind) => kind === (reporting.every ?? 'year') || also.includes(kind)),
    year: years.length === 1 ? Number(years[0]) : null,
  };
}

/** The headings of the columns that nothing was read from, though rows have something there. */
function unreadIn({ header: { top, bottom, columns }, isOwn, targets, view, lines }: Pasted): string[] {
  if (!isOwn) return [];
  const read = new Set<number>([...Object.values(columns), ...(targets?.periods.values() ?? [])]);
  const filled = (column: number): boolean => lines.some(({ row }) => view.own(row, column) !== '');
  const heads = view.grid.rows
    .filter(({ number }) => number >= top && number <= bottom)
    .flatMap(({ cells }) => cells.map(({ column }) => column));
  return [...new Set(heads)]
    .filter((column) => !read.has(column) && filled(column))
    .map((column) => view.own(bottom, column) || view.own(top, column));
}

const listOf = (value: unknown): MadePart[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** The lines of a table that somebody pasted; `isOwn`: it brought its own headings; `targets`: where it says a target a period. */
interface Pasted {
  readonly header: Header;
  readonly isOwn: boolean;
  readonly targets: TargetColumns | null;
  readonly view: SheetView;
  readonly pasted: PastedView;
  readonly lines: ReturnType<typeof readLines>['lines'];
}

function pastedIn(grid: Grid, kind: TableKind, periods: PeriodsOfPlan): Pasted | null {
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
  const targets = pasted && kind === 'indicators' ? targetColumns(view, pasted, periods) : null;
  const header = targets ? { ...known, columns: { ...known.columns, target: targets.target } } : known;
  const key = own?.columns.get(columns[0]?.header ?? '');
  const isKnown = (row: number): boolean => pasted === undefined && key !== undefined && view.own(row, key) !== '';
  const written = pastedView(view, header);
  const found = readLines(written.view, header, pasted ? keys : new Map(), []).lines.filter(
    ({ row, kind: what }) => what === 'text' && !isKnown(row),
  );
  return found.length === 0 ? null : { header, isOwn: pasted !== undefined, targets, view, pasted: written, lines: found };
}

/** Whether a text of the row, its target in a period too, is a number or a day and no text, or its own number was made another. */
const hasNumberForText = ({ pasted, view, header, targets }: Pasted, row: number): boolean => {
  const { tt: _, ...columns } = header.columns;
  const texts = [...Object.values(columns), ...(targets?.periods.values() ?? [])];
  return pasted.isRenumbered(row) || texts.some((column) => typeof cellIn(view.grid, row, column)?.value === 'number');
};

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
