import type { Area } from '../../../../core/grid.ts';
import { areaOf, type ExcelModel } from '../model.ts';
import { Refusal } from '../refusal.ts';
import { isRemote, type Remote } from '../remote.ts';
import type { ModelSheet } from '../sheet.ts';
import type { ModelTable } from '../tables.ts';
import { finders } from './finders.ts';
import { areaOfRange, rangeApi } from './range.ts';

/** The tables of a workbook, or those of one sheet; `ofSheet` is the sheet that a table leads to. */
export function tablesApi(model: ExcelModel, own: ModelSheet | null, ofSheet: (sheet: ModelSheet) => Remote): Remote {
  const all = (): ModelTable[] => model.tables.all.filter(({ sheet }) => own === null || sheet === own);
  const { item, call } = finders('Table', (key) => {
    const found = model.tables.find(key);
    return found && all().includes(found) ? tableApi(model, found, ofSheet) : null;
  });
  return {
    type: 'TableCollection',
    items: () => all().map((table) => tableApi(model, table, ofSheet)),
    item,
    call: {
      ...call,
      Add(place, hasHeaders) {
        if (!own || hasHeaders !== true) throw new Refusal('ApiNotSimulated', 'TableCollection.add() to a workbook, or without headers');
        return tableApi(model, model.tables.add(own, isRemote(place) ? areaOfRange(place) : areaOf(String(place))), ofSheet);
      },
    },
  };
}

function tableApi(model: ExcelModel, table: ModelTable, ofSheet: (sheet: ModelSheet) => Remote): Remote {
  const range = (area: Area): Remote => rangeApi(model, table.sheet, area);
  return {
    type: 'Table',
    id: table.id,
    get: { Id: () => table.id, Name: () => table.name },
    set: { Name: (name) => model.tables.rename(table, String(name)) },
    to: { Worksheet: () => ofSheet(table.sheet), Rows: () => rowsApi(model, table) },
    call: {
      GetHeaderRowRange: () => range({ ...table.area, bottom: table.area.top }),
      GetDataBodyRange: () => range({ ...table.area, top: table.area.top + 1 }),
    },
  };
}

/**
 * New rows can be taken back ("Undo capabilities with the Excel JavaScript API" does not list them among what cannot), but the library of
 * npm marks them as of no undo set yet: a host that keeps to that refuses them in a group.
 */
const rowsApi = (model: ExcelModel, table: ModelTable): Remote => ({
  type: 'TableRowCollection',
  call: {
    Add(index, values) {
      if (index !== null && index !== undefined) throw new Refusal('ApiNotSimulated', 'TableRowCollection.add() before the end');
      if (model.undoGroup !== null && model.knobs.ungrouped.includes('rows'))
        throw new Refusal('UndoNotSupported', 'TableRowCollection.add cannot be grouped.', 'TableRowCollection.add');
      const { left, right, bottom } = table.area;
      // Without values it is one blank row; else the library hands over the array as it was given.
      const rows = (values ?? [Array.from({ length: right - left + 1 }, () => null)]) as readonly (readonly unknown[])[];
      model.tables.addRows(table, rows);
      rangeApi(model, table.sheet, { top: bottom + 1, left, bottom: bottom + rows.length, right }).set?.Values?.(rows);
      return { type: 'TableRow', id: `row-${bottom}` };
    },
  },
});
