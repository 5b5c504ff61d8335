import type { Style } from 'exceljs';
import type { TableColumn } from '../../core/tables/column.ts';
import { BAND, BOX, CENTRED, FIGURE, FRAME, font, MIDDLE, solidFill, WRAPPED } from '../style/type.ts';

export type FormCellStyle = Partial<Style>;

const LOCKED = { locked: true } as const;
const OPEN = { locked: false } as const;

const ALIGNMENTS = { left: WRAPPED, centre: CENTRED, right: FIGURE } as const satisfies Record<
  TableColumn['align'],
  FormCellStyle['alignment']
>;
const formatOf = ({ format }: TableColumn): { numFmt?: string } => (format === 'none' ? {} : { numFmt: format });

/** Style objects are made once and shared by every cell of every form: exceljs then looks each up once a workbook. */
const kept = (make: (column: TableColumn) => FormCellStyle): ((column: TableColumn) => FormCellStyle) => {
  const made = new Map<TableColumn, FormCellStyle>();
  return (column) => {
    const style = made.get(column) ?? make(column);
    made.set(column, style);
    return style;
  };
};

export const headerStyle = kept(() => ({
  font: font({ bold: true }),
  alignment: MIDDLE,
  border: FRAME,
  fill: solidFill('header'),
  protection: LOCKED,
}));

/** The header of a column in which the agency fills in at least one cell. */
export const inputHeaderStyle = kept((column) => ({ ...headerStyle(column), fill: solidFill('inputHeader') }));

export const headingStyle = kept(({ field }) => ({
  font: font({ bold: true }),
  alignment: { horizontal: field === 'tt' ? 'center' : 'left', vertical: 'middle' },
  border: BAND,
  fill: solidFill('group'),
  protection: LOCKED,
}));

/** A cell of a row that the agency owes, which it does not fill. */
export const planStyle = kept((column) => ({
  ...formatOf(column),
  font: font(),
  alignment: ALIGNMENTS[column.align],
  border: BOX,
  protection: LOCKED,
}));

export const inputStyle = kept((column) => ({ ...planStyle(column), border: FRAME, fill: solidFill('input'), protection: OPEN }));

/** A cell of a row that the agency does not owe, or that this kind of row leaves empty. */
export const notOwedStyle = kept((column) => ({ ...planStyle(column), font: font({ colour: 'notOwedText' }), fill: solidFill('notOwed') }));
