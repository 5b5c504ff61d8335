import { cellName } from '../../core/grid.ts';
import { toNfc } from '../../core/text.ts';
import { readRelated } from '../../xlsx/read/package/office-document.ts';
import { relationshipsOf } from '../../xlsx/read/package/relationships.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { type Archive, openArchive } from '../../xlsx/read/zip/archive.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { readChartPart } from './chart-part.ts';
import { readDocumentPart } from './document-part.ts';
import type { PrintedChart, PrintedDocument } from './printed-document.ts';

const DOCUMENT = 'word/document.xml';
/** What is told of a workbook behind a chart that cannot be read. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([['A1', 'không đọc được']]);

/** What a .docx shows of figures; null where the file is no document that can be read, or holds more than any of ours. */
export function readDocument(bytes: Uint8Array): PrintedDocument | null {
  const archive = openArchive(bytes, unpackAhead(bytes));
  const content = archive.ok ? archive.value.read(DOCUMENT) : archive;
  const read = content.ok ? readDocumentPart(content.value) : null;
  if (!archive.ok || !read) return null;
  const related = read.drawn.length > 0 ? readRelated(archive.value, DOCUMENT) : null;
  const partOf = (id: string): string | null =>
    (related?.ok && related.value.find((one) => one.id === id && one.type === 'chart')?.target) || null;
  const charts = read.drawn.map(({ related, said }): PrintedChart | null => {
    const part = partOf(related);
    const chart = part === null ? null : archive.value.read(part);
    const shown = chart?.ok ? readChartPart(chart.value) : null;
    return shown && part !== null ? { ...shown, said, behind: cellsBehind(archive.value, part) } : null;
  });
  return { bookmarks: read.bookmarks, tables: read.tables, charts };
}

/** The cells of the workbook from which somebody who edits a chart works on; null where it has none. */
function cellsBehind(archive: Archive, part: string): ReadonlyMap<string, string> | null {
  const related = archive.has(relationshipsOf(part)) ? readRelated(archive, part) : null;
  const target = related?.ok ? related.value.find(({ type }) => type === 'package')?.target : null;
  if (!target) return null;
  const content = archive.read(target);
  const bytes = content.ok ? content.value.subarray(0, -1) : new Uint8Array(); // one zero byte stands behind it
  const book = readWorkbook(bytes); // small, and in plain JavaScript: see `unpackAhead`
  if (!book.ok) return UNREADABLE;
  const cells = book.value.grids.flatMap(({ rows }) => rows.flatMap(({ number, cells }) => cells.map((cell) => [number, cell] as const)));
  return new Map(
    cells.flatMap(([row, { column, value }]) => (value === null ? [] : [[cellName(row, column), toNfc(String(value))] as const])),
  );
}
