import { Day, serialOfDay } from '../../core/day.ts';
import type { CellChange } from '../../core/fixing/workbook-fix.ts';
import { cellName } from '../../core/grid.ts';
import type { Field } from '../../core/layout.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { Report } from '../../core/report.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { readUpload } from '../../templates/upload/read-upload.ts';
import { fixedBytes } from '../xlsx/fix/fixed.ts';

/** A blank form with the figures of a report typed into its cells, whatever else it holds left alone. */
export function filledForm(blank: Uint8Array, report: Report, context: ReadingContext): Uint8Array {
  const { places } = readUpload(blank, context);
  const changes = [...formValuesOf(report)].flatMap(([row, values]) => {
    const place = places.get(row);
    if (!place) throw new Error(`[form] "${row}": not there`);
    return (Object.entries(values) as [Field, (typeof values)[Field]][]).flatMap(([field, value]): CellChange[] => {
      if (value === null || value === undefined) return [];
      const cell = { sheet: place.sheet, cell: cellName(place.row, place.columns[field] ?? 0) };
      if (value instanceof Date) return [{ ...cell, value: serialOfDay(Day.parse(value.toISOString().slice(0, 10))), format: 'date' }];
      return [{ ...cell, value, format: field === 'percent' ? 'percent' : 'plain' }];
    });
  });
  return fixedBytes(blank, changes);
}
