import { cellUse } from '../form/cell-use.ts';
import { FORM_COLOURS } from '../form/colours.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Field } from '../layout.ts';
import type { TableColumn } from '../tables/column.ts';
import type { NewCellLook } from './sheet-edit.ts';

const { frame, line, header, inputHeader, input, notOwed, notOwedText, ink } = FORM_COLOURS;

const HORIZONTAL = { left: 'left', centre: 'center', right: 'right' } as const satisfies Record<
  TableColumn['align'],
  NewCellLook['horizontal']
>;

/** A new header cell. */
export const headerLook = ({ role }: TableColumn<Field>): NewCellLook => ({
  fill: role === 'input' ? inputHeader : header,
  ink,
  border: frame,
  bold: true,
  wrap: true,
  horizontal: 'center',
  vertical: 'center',
});

/** A new cell of a row that is filled in as its shape says; null where the agency does not owe the row. */
export function newCellLook(column: TableColumn<Field>, shape: RowShape | null): NewCellLook {
  const place = { wrap: true, horizontal: HORIZONTAL[column.align], vertical: 'top' } as const;
  switch (shape && cellUse(column, shape)) {
    case 'filled':
      return { ...place, fill: input, ink, border: frame };
    case 'shown':
      return { ...place, ink, border: line };
    default:
      return { ...place, fill: notOwed, ink: notOwedText, border: line };
  }
}
