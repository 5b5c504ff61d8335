import { areaOfAddress } from '../../../core/address.ts';
import type { Area } from '../../../core/grid.ts';
import type { ExcelModel } from './model.ts';
import { Refusal } from './refusal.ts';
import type { ModelSheet } from './sheet.ts';
import { areasMeet } from './without-area.ts';

/** A table of a sheet: its header row and the rows below. */
export interface ModelTable {
  readonly id: string;
  readonly sheet: ModelSheet;
  name: string;
  area: Area;
}

/** Begins with a letter or "_", no blanks (OfficeDev/office-js-docs-reference issue 555; Excel.Table.name). */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

/**
 * The tables of a workbook. Their names are its own, over all sheets, and no defined name's (OfficeDev/office-js issue 551: a second one is
 * an InvalidArgument). None lies over another, nor over merged cells (support.microsoft.com, "Overview of Excel tables"; "Merge cells").
 */
export class ModelTables {
  readonly all: ModelTable[] = [];
  readonly #model: ExcelModel;
  #ids = 0;

  constructor(model: ExcelModel) {
    this.#model = model;
  }

  find(nameOrId: string): ModelTable | undefined {
    return this.all.find(({ id, name }) => id === nameOrId || name.toLowerCase() === nameOrId.toLowerCase());
  }

  /**
   * The sheet is one without protection: a protected one takes no table (Excel.Worksheet.protection; support.microsoft.com, "Protect a
   * worksheet").
   */
  add(sheet: ModelSheet, area: Area): ModelTable {
    sheet.refuseProtected();
    const refuse = (why: string): never => {
      throw new Refusal('InvalidArgument', why, 'TableCollection.add');
    };
    if (this.all.some((other) => other.sheet === sheet && areasMeet(other.area, area))) refuse('a table lies there');
    if (sheet.merges.some((merge) => areasMeet(merge, area))) refuse('merged cells lie there');
    const table = { id: `{TABLE-${++this.#ids}}`, sheet, name: `Table${this.#ids}`, area };
    this.#headers(table);
    this.all.push(table);
    sheet.undo.changed(() => this.all.splice(this.all.indexOf(table), 1));
    return table;
  }

  rename(table: ModelTable, name: string): void {
    const isTaken = [...this.#model.names.keys()].some((one) => one.toLowerCase() === name.toLowerCase());
    const other = this.find(name);
    if (!NAME.test(name) || areaOfAddress(name) || isTaken || (other && other !== table))
      throw new Refusal('InvalidArgument', `"${name}" is no name for a table here`, 'Table.name');
    const before = table.name;
    table.sheet.undo.changed(() => {
      table.name = before;
    });
    table.name = name;
  }

  /**
   * Rows at its end: each as wide as the table (OfficeDev/office-js issue 2429); what stands below it in its columns moves down, and
   * another table that only part of it would push is in the way ("This operation is not allowed. … attempting to shift cells in a table").
   */
  addRows(table: ModelTable, rows: readonly (readonly unknown[])[]): void {
    const { sheet, area } = table;
    sheet.refuseProtected();
    const width = area.right - area.left + 1;
    if (rows.length === 0 || rows.some((row) => row.length !== width))
      throw new Refusal('InvalidArgument', `a table of ${width} columns`, 'TableRowCollection.add');
    const below = this.all.filter((other) => other !== table && other.sheet === sheet && other.area.top > area.bottom);
    if (below.some((other) => areasMeet({ ...other.area, top: 1, bottom: 1 }, { ...area, top: 1, bottom: 1 })))
      throw new Refusal('InvalidOperation', 'a table lies below', 'TableRowCollection.add');
    const used = sheet.used();
    for (let row = used?.bottom ?? 0; row > area.bottom; row--)
      for (let column = area.left; column <= area.right; column++) {
        sheet.put(row + rows.length, column, { ...sheet.at(row, column) });
        sheet.put(row, column, { value: '', formula: null, error: false });
      }
    // That new rows look as the last one does, its lock included, is our claim.
    rows.forEach((_, k) => {
      for (let column = area.left; column <= area.right; column++) {
        const { numberFormat, locked } = sheet.at(area.bottom, column);
        sheet.put(area.bottom + 1 + k, column, { numberFormat, locked });
      }
    });
    sheet.undo.changed(() => {
      table.area = area;
    });
    table.area = { ...area, bottom: area.bottom + rows.length };
  }

  /**
   * Headers are texts, none is blank and none stands twice: Excel names them itself (support.microsoft.com, "Overview of Excel tables").
   */
  #headers({ sheet, area }: ModelTable): void {
    const taken = new Set<string>();
    for (let column = area.left; column <= area.right; column++) {
      const text = String(sheet.at(area.top, column).value) || `Column${column - area.left + 1}`;
      let own = text;
      for (let k = 2; taken.has(own.toLowerCase()); k++) own = `${text}${k}`;
      taken.add(own.toLowerCase());
      sheet.put(area.top, column, { value: own, formula: null });
    }
  }

  /** What was written over headers is made a header again. */
  keepHeaders(sheet: ModelSheet, area: Area): void {
    for (const table of this.all)
      if (table.sheet === sheet && areasMeet({ ...table.area, bottom: table.area.top }, area)) this.#headers(table);
  }
}
