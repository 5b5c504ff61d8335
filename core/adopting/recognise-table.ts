import type { Grid } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import { nameKeys } from '../reading/name-keys.ts';
import { findTable } from '../reading/plan-table.ts';
import type { AppendixLayout } from './appendix.ts';
import { type HeaderKeys, headerAt, headerKeys } from './find-header.ts';
import { belowHeading, NOWHERE, type TablePosition } from './headings.ts';
import { type LineMatch, matchLine } from './match-line.ts';
import { readLines, type SheetLine } from './read-lines.ts';
import type { FoundTable, Header, LineMeaning, Match, TableLine } from './recognition.ts';
import { viewOf } from './sheet-view.ts';

/** Finds a table of the plan in a sheet and what each of its rows is; null where the sheet has none. `others`: the tables that end it. */
export function recogniseTable(grid: Grid, appendix: AppendixLayout, others: readonly AppendixLayout[]): FoundTable | null {
  const view = viewOf(grid);
  const headers = headerKeys(appendix.layout);
  const header = first(grid.rows, (row) => headerAt(view, row, headers));
  if (!header) return null;
  const endings = others.map(({ layout }) => headerKeys(layout)).filter((keys) => !isSameHeader(keys, headers));
  const read = readLines(view, header, headers, endings);
  const all = meaningsOf(read.lines, appendix);
  const own = appendix.layout.siblings.length === 0 ? { ...read, header, lines: all } : ownPart([header, ...read.headersAgain], all);
  const lines = withoutDoubles(own.lines);
  return {
    layout: appendix.layout,
    sheet: grid.title,
    hidden: grid.hidden,
    header: own.header,
    headersAgain: own.headersAgain,
    live: liveHeader(grid, appendix),
    lines,
    matches: new Map([...appendix.rows.keys()].map((id) => [id, matchOf(id, lines)])),
  };
}

const isSameHeader = (one: HeaderKeys, other: HeaderKeys): boolean => [...one].every(([key, field]) => other.get(key) === field);

/** The pages of a run of lines on which mostly a table's own rows stand: another table of the plan may have the same header. */
function ownPart(
  headers: readonly [Header, ...Header[]],
  lines: readonly TableLine[],
): Pick<FoundTable, 'header' | 'headersAgain' | 'lines'> {
  const pages = headers.map((header, k) => {
    const end = headers[k + 1]?.top ?? Number.POSITIVE_INFINITY;
    const below = lines.filter(({ row }) => row > header.bottom && row < end);
    const count = (...kinds: readonly LineMeaning['kind'][]) => below.filter(({ meaning }) => kinds.includes(meaning.kind)).length;
    return { header, end, isOwn: 2 * count('row', 'ambiguous') > count('row', 'ambiguous', 'unlike') };
  });
  const first = pages.find(({ isOwn }) => isOwn);
  const last = pages.findLast(({ isOwn }) => isOwn);
  if (!first || !last) return { header: headers[0], headersAgain: headers.slice(1), lines };
  return {
    header: first.header,
    headersAgain: headers.filter(({ top }) => top > first.header.top && top <= last.header.top),
    lines: lines.filter(({ row }) => row > first.header.bottom && row < last.end),
  };
}

function liveHeader(grid: Grid, { layout }: AppendixLayout): FoundTable['live'] {
  const table = findTable(grid, layout);
  if (!table || table.missing.some(({ role }) => role === 'key' || role === 'input')) return null;
  return { row: table.header.number, columns: table.columns };
}

function first<T, Found>(list: readonly T[], find: (one: T) => Found | null): Found | null {
  for (const one of list) {
    const found = find(one);
    if (found) return found;
  }
  return null;
}

/** Walks down the table, keeping phase and group. */
function meaningsOf(lines: readonly SheetLine[], appendix: AppendixLayout): TableLine[] {
  let place: TablePosition = NOWHERE;
  const continued = new Map<number, number>();
  return lines.map((line, k) => {
    const said = (meaning: LineMeaning): TableLine => ({ row: line.row, text: line.text, meaning });
    if (line.kind === 'header-again') return said({ kind: 'header-again' });
    const from = continued.get(line.row);
    if (from !== undefined) return said({ kind: 'continued', from });
    const match = matchLine(line.text, line.texts, place, appendix);
    if (match) return said(meaningOf(match));
    const heading = headingOf(line, place, appendix);
    if (heading) {
      place = heading.place;
      return said({ kind: 'heading', title: heading.title });
    }
    const rest = restOf(line, lines.slice(k + 1), appendix);
    const joined = rest && matchLine(`${line.text} ${rest.text}`, line.texts, place, appendix);
    if (rest && joined?.kind === 'row') {
      continued.set(rest.row, line.row);
      return said({ ...joined, doubts: [...joined.doubts, 'split-over-rows'] });
    }
    if (!line.headingLike) return said({ kind: 'unlike' });
    place = NOWHERE;
    return said({ kind: 'unknown-heading' });
  });
}

const meaningOf = (match: LineMatch): LineMeaning =>
  match.kind === 'row' ? match : { kind: 'ambiguous', ids: match.ids, why: 'alike-rows' };

function headingOf({ texts, text }: SheetLine, place: TablePosition, appendix: AppendixLayout) {
  const number = texts.get('tt' satisfies Field) ?? '';
  return belowHeading(text, place, appendix) ?? belowHeading(`${number} ${text}`, place, appendix);
}

/** The next line of text, where it has no number of its own and ends a name of the plan that this line begins. */
function restOf({ text }: SheetLine, following: readonly SheetLine[], { rows }: AppendixLayout): SheetLine | null {
  const next = following.find(({ kind }) => kind === 'text');
  if (!next || next.texts.has('tt')) return null;
  const whole = nameKeys(`${text} ${next.text}`);
  return [...rows.values()].some(({ key }) => whole.includes(key)) ? next : null;
}

/** Where two lines are the same row of the plan, neither of them is. */
function withoutDoubles(lines: readonly TableLine[]): readonly TableLine[] {
  const times = new Map<RowId, number>();
  for (const { meaning } of lines) if (meaning.kind === 'row') times.set(meaning.id, (times.get(meaning.id) ?? 0) + 1);
  return lines.map((line) =>
    line.meaning.kind === 'row' && (times.get(line.meaning.id) ?? 0) > 1
      ? { ...line, meaning: { kind: 'ambiguous', ids: [line.meaning.id], why: 'same-row-twice' } }
      : line,
  );
}

function matchOf(id: RowId, lines: readonly TableLine[]): Match {
  for (const { row, meaning } of lines)
    if (meaning.kind === 'row' && meaning.id === id)
      return meaning.doubts.length === 0 ? { kind: 'certain', at: row } : { kind: 'probable', at: row, doubts: meaning.doubts };
  const at = lines.filter(({ meaning }) => meaning.kind === 'ambiguous' && meaning.ids.includes(id)).map(({ row }) => row);
  return at.length > 0 ? { kind: 'ambiguous', at } : { kind: 'absent' };
}
