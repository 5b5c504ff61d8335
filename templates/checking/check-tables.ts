import type { RowId } from '../../core/plan/plan.ts';
import { NATION } from '../../core/report-text/nation.ts';
import type { OfficialCells, OfficialTable } from '../../core/report-text/official-table.ts';
import { RECIPIENTS } from '../../core/report-text/paper-head.ts';
import { rowFigureName, type TextPart, VERDICT_FIELD } from '../../core/report-text/text-part.ts';
import { squash } from '../../core/text.ts';
import { citedAs } from '../../core/wording/names.ts';
import { printedText } from '../report/docx-text.ts';
import type { FigureDifference, UncheckedPart } from './difference.ts';
import type { PrintedDocument, PrintedRow } from './printed-document.ts';
import { turnedShown } from './turned-text.ts';

/**
 * The plan's tables as they are signed, cell by cell: whatever stands in a row, the plan's own words too, and rows that are none of theirs.
 * Cells in which one of the bookmarks `named` stands are told by it already and left out. Rows are found by the bookmark of their verdict.
 */
export function checkTables(
  printed: readonly (readonly PrintedRow[])[],
  wanted: readonly OfficialTable[],
  named: ReadonlySet<string>,
): FigureDifference[] {
  const byKey = new Map(
    wanted.flatMap((table) => table.lines.flatMap((line) => ('row' in line ? [[keyOf(line.row), { table, line }] as const] : []))),
  );
  const seen = new Set<string>();
  return printed.flatMap((rows) => {
    const keys = rows.map(
      ({ names }) =>
        names
          .flat()
          .map(verdictName)
          .find((name) => name !== null && byKey.has(name)) ?? null,
    );
    const table = keys.flatMap((key) => (key === null ? [] : (byKey.get(key)?.table ?? [])))[0];
    if (!table) return [];
    const others = new Set([table.columns.map(({ header }) => header), ...table.lines.flatMap(headingCells)].map(joined));
    return rows.flatMap((row, k): FigureDifference[] => {
      const key = keys[k] ?? null;
      const line = key === null ? undefined : byKey.get(key)?.line;
      if (key === null || !line || !('row' in line) || seen.has(key)) {
        const text = joined(row.cells);
        return key === null && others.has(text) ? [] : [{ place: `${table.heading}, dòng ${k + 1}`, printed: text, computed: null }];
      }
      seen.add(key);
      return cellDifferences(row, { table, row: line.row, cells: line.cells }, named);
    });
  });
}

const keyOf = (row: string): string => rowFigureName(row, VERDICT_FIELD.slice(2));

/** The name of a verdict without the number of a second one; null for any other name. */
const verdictName = (name: string): string | null => (name.includes(VERDICT_FIELD) ? name.replace(/_\d+$/, '') : null);

const headingCells = (line: OfficialCells): (readonly string[])[] => ('heading' in line ? [[line.heading.tt, line.heading.title]] : []);

/** The text of a cell as a reader of the paper sees it. */
const wantedText = (parts: readonly TextPart[]): string => turnedShown(parts.map(printedText).join(''));

/** Shorter names may stand in any table. */
const SHORTEST_NAME = 20;

/** Rows of the plan in tables that are none of its own: `known` are the other annexes, which have headers of their own. */
export function checkOthers(
  printed: readonly (readonly PrintedRow[])[],
  wanted: readonly OfficialTable[],
  known: readonly OfficialTable[],
): FigureDifference[] {
  const lines = (tables: readonly OfficialTable[]) =>
    tables.flatMap((table) => table.lines.flatMap((line) => ('row' in line ? [line] : [])));
  const names = new Map(
    lines(wanted).flatMap(({ row, cells }) =>
      cells.slice(0, NAMES_UPTO).flatMap((cell) => {
        const text = squash(wantedText(cell));
        return text.length < SHORTEST_NAME ? [] : [[text, row] as const];
      }),
    ),
  );
  const isKnown = hasHeadOf(known);
  return printed.flatMap((rows, k) => {
    if (isKnown(rows)) return [];
    return rows.flatMap(({ cells }): FigureDifference[] => {
      const row = cells.map((cell) => names.get(squash(cell))).find((one) => one !== undefined);
      const text = joined(cells);
      if (row === undefined) return [];
      return [
        {
          place: `Bảng không thuộc phụ lục (bảng thứ ${k + 1} ngoài phụ lục), ${citedAs(row as RowId)} (${row})`,
          printed: text,
          computed: null,
        },
      ]; // rows of the plan's tables
    });
  });
}

