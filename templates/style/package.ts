import type { Cell, CellValue, Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { xmlText } from '../../core/xml-text.ts';
import { PACKING } from '../../xlsx/write/packing.ts';
import { carriedText, restoreCarriedTexts } from './carried-text.ts';
import { lockedOneByOne, lockedToTheEdge } from './locks.ts';
import { FACE, SIZE } from './type.ts';

const NORMAL_FONT = `<font><sz val="${SIZE.table}"/><name val="${FACE}"/><family val="1"/></font>`;

/** Changes a sheet's XML where exceljs does not write what is wanted. */
export type FinishSheet = (xml: string) => string;

/** Adds to a workbook's parts, by their names, what exceljs cannot write. */
export type AddParts = (parts: Record<string, Uint8Array>) => void;

/**
 * The workbook as .xlsx bytes that are the same on every machine, in every time zone: fixed entry times, fixed order. The caller
 * sets `created` and `modified`; left out, exceljs would take the clock. `finish`: by titles of sheets.
 */
export async function sealWorkbook(
  workbook: Workbook,
  finish: ReadonlyMap<string, FinishSheet> = new Map(),
  addParts?: AddParts,
): Promise<Uint8Array> {
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell(keepText));
  // stored, not deflated: it is unpacked again at once
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as object); // exceljs's types leave `zip` out of this call
  const entries = unzipSync(new Uint8Array(written));
  restoreCarriedTexts(entries);
  rewrite(entries, 'xl/styles.xml', (styles) => lockedOneByOne(withNormalFont(styles)));
  // set, it would have each save take the authors away
  rewrite(entries, 'xl/workbook.xml', (book) => book.replace(' filterPrivacy="1"', ''));
  for (const name of Object.keys(entries).filter((one) => one.startsWith('xl/comments')))
    rewrite(entries, name, (notes) => notes.replace('<author>Author<', () => `<author>${xmlText(workbook.creator)}<`));
  for (const { id, name } of workbook.worksheets) {
    const finished = finish.get(name) ?? ((xml) => xml);
    rewrite(entries, `xl/worksheets/sheet${id}.xml`, (sheet) => lockedToTheEdge(finished(sheet)));
  }
  addParts?.(entries);
  const ordered = Object.entries(entries)
    .filter(([name]) => !name.endsWith('/')) // folders are no parts of a package
    .sort(([one], [two]) => rank(one) - rank(two) || (one < two ? -1 : 1));
  return zipSync(Object.fromEntries(ordered), PACKING);
}

function rewrite(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (part) parts[name] = strToU8(change(strFromU8(part)));
}

/** The first font of a workbook is its default one, which its column widths are counted in. */
function withNormalFont(styles: string): string {
  const [from, end] = [styles.indexOf('<font>'), styles.indexOf('</font>')];
  return styles.slice(0, from) + NORMAL_FONT + styles.slice(end + '</font>'.length);
}

/** Gives a cell's text to exceljs in such a way that nothing of it is lost. */
function keepText(cell: Cell): void {
  // A merged cell shows its first cell's value, which has its turn.
  if (cell.isMerged && cell.master !== cell) return;
  const { value } = cell; // made anew each time it is asked for
  const kept = carried(value);
  if (kept !== value) cell.value = kept;
}

function carried(value: CellValue): CellValue {
  if (typeof value === 'string') return carriedText(value);
  if (typeof value !== 'object' || value === null || !('formula' in value) || typeof value.result !== 'string') return value;
  const result = carriedText(value.result);
  return result === value.result ? value : { ...value, result };
}

/** File-type probes look for the content types first. */
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2);
