import { areaOfAddress } from '../../../core/address.ts';
import type { CellChange, CellMark, FixRefusal, NamedCell, WorkbookFix } from '../../../core/fixing/workbook-fix.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { type Content, contentOf } from './content.ts';

/** A cell that is to be changed, marked, or left without its formula's result. */
export interface WantedCell {
  readonly row: number;
  readonly column: number;
  /** Undefined: it keeps what it holds. */
  readonly content: Content | undefined;
  readonly mark: CellMark['kind'] | null;
  /** The sentences of its note. */
  readonly notes: readonly string[];
  readonly stale: boolean;
}

/** What is asked of a workbook, by the titles of its sheets; each cell once, its last change and all of its marks. */
export type Wanted = ReadonlyMap<string, readonly WantedCell[]>;

/** Of several marks at a cell the gravest is seen. */
const GRAVITY = ['fixed', 'warning', 'error'] as const satisfies readonly CellMark['kind'][];

export function wantedCells({ changes, marks = [], stale = [] }: WorkbookFix, date1904: boolean): Result<Wanted, FixRefusal> {
  const sheets = new Map<string, Map<string, WantedCell>>();
  const want = ({ sheet, cell }: NamedCell, more: (known: WantedCell) => Partial<WantedCell>): boolean => {
    const { top: row, left: column, bottom, right } = areaOfAddress(cell) ?? { top: 1, left: 1, bottom: 0, right: 0 };
    if (row !== bottom || column !== right) return false;
    const cells = sheets.get(sheet) ?? new Map<string, WantedCell>();
    sheets.set(sheet, cells);
    const key = `${row} ${column}`;
    const known = cells.get(key) ?? { row, column, content: undefined, mark: null, notes: [], stale: false };
    cells.set(key, { ...known, ...more(known) });
    return true;
  };
  const unknown =
    changes.find(
      (change) => !canBeWritten(change) || !want(change, () => ({ content: contentOf(change.value, change.format, date1904) })),
    ) ??
    marks.find(({ kind, text, ...at }) => !want(at, ({ mark, notes }) => ({ mark: graver(mark, kind), notes: [...notes, text] }))) ??
    stale.find((one) => !want(one, () => ({ stale: true })));
  if (unknown) return failed({ kind: 'no-such-cell', sheet: unknown.sheet, cell: unknown.cell });
  return ok(new Map([...sheets].map(([title, cells]) => [title, [...cells.values()].sort(byPlace)])));
}

/** No cell holds an infinite number, or one that is none. */
const canBeWritten = ({ value }: CellChange): boolean => typeof value !== 'number' || Number.isFinite(value);

const graver = (one: CellMark['kind'] | null, two: CellMark['kind']): CellMark['kind'] =>
  one !== null && GRAVITY.indexOf(one) > GRAVITY.indexOf(two) ? one : two;

const byPlace = (one: WantedCell, two: WantedCell): number => one.row - two.row || one.column - two.column;
