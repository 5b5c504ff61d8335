import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withProfile } from './soffice.ts';

/** What a clerk does to a sheet, as LibreOffice does it from its menus; cells as `I12`, areas as `I12:J12`. */
export type SheetAct =
  | { readonly act: 'type'; readonly sheet: string; readonly cell: string; readonly value: string | number }
  /** Typed at the keyboard: LibreOffice itself makes a text, a number or a day of it. */
  | { readonly act: 'key-in'; readonly sheet: string; readonly cell: string; readonly keys: string }
  /** Cutting and pasting, or dragging by the edge. */
  | { readonly act: 'move'; readonly sheet: string; readonly area: string; readonly to: string }
  /**
   * Copied from a sheet of one's own, red on yellow, bold, in another typeface and format, where only whole numbers from 1 to 5 are taken.
   */
  | { readonly act: 'paste'; readonly sheet: string; readonly cell: string; readonly value: string | number }
  /** The first table of a text document, copied in Writer and pasted as Calc does it unasked; the cell is the table's first one. */
  | { readonly act: 'paste-table'; readonly sheet: string; readonly cell: string; readonly from: string }
  /** Above this row, on a sheet whose protection was taken off. */
  | { readonly act: 'insert-row'; readonly sheet: string; readonly row: number }
  | { readonly act: 'delete-row'; readonly sheet: string; readonly row: number };

/** A workbook to open, what is done to it one after another, and where it is then saved, calculated anew. */
export interface ActedWorkbook {
  readonly file: string;
  readonly acts: readonly SheetAct[];
  readonly written: string;
}

/** Does all that in one LibreOffice, by a macro of its own; what could not be done is not written. */
export const actInLibreOffice = (workbooks: readonly ActedWorkbook[]): Promise<void> =>
  withProfile(async (soffice, profile) => {
    // the first start puts its own macros in place
    await soffice(['--terminate_after_init']);
    writeFileSync(join(profile, 'user', 'basic', 'Standard', 'Module1.xba'), macroModule(macroOf(workbooks)));
    await soffice(['macro:///Standard.Module1.Main']);
  });

const macroOf = (workbooks: readonly ActedWorkbook[]): string =>
  [
    'Sub Main',
    'Dim h(0) As New com.sun.star.beans.PropertyValue',
    'h(0).Name = "Hidden" : h(0).Value = True',
    'Dim x(0) As New com.sun.star.beans.PropertyValue',
    'x(0).Name = "FilterName" : x(0).Value = "Calc MS Excel 2007 XML"',
    'Dim l As New com.sun.star.lang.Locale',
    'Dim g(0) As New com.sun.star.beans.PropertyValue',
    'g(0).Name = "ToPoint"',
    'Dim e(0) As New com.sun.star.beans.PropertyValue',
    'e(0).Name = "StringName"',
    'Dim q As Object : q = createUnoService("com.sun.star.frame.DispatchHelper")',
    'On Error Goto Finish',
    ...workbooks.flatMap(({ file, acts, written }) => [
      `d = StarDesktop.loadComponentFromURL(${text(pathToFileURL(file).href)}, "_blank", 0, h())`,
      ...acts.map((one) => `s = d.Sheets.getByName(${text(one.sheet)}) : ${basicOf(one)}`),
      'd.calculateAll()',
      `d.storeToURL(${text(pathToFileURL(written).href)}, x())`,
      'd.close(True)',
    ]),
    'Finish:',
    'StarDesktop.terminate()',
    'End Sub',
  ].join('\n');

function basicOf(act: SheetAct): string {
  switch (act.act) {
    case 'type':
      return `s.getCellRangeByName("${act.cell}").${contentOf(act.value)}`;
    case 'key-in':
      return [
        `d.CurrentController.setActiveSheet(s) : g(0).Value = "${act.cell}" : e(0).Value = ${text(act.keys)}`,
        'q.executeDispatch(d.CurrentController.Frame, ".uno:GoToCell", "", 0, g())',
        'q.executeDispatch(d.CurrentController.Frame, ".uno:EnterString", "", 0, e())',
      ].join('\n');
    case 'paste-table':
      return [
        `w = StarDesktop.loadComponentFromURL(${text(pathToFileURL(act.from).href)}, "_blank", 0, h())`,
        'w.CurrentController.select(w.TextTables.getByIndex(0))',
        'q.executeDispatch(w.CurrentController.Frame, ".uno:SelectTable", "", 0, Array())',
        'q.executeDispatch(w.CurrentController.Frame, ".uno:Copy", "", 0, Array())',
        `d.CurrentController.setActiveSheet(s) : g(0).Value = "${act.cell}"`,
        'q.executeDispatch(d.CurrentController.Frame, ".uno:GoToCell", "", 0, g())',
        'q.executeDispatch(d.CurrentController.Frame, ".uno:Paste", "", 0, Array())',
        'w.close(True)',
      ].join('\n');
    case 'move':
      return `s.moveRange(s.getCellRangeByName("${act.to}").CellAddress, s.getCellRangeByName("${act.area}").RangeAddress)`;
    case 'paste':
      return [
        'd.Sheets.insertNewByName("Copied", 0) : p = d.Sheets.getByName("Copied").getCellRangeByName("A1")',
        `p.${contentOf(act.value)}`,
        'p.CellBackColor = RGB(255, 255, 0) : p.CharColor = RGB(255, 0, 0) : p.CharWeight = 150 : p.CharFontName = "DejaVu Sans" : p.CharHeight = 18',
        'k = d.NumberFormats.queryKey("0.000", l, True)',
        'If k = -1 Then k = d.NumberFormats.addNew("0.000", l)',
        'p.NumberFormat = k : v = p.Validation : v.Type = com.sun.star.sheet.ValidationType.WHOLE',
        'v.setOperator(com.sun.star.sheet.ConditionOperator.BETWEEN) : v.setFormula1("1") : v.setFormula2("5") : p.Validation = v',
        's.unprotect("")',
        `s.copyRange(s.getCellRangeByName("${act.cell}").CellAddress, p.RangeAddress)`,
        'd.Sheets.removeByName("Copied") : s.protect("")',
      ].join('\n');
    case 'insert-row':
      return `s.unprotect("") : s.Rows.insertByIndex(${act.row - 1}, 1)`;
    case 'delete-row':
      return `s.unprotect("") : s.Rows.removeByIndex(${act.row - 1}, 1)`;
  }
}

const contentOf = (value: string | number): string => (typeof value === 'number' ? `Value = ${value}` : `String = ${text(value)}`);
const text = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const macroModule = (code: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">' +
  '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">' +
  `${code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</script:module>`;
