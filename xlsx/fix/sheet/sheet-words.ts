import { RELATIONSHIP, SPREADSHEET } from '../../read/sheet/namespaces.ts';
import { vocabulary } from '../../read/xml/vocabulary.ts';

export const ELEMENT = { sheet: 1, columns: 2, column: 3, data: 4, row: 5, cell: 6, formula: 7, value: 8, drawing: 9 } as const;
export const ATTRIBUTE = {
  place: 1,
  style: 2,
  type: 3,
  area: 4,
  group: 5,
  first: 6,
  last: 7,
  columnStyle: 8,
  styled: 9,
  id: 10,
  height: 11,
} as const;

/** What of a worksheet is looked at when it is fixed. */
export const SHEET = vocabulary({
  namespaces: { '': SPREADSHEET, r: RELATIONSHIP },
  elements: {
    worksheet: ELEMENT.sheet,
    'worksheet/cols': ELEMENT.columns,
    'worksheet/cols/col': ELEMENT.column,
    'worksheet/sheetData': ELEMENT.data,
    'worksheet/sheetData/row': ELEMENT.row,
    'worksheet/sheetData/row/c': ELEMENT.cell,
    'worksheet/sheetData/row/c/f': ELEMENT.formula,
    'worksheet/sheetData/row/c/v': ELEMENT.value,
    'worksheet/legacyDrawing': ELEMENT.drawing,
  },
  texts: [ELEMENT.formula],
  attributes: {
    r: ATTRIBUTE.place,
    s: ATTRIBUTE.style,
    t: ATTRIBUTE.type,
    ref: ATTRIBUTE.area,
    si: ATTRIBUTE.group,
    min: ATTRIBUTE.first,
    max: ATTRIBUTE.last,
    style: ATTRIBUTE.columnStyle,
    customFormat: ATTRIBUTE.styled,
    'r:id': ATTRIBUTE.id,
    ht: ATTRIBUTE.height,
  },
});
