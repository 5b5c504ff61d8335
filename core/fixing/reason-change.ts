import type { Finding } from '../findings/finding.ts';
import { cellName } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { Reading } from '../reading/read-report.ts';
import { none } from '../rules/rule.ts';
import { ruleWithId } from '../rules/rule-by-id.ts';
import { partFields } from '../tables/inputs.ts';
import { TABLE_KINDS } from '../tables/table-kind.ts';
import type { CellChange } from './workbook-fix.ts';

/**
 * The change that writes a reason into `Giải trình` of a finding's row, or into `Ghi chú` of a task; null where the finding asks for none
 * or its sheet has no place for one.
 */
export function reasonChange({ rule, row, field }: Finding, { places }: Pick<Reading, 'places'>, text: string): CellChange | null {
  if (field === null || !isReason(field)) return null;
  if (ruleWithId(rule).reason === none) return null;
  const place = row === null ? undefined : places.get(row);
  const column = place?.columns[field];
  if (!place || column === undefined) return null;
  return { sheet: place.sheet, cell: cellName(place.row, column), value: text, format: 'plain' };
}

const isReason = (field: Field): boolean => TABLE_KINDS.some((kind) => partFields(kind, 'reason').includes(field));
