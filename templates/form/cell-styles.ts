import type { Style } from 'exceljs';
import { CENTRED_FIELDS, FIGURES, NUMBER_FORMATS } from '../../core/form/cell-format.ts';
import type { Field } from '../../core/layout.ts';
import { BAND, BOX, CENTRED, FIGURE, FRAME, font, ground, MIDDLE, WRAPPED } from '../style/type.ts';

export type CellStyle = Partial<Style>;

const LOCKED = { locked: true } as const;
const OPEN = { locked: false } as const;

const alignmentOf = (field: Field) => (FIGURES.has(field) ? FIGURE : CENTRED_FIELDS.has(field) ? CENTRED : WRAPPED);
const formatOf = (field: Field): { numFmt?: string } => (NUMBER_FORMATS[field] ? { numFmt: NUMBER_FORMATS[field] } : {});

/** Style objects are made once and shared by every cell of every form: exceljs then looks each up once a workbook. */
const kept = (make: (field: Field) => CellStyle): ((field: Field) => CellStyle) => {
  const made = new Map<Field, CellStyle>();
  return (field) => {
    const style = made.get(field) ?? make(field);
    made.set(field, style);
    return style;
  };
};

export const headerStyle = kept(() => ({
  font: font({ bold: true }),
  alignment: MIDDLE,
  border: FRAME,
  fill: ground('header'),
  protection: LOCKED,
}));
export const inputHeaderStyle = kept(() => ({ ...headerStyle('id'), fill: ground('inputHeader') }));

export const headingStyle = kept((field) => ({
  font: font({ bold: true }),
  alignment: { horizontal: field === 'tt' ? 'center' : 'left', vertical: 'middle' },
  border: BAND,
  fill: ground('group'),
  protection: LOCKED,
}));

/** A cell of a row that the agency owes, which it does not fill. */
export const planStyle = kept((field) => ({
  ...formatOf(field),
  font: font(),
  alignment: alignmentOf(field),
  border: BOX,
  protection: LOCKED,
}));

export const inputStyle = kept((field) => ({ ...planStyle(field), border: FRAME, fill: ground('input'), protection: OPEN }));

export const checkStyle = kept(() => ({ font: font(), alignment: WRAPPED, border: BOX, protection: LOCKED }));

/** A cell of a row that the agency does not owe, or that this kind of row leaves empty. */
export const notOwedStyle = kept((field) => ({ ...planStyle(field), font: font({ colour: 'notOwedText' }), fill: ground('notOwed') }));
