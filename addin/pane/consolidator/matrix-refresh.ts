import type { CellContent, NoteText, SheetEdit } from '../../../core/adopting/sheet-edit.ts';
import type { Area, Grid } from '../../../core/grid.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency } from '../../../core/plan/agency.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { isSameValue } from '../../excel/same-value.ts';
import { momentText } from '../../ui/moment.ts';
import type { PlannedRow } from '../../ui/planned-row.ts';
import { planColumnTexts, provinceCells } from './matrix-sheet.ts';
import { renewedNote } from './note-words.ts';
import { runsByName } from './runs.ts';
import { agencySheetCell, type SheetCell } from './sheet-cell.ts';
import { CHANGED_FILL, SHEET_COLOURS } from './sheet-colours.ts';
import { sourceNote } from './source-note.ts';
import { gridValue, type Misfits, standingMatrix } from './standing-matrix.ts';

interface RefreshRequest {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly agency: ReadonlyMap<string, Agency>;
  readonly nameOf: (id: string) => string;
  readonly at: Date;
}

interface Refresh {
  readonly title: string;
  readonly edits: readonly SheetEdit[];
  /** How many figures are others than the sheet said. */
  readonly changed: number;
  readonly misfits: Misfits;
}

/**
 * What brings a matrix's sheet up to date: figures and their notes are found by the codes of their row and column, so that rows may have been
 * sorted and columns moved. Whatever has no code (columns and rows of one's own) is left alone, and so is a note that somebody wrote and what
 * somebody wrote into ours. What changed since the last time stands on a ground of its own. The notes come last: where Excel keeps them as they are, the sheet says so.
 */
export function matrixRefresh(grid: Grid, matrix: Matrix, request: RefreshRequest): Refresh {
  const { plan, nameOf, at } = request;
  const { period } = matrix;
  const { utcOffset } = plan.reporting;
  const base = { sheet: grid.title };
  const { columns, lines, misfits } = standingMatrix(grid, matrix, request);
  const cellsOf = ({ row, indicator }: PlannedRow): (SheetCell | null)[] => {
    const province = provinceCells({ row, indicator });
    return columns.map(
      ({ agency, fixed }) => province[fixed] ?? (agency && agencySheetCell(indicator, { period, agency }, row.cells[agency])),
    );
  };
  const changes = lines.map(({ number, one }) => ({
    number,
    cells: cellsOf(one).map((cell, k) => cell && { ...cell, isNew: !isSameValue(gridValue(grid, number, k + 1), cell.value) }),
  }));
  // Names and targets of a plan that was amended meanwhile: no figure has changed by that.
  const reworded = lines.flatMap(({ number, one }) => {
    const texts = planColumnTexts(one);
    return columns.flatMap(({ fixed }, k): SheetEdit[] => {
      const text = texts[fixed];
      if (text === undefined || isSameValue(gridValue(grid, number, k + 1), text)) return [];
      return [{ kind: 'set-cells', ...base, row: number, column: k + 1, cells: [[text]] }];
    });
  });
  const looks = new Map<string, Area[]>();
  const formats = new Map<string, Area[]>();
  for (const { number, cells } of changes) {
    gather(looks, [cells.map((cell) => cell && (cell.isNew ? CHANGED : cell.tone))], number);
    gather(formats, [cells.map((cell) => cell && cell.numberFormat)], number);
  }
  const said = (sources: string): SheetEdit => {
    const updated = `Cập nhật lúc ${momentText(at.toISOString(), utcOffset)}; ô nền xanh: khác lần trước.`;
    return { kind: 'set-cells', ...base, row: 2, column: 1, cells: [[`${updated} ${sources}`]] };
  };
  // Of blank cells too: whether Excel takes notes along when rows are sorted is not known.
  const notes = lines.flatMap(({ number, one: { row, indicator } }) =>
    columns.flatMap(({ agency }, k): NoteText[] => {
      if (!agency) return [];
      return [{ row: number, column: k + 1, text: sourceNote(indicator, { period, agency }, row.cells[agency], { nameOf, utcOffset }) }];
    }),
  );
  const edits: SheetEdit[] = [
    ...reworded,
    ...[...formats].map(([format, areas]): SheetEdit => ({ kind: 'number-format', ...base, areas, format })),
    ...changes
      .filter(({ cells }) => cells.some((cell) => cell?.isNew))
      .map(({ number, cells }): SheetEdit => {
        const written = cells.map((cell): CellContent => (cell?.isNew ? (cell.value ?? '') : null));
        return { kind: 'set-cells', ...base, row: number, column: 1, cells: [written] };
      }),
    ...[...looks].map(([name, areas]): SheetEdit => {
      const look = name === CHANGED ? { fill: CHANGED_FILL } : SHEET_COLOURS[name as SheetCell['tone']]; // the tones just gathered
      return { kind: 'look', ...base, areas, look };
    }),
    said('Ghi chú ở ô chưa cập nhật; chọn ô để xem nguồn hiện nay.'),
    { kind: 'notes', ...base, renewed: renewedNote, notes },
    said('Nguồn của từng số nằm ở ghi chú của ô, trừ ô có ghi chú riêng.'),
  ];
  const changed = changes.reduce((sum, { cells }) => sum + cells.filter((cell) => cell?.isNew).length, 0);
  return { title: grid.title, edits, changed, misfits };
}

const CHANGED = 'changed';

function gather(into: Map<string, Area[]>, names: readonly (readonly (string | null)[])[], top: number): void {
  for (const [name, areas] of runsByName(names, top, 1)) into.set(name, [...(into.get(name) ?? []), ...areas]);
}
