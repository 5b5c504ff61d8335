import type { Figure } from '../../core/figures/figure.ts';
import type { IndicatorCell } from '../../core/matrix.ts';
import type { StyledCell } from '../../xlsx/write/cell.ts';
import { cell } from './columns.ts';
import { figureLook, LOOK } from './looks.ts';

/** Signs of the matrix where no figure is reported: never a number. */
export const CELL_SIGNS = { 'nothing-arose': '–', 'no-figure': '…', 'not-reported': '○' } as const;

const BY_STATE = {
  'nothing-arose': cell(CELL_SIGNS['nothing-arose'], LOOK.cellWord),
  'no-figure': cell(CELL_SIGNS['no-figure'], LOOK.cellMissing),
  'not-reported': cell(CELL_SIGNS['not-reported'], LOOK.cellMissing),
} as const satisfies Record<Exclude<IndicatorCell['state'], 'reported'>, StyledCell>;
const NOT_OWED = cell(null, LOOK.cellNotOwed);

/** An agency's figure; a sign where there is none; nothing where it does not owe the row. */
export function agencyFigureCell({ inMatrix }: Figure, reported: IndicatorCell | undefined): StyledCell {
  if (!reported) return NOT_OWED;
  if (reported.state !== 'reported') return BY_STATE[reported.state];
  const { value, format } = inMatrix(reported);
  return cell(value, format === null ? LOOK.cellWord : figureLook(format));
}
