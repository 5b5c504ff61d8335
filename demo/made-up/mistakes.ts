import { formatCount } from '../../core/format.ts';
import type { Field } from '../../core/layout.ts';
import { yearOfPeriod } from '../../core/plan/period-parts.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';
import type { MistakeKind } from './cast.ts';

/** What stands in a cell instead of the report's own value. */
export interface CellMistake {
  readonly row: RowId;
  readonly field: Field;
  readonly value: string | number | Date;
  readonly numberFormat?: string;
}

/** What a kind of mistake does to one agency's workbook. */
export interface Spoiling {
  readonly cells: readonly CellMistake[];
  /** A row that was pasted a second time below the table. */
  readonly repeatedRow?: RowId;
}

interface Counts {
  readonly row: RowId;
  readonly numerator: number;
  readonly denominator: number;
}

/** The cells that a mistake changes, chosen among the report's own figures; none where the file as a whole is wrong. */
export function spoil(kind: MistakeKind | null, report: Report): Spoiling {
  const counts = countsOf(report);
  const [largest, smallest] = [counts[0], counts.at(-1)];
  if (!largest || !smallest) return { cells: [] };
  switch (kind) {
    case 'columns-swapped': {
      const row = counts.find(({ numerator, denominator }) => numerator < denominator) ?? largest;
      return {
        cells: [
          { row: row.row, field: 'numerator', value: row.denominator },
          { row: row.row, field: 'denominator', value: row.numerator },
        ],
      };
    }
    case 'about-95':
      return { cells: [{ row: largest.row, field: 'numerator', value: 'khoảng 95' }] };
    case 'percent-in-a-count':
      return { cells: [{ row: largest.row, field: 'numerator', value: '95%' }] };
    case 'part-became-a-date': {
      // "9/10" typed into a plain cell: the spreadsheet makes it 9 October of the year in which it is typed.
      const value = new Date(Date.UTC(yearOfPeriod(report.period), 9, 9));
      return { cells: [{ row: smallest.row, field: 'numerator', value, numberFormat: 'd-mmm' }] };
    }
    case 'count-as-text':
      return { cells: [{ row: largest.row, field: 'denominator', value: formatCount(largest.denominator) }] };
    case 'row-pasted-twice':
      return { cells: [], repeatedRow: largest.row };
    case 'form-of-last-period':
    case 'renamed-xls':
    case 'text-file':
    case 'sent-twice':
    case null:
      return { cells: [] };
  }
}

/** The report's pairs of counts, largest whole first. */
function countsOf({ indicators }: Report): Counts[] {
  return (Object.entries(indicators) as [RowId, IndicatorEntry][]) // the record's keys are its rows' ids
    .flatMap(([row, { numerator, denominator }]) =>
      numerator === undefined || denominator === undefined ? [] : [{ row, numerator, denominator }],
    )
    .sort((one, two) => two.denominator - one.denominator);
}
