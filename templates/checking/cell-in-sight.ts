import type { Cell, GridRow } from '../../core/grid.ts';
import type { NumberFormat } from '../../core/number-format.ts';
import { shownInstead } from '../../core/reading/shown-otherwise.ts';
import type { SeenStyle } from './cell-styles.ts';
import type { FigureDifference } from './difference.ts';
import { isSameNumber, storedNumberText } from './stored-number.ts';

/** A cell that holds something, in its row. */
export interface PlacedCell {
  readonly row: GridRow;
  readonly cell: Cell;
}

/** A cell, null where nothing stands at its place, and how it is seen. */
export interface CellInSight {
  readonly cell: Cell | null;
  readonly style: SeenStyle | undefined;
  /** Under another cell. */
  readonly covered: boolean;
}

type Said = Pick<FigureDifference, 'printed' | 'computed'>;

/** What is seen of a cell and what should be; null where that is the same. */
export function differsInSight(here: CellInSight, ours: CellInSight): Said | null {
  const [printed, computed] = [seenValue(here.cell), seenValue(ours.cell)];
  const [one, other] = [here.cell, ours.cell];
  const isSame =
    typeof one?.value === 'number' && typeof other?.value === 'number' ? isSameNumber(one.value, other.value) : printed === computed;
  if (!isSame || one === null || other === null) return { printed, computed };
  const why = here.covered ? 'bị ô khác che' : howOtherwise(here, ours, one, other);
  return why === null ? null : { printed: `${printed} (${why})`, computed };
}

function howOtherwise(here: CellInSight, ours: CellInSight, one: Cell, other: Cell): string | null {
  if (one.formula && (!other.formula || bareFormula(one) !== bareFormula(other))) return `công thức ${one.formulaText ?? ''}`.trim();
  if (here.style?.unseen && !ours.style?.unseen) return 'không nhìn thấy';
  if ((one.struck && !other.struck) || (one.mixed && !other.mixed)) return 'gạch ngang';
  if (typeof one.value === 'string') {
    const shown = one.pattern ? shownInstead(one.pattern, one.value) : null;
    return shown === null ? null : `hiện là “${shown}”`;
  }
  const [format, wanted] = [here.style, ours.style].map((style) => (style ? asCompared(style.format) : null));
  return format === wanted ? null : `định dạng “${here.style?.code ?? 'có sẵn'}”`;
}

/** Formats that show every number alike are written in more than one way. */
const asCompared = ({ sections }: NumberFormat): string =>
  JSON.stringify(
    sections.map(({ condition, pieces }) => ({ condition, pieces: pieces.filter((one) => one.kind !== 'literal' || one.text !== '') })),
  );

/** Programs differ in blanks and letters. */
const bareFormula = ({ formulaText = '' }: Cell): string => formulaText.replaceAll(/\s+/g, '').toUpperCase();

export function seenValue(cell: Cell | null): string | null {
  if (cell === null || cell.value === null) return null;
  return typeof cell.value === 'number' ? storedNumberText(String(cell.value)) : String(cell.value);
}
