import type { RowId } from '../../../../core/plan/plan.ts';
import type { OwnRow } from '../own-tables.ts';
import type { EntryFinding } from './judge.ts';

/** The id of a row's heading, which takes the focus where somebody comes to the row. */
export const rowHeadingId = (row: string): string => `nhap-${row}`;

/** The id of a field's control: a finding leads there. */
export const fieldId = (row: string, field: string): string => `nhap-${row}-${field}`;

/** Goes to the heading of a row. */
export const focusRow = (row: RowId): void => document.getElementById(rowHeadingId(row))?.focus();

/** Goes to the first of these findings in the order of the form: its field, else its row. */
export function focusFinding(rows: readonly OwnRow[], findings: readonly EntryFinding[]): void {
  const first = rows.find(({ id }) => findings.some(({ row }) => row === id))?.id;
  if (!first) return;
  const fields = findings.filter(({ row }) => row === first).map(({ field }) => document.getElementById(fieldId(first, field ?? '')));
  const field = fields.find((one) => one !== null);
  field?.closest('details')?.setAttribute('open', '');
  if (field) field.focus();
  else focusRow(first);
}
