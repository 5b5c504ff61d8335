import { areaOfAddress } from '../../../core/address.ts';
import type { CellChange } from '../../../core/mending/cell-change.ts';
import type { Mark } from '../../../core/mending/mark.ts';
import type { MendRefusal } from '../../../core/mending/refusal.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { type Content, contentOf } from './content.ts';

/** A cell that is to be changed, marked, or both. */
export interface WantedCell {
  readonly row: number;
  readonly column: number;
  /** Undefined: it keeps what it holds. */
  readonly content: Content | undefined;
  readonly mark: Mark['kind'] | null;
  /** The sentences of its note. */
  readonly notes: readonly string[];
}

/** What is asked of a workbook, by the titles of its sheets; each cell once, its last change and all of its marks. */
export type Wanted = ReadonlyMap<string, readonly WantedCell[]>;

/** Of several marks at a cell the gravest is seen. */
const GRAVITY = ['mended', 'warning', 'error'] as const satisfies readonly Mark['kind'][];

export function wantedCells(changes: readonly CellChange[], marks: readonly Mark[], date1904: boolean): Result<Wanted, MendRefusal> {
  const sheets = new Map<string, Map<string, WantedCell>>();
  for (const asked of [...changes, ...marks]) {
    const { sheet, cell } = asked;
    const area = areaOfAddress(cell);
    if (!area || area.top !== area.bottom || area.left !== area.right) return failed({ kind: 'no-such-cell', sheet, cell });
    if ('value' in asked && typeof asked.value === 'number' && !Number.isFinite(asked.value))
      return failed({ kind: 'no-such-cell', sheet, cell });
    const cells = sheets.get(sheet) ?? new Map<string, WantedCell>();
    sheets.set(sheet, cells);
    const key = `${area.top}:${area.left}`;
    const known = cells.get(key) ?? { row: area.top, column: area.left, content: undefined, mark: null, notes: [] };
    cells.set(key, 'value' in asked ? { ...known, content: contentOf(asked.value, asked.format, date1904) } : marked(known, asked));
  }
  return ok(
    new Map(
      [...sheets].map(([title, cells]) => [title, [...cells.values()].sort((one, two) => one.row - two.row || one.column - two.column)]),
    ),
  );
}

const marked = (cell: WantedCell, { kind, text }: Mark): WantedCell => ({
  ...cell,
  mark: GRAVITY.indexOf(kind) > (cell.mark === null ? -1 : GRAVITY.indexOf(cell.mark)) ? kind : cell.mark,
  notes: [...cell.notes, text],
});
