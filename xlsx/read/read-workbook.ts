import { readDefinedNames } from '../../core/defined-names.ts';
import type { Grid, Workbook } from '../../core/grid.ts';
import { ok, type Result } from '../../core/result.ts';
import type { SavedTime } from '../../core/saved-time.ts';
import { damaged, type FileFinding, type ReadResult } from './file-finding.ts';
import { readModified } from './package/modified.ts';
import { openPackage, type WorkbookPackage } from './package/open-package.ts';
import type { Relationship } from './package/relationships.ts';
import { readSavingProgram } from './package/saving-program.ts';
import type { Parse } from './remembering.ts';
import type { Tables } from './sheet/cell.ts';
import type { Counter } from './sheet/plain-cells.ts';
import { noSharedStrings, readSharedStrings, type SharedStrings } from './sheet/shared-strings.ts';
import { readWorksheet } from './sheet/sheet.ts';
import { type Formats, readFormats } from './sheet/styles.ts';
import type { ListedSheet } from './sheet/workbook-part.ts';
import type { Archive } from './zip/archive.ts';
import { type Unpacking, unpackAnywhere } from './zip/unpacking.ts';

export type { FileFinding } from './file-finding.ts';

/**
 * Reads an .xlsx file (or .xlsm, its macros untouched) as cells, strictly: values as the file holds them, or the one finding that
 * says why the file is refused; never fewer values in silence. Time and memory are bounded by the limits of `limits.ts` for any
 * bytes whatever. Serial numbers of dates are given in the 1900 system; texts are not normalised. A platform may bring
 * faster means of unpacking.
 */
export function readWorkbook(bytes: Uint8Array, unpacking: Unpacking = unpackAnywhere): Result<Workbook, FileFinding> {
  const opened = openPackage(bytes, unpacking);
  if (!opened.ok) return opened;
  const { archive, workbook, related } = opened.value;
  const tables = readTables(archive, related, workbook.date1904);
  if (!tables.ok) return tables;
  const grids = readGrids(archive, workbook.sheets, related, tables.value);
  if (!grids.ok) return grids;
  const titles = grids.value.map(({ title }) => title);
  return ok({ grids: grids.value, names: readDefinedNames(workbook.names, titles), modified: modifiedOf(opened.value) });
}

function readTables(archive: Archive, related: readonly Relationship[], date1904: boolean): ReadResult<Tables> {
  const strings = readStrings(archive, related);
  if (!strings.ok) return strings;
  const formats = readStyles(archive, related);
  return formats.ok ? ok({ strings: strings.value, formats: formats.value, date1904 }) : formats;
}

function readStrings(archive: Archive, related: readonly Relationship[]): ReadResult<SharedStrings> {
  const part = related.find(({ type }) => type === 'sharedStrings')?.target;
  if (part === null || part === undefined) return ok(noSharedStrings);
  const content = archive.read(part);
  return content.ok ? readSharedStrings(content.value, part) : content;
}

/** A workbook whose styles are gone is still read: every number is plain. */
function readStyles(archive: Archive, related: readonly Relationship[]): ReadResult<Formats> {
  const part = related.find(({ type }) => type === 'styles')?.target;
  return part !== null && part !== undefined && archive.has(part) ? readParsed(archive, part, readFormats) : ok([]);
}

function readGrids(
  archive: Archive,
  sheets: readonly ListedSheet[],
  related: readonly Relationship[],
  tables: Tables,
): ReadResult<readonly Grid[]> {
  const grids: Grid[] = [];
  const counter: Counter = { cells: 0 };
  const partsRead = new Set<string>();
  const byId = new Map(related.map((one) => [one.id, one]));
  for (const { title, hidden, relationship } of sheets) {
    const link = byId.get(relationship);
    if (link && link.type !== 'worksheet') continue; // chart, dialog and macro sheets hold no figures of a report
    const part = link?.target ?? 'xl/workbook.xml';
    if (!link?.target || partsRead.has(part)) return damaged(part, title);
    partsRead.add(part);
    const content = archive.read(part, title);
    if (!content.ok) return content;
    const grid = readWorksheet(content.value, { part, title, hidden }, tables, counter);
    if (!grid.ok) return grid;
    grids.push(grid.value);
  }
  return ok(grids);
}

/** Only tells two workbooks of an agency apart: whatever is wrong with it, the workbook is read. */
function modifiedOf({ archive, properties, extended }: WorkbookPackage): SavedTime | null {
  const core = properties === null ? null : archive.read(properties);
  const application = extended === null ? null : archive.read(extended);
  return core?.ok
    ? readModified(core.value, application?.ok && extended !== null ? readSavingProgram(application.value, extended) : null)
    : null;
}

function readParsed<T>(archive: Archive, part: string, parse: Parse<T>): ReadResult<T> {
  const content = archive.read(part);
  if (!content.ok) return content;
  const parsed = parse(content.value, part);
  return parsed === null ? damaged(part) : ok(parsed);
}
