import { askedRows } from '../../core/form/asked-rows.ts';
import { inputsOf } from '../../core/form/row-inputs.ts';
import type { Reading } from '../../core/reading/read-report.ts';
import { columnRuns } from '../excel/column-runs.ts';
import type { SheetAreas } from '../excel/port.ts';
import type { CheckContext } from '../ui/check-context.ts';

/** The cells of the open form that the agency fills in, neighbours of a column as one area. */
export function inputAreas({ places }: Pick<Reading, 'places'>, { obligations, agency }: CheckContext): SheetAreas[] {
  const cells = [...askedRows(obligations, agency)].flatMap(([id, shape]) => {
    const place = places.get(id);
    return inputsOf(shape).flatMap(({ field }) => {
      const column = place?.columns[field];
      return place && column !== undefined ? [{ sheet: place.sheet, row: place.row, column, value: null }] : [];
    });
  });
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  return sheets.map((sheet) => ({ sheet, areas: columnRuns(cells.filter((one) => one.sheet === sheet)).map(({ area }) => area) }));
}