/** Tables that are none of ours, neither an annex of `known` nor letterhead and signature, and words in these two that `frame` has not. */
export function addedTables(
  { others, longTables }: PrintedDocument,
  known: readonly OfficialTable[],
  frame: readonly string[],
): UncheckedPart[] {
  const isKnown = hasHeadOf(known);
  const lines = new Set(
    known.flatMap((table) => [table.columns.map(({ header }) => header), ...table.lines.flatMap(headingCells)].map(joined)),
  );
  for (const { lines: own } of known) for (const line of own) if ('cells' in line) lines.add(joined(line.cells.map(wantedText)));
  const added = (rows: readonly PrintedRow[], said: string): UncheckedPart[] => {
    const words = rows.map(({ cells }) => joined(cells));
    if (rows.length === 1 && FRAME.some((one) => words[0]?.includes(one))) return addedLines(rows, frame);
    if (isKnown(rows)) return words.filter((text) => !lines.has(text)).map((text) => ({ place: 'Dòng ngoài mẫu của bảng kèm theo', text }));
    return words.every((text) => !/[^\s|]/.test(text)) ? [] : [{ place: `Bảng ngoài mẫu, ${said}`, text: words.join(' / ') }];
  };
  return [
    ...others.flatMap((rows) => added(rows, `${rows.length} dòng`)),
    ...longTables.flatMap((head) => added([head], 'quá dài, bắt đầu bằng')),
  ];
}

const FRAME = [NATION, RECIPIENTS];

/** Pieces into which a long name of ours may be broken. */
const MOST_PIECES = 5;

/** Lines with letters that are none of `frame`, nor pieces of one that stand one below the other. */
function addedLines(rows: readonly PrintedRow[], frame: readonly string[]): UncheckedPart[] {
  const known = new Set(frame.map(squash));
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell): UncheckedPart[] => {
      const lines = cell
        .split('\n')
        .map(squash)
        .filter((line) => /[\p{L}\p{N}]/u.test(line));
      const added: string[] = [];
      for (let k = 0; k < lines.length; ) {
        const upto = Array.from({ length: MOST_PIECES }, (_, n) => k + n + 1).find((end) => known.has(lines.slice(k, end).join(' ')));
        if (upto === undefined) added.push(lines[k] ?? '');
        k = upto ?? k + 1;
      }
      return added.map((text) => ({ place: 'Phần đầu, phần ký', text }));
    }),
  );
}

function hasHeadOf(tables: readonly OfficialTable[]): (rows: readonly PrintedRow[]) => boolean {
  const heads = new Set(tables.map(({ columns }) => joined(columns.map(({ header }) => header))));
  return (rows) => heads.has(joined(rows[0]?.cells ?? []));
}

/** Number and name stand in the first columns. */
const NAMES_UPTO = 2;

const joined = (cells: readonly string[]): string => cells.map(squash).join(' | ');

interface WantedRow {
  readonly table: OfficialTable;
  readonly row: string;
  readonly cells: readonly (readonly TextPart[])[];
}

function cellDifferences(printed: PrintedRow, { table, row, cells }: WantedRow, named: ReadonlySet<string>): FigureDifference[] {
  const columns = Array.from({ length: Math.max(cells.length, printed.cells.length) }, (_, k) => k);
  return columns.flatMap((k): FigureDifference[] => {
    if (printed.names[k]?.some((name) => named.has(name))) return [];
    const [here, ours] = [printed.cells[k] ?? null, cells[k] ? wantedText(cells[k]) : null];
    if (squash(here ?? '') === squash(ours ?? '')) return [];
    const place = `${citedAs(row as RowId)} (${row}, cột “${table.columns[k]?.header ?? k + 1}”)`; // rows of the plan's tables
    return [{ place, printed: here, computed: ours }];
  });
}
