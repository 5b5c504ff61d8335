import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Day } from '../core/day.ts';
import { serialOfDay } from '../core/day.ts';
import { columnLetters } from '../core/grid.ts';
import type { SheetLayout } from '../core/layout.ts';
import type { Plan } from '../core/plan/plan.ts';
import { sheetsOf } from '../core/tables/sheets-of.ts';
import type { TableKind } from '../core/tables/table-kind.ts';
import type { CellMistake } from './made-up/mistakes.ts';

const ZIP_TIME = new Date(2026, 0, 1);

/** What a spreadsheet program leaves behind that no form builder writes. */
export interface Handling {
  /** Time of the last save. */
  readonly modified: string;
  /** A part of a whole that the program took for a day of the year. */
  readonly date?: CellMistake | undefined;
  /** A row that was pasted a second time below the table. */
  readonly repeatedRow?: string | undefined;
}

/** A filled form as it comes back from a clerk's machine. Works on the parts as our own builder writes them. */
export function handled(bytes: Uint8Array, { modified, date, repeatedRow }: Handling, plan: Plan): Uint8Array {
  const parts = unzipSync(bytes);
  const first = firstOf(plan, 'indicators');
  const tasks = firstOf(plan, 'tasks');
  const edit = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  };
  const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  const rowOf = (sheet: string, id: string) => rowWith(sheet, indexOfString(strings, id));
  edit('docProps/core.xml', (xml) => xml.replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${new Date(modified).toISOString().slice(0, 19)}Z`));
  const style = tasks ? dateStyle(strFromU8(parts[tasks.part] ?? new Uint8Array()), tasks.layout) : '0';
  if (first && date) edit(first.part, (xml) => withDate(xml, rowOf(xml, date.row), date, { style, layout: first.layout }));
  if (first && repeatedRow) edit(first.part, (xml) => withRepeated(xml, rowOf(xml, repeatedRow)));
  return zipSync(parts, { mtime: ZIP_TIME });
}

/** The first table of a kind, and the part of a form in which it stands. */
function firstOf(plan: Plan, kind: TableKind): { readonly layout: SheetLayout; readonly part: string } | null {
  const sheets = sheetsOf(plan);
  const at = sheets.findIndex((sheet) => sheet.kind === kind);
  const layout = sheets[at];
  return layout ? { layout, part: `xl/worksheets/sheet${at + 1}.xml` } : null;
}

const indexOfString = (strings: string, text: string): number =>
  [...strings.matchAll(/<si>(.*?)<\/si>/gs)].findIndex(([, item = '']) => item.replace(/<[^>]*>/g, '') === text);

/** The row element whose first cell holds this shared string. */
function rowWith(sheet: string, index: number): string {
  return [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) => row).find((row) => row.includes(`t="s"><v>${index}</v>`)) ?? '';
}

const letterOf = ({ columns }: SheetLayout, field: string): string =>
  columnLetters(columns.findIndex((column) => column.field === field) + 1);

/** The style of a date cell of a table of tasks: styles are the workbook's, not the sheet's. */
function dateStyle(second: string, layout: SheetLayout): string {
  const letter = letterOf(layout, 'issuedOn');
  const counts = new Map<string, number>();
  for (const [, style = '0'] of second.matchAll(new RegExp(`<c r="${letter}\\d+" s="(\\d+)"`, 'g')))
    counts.set(style, (counts.get(style) ?? 0) + 1);
  const dated = [...second.matchAll(new RegExp(`<c r="${letter}\\d+" s="(\\d+)"[^>]*><v>`, 'g'))].at(-1)?.[1];
  return dated ?? [...counts].sort(([, one], [, two]) => two - one)[0]?.[0] ?? '0';
}

interface DatedCells {
  readonly style: string;
  readonly layout: SheetLayout;
}

function withDate(sheet: string, row: string, { field, value }: CellMistake, { style, layout }: DatedCells): string {
  const number = /<row r="(\d+)"/.exec(row)?.[1] ?? '';
  const serial = value instanceof Date ? serialOfDay(value.toISOString().slice(0, 10) as Day) : value; // an ISO string begins with a day
  const cell = new RegExp(`<c r="${letterOf(layout, field)}${number}"[^>]*?(?:/>|>.*?</c>)`, 's');
  return sheet.replace(cell, `<c r="${letterOf(layout, field)}${number}" s="${style}"><v>${serial}</v></c>`);
}

function withRepeated(sheet: string, row: string): string {
  const last = Math.max(...[...sheet.matchAll(/<row r="(\d+)"/g)].map(([, number]) => Number(number)));
  const number = /<row r="(\d+)"/.exec(row)?.[1] ?? '';
  const copy = row.replaceAll(new RegExp(`r="([A-Z]*)${number}"`, 'g'), `r="$1${last + 1}"`);
  return sheet.replace('</sheetData>', `${copy}</sheetData>`);
}
