import { CENTRED_FIELDS, FIGURES } from '../form/cell-format.ts';
import { FORM_COLOURS } from '../form/colours.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Column } from '../layout.ts';
import type { CellLook } from './sheet-edit.ts';

const { frame, line, header, inputHeader, input, notOwed, notOwedText, ink } = FORM_COLOURS;

/** A new header cell. */
export const headerLook = ({ role }: Column): CellLook => ({
  fill: role === 'input' ? inputHeader : header,
  ink,
  border: frame,
  bold: true,
  wrap: true,
  horizontal: 'center',
  vertical: 'center',
});

/** A new cell of a row that is filled in as its shape says; null where the agency does not owe the row. */
export function cellLook({ field, role }: Column, shape: RowShape | null): CellLook {
  const place = {
    wrap: true,
    horizontal: FIGURES.has(field) ? 'right' : CENTRED_FIELDS.has(field) ? 'center' : 'left',
    vertical: 'top',
  } as const;
  if (shape?.inputs.includes(field)) return { ...place, fill: input, ink, border: frame };
  const own = shape && (role !== 'input' || field === 'id') && (field !== 'rate' || shape.hasRate);
  return own ? { ...place, ink, border: line } : { ...place, fill: notOwed, ink: notOwedText, border: line };
}
