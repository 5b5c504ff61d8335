import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { followSelection } from '../follow-selection.ts';
import { cellsOfMeaning, type MatrixPlace, matrixPlace } from './matrix-place.ts';

/**
 * Tells what the cell chosen in the workbook means, as long as the part is shown: its figure in the matrix, null for any other cell.
 * Only the cells that say so are read, at each choice anew: the sheet may be sorted or typed over.
 */
export function useChosen(port: WorkbookPort, agency: ReadonlyMap<AgencyId, Agency>, onChosen: (chosen: MatrixPlace | null) => void): void {
  useAtOnce(() => followSelection(port, (cell) => onChosen(matrixPlace(cell, agency)), cellsOfMeaning), [port, agency]);
}
