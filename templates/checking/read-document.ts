import { readRelated } from '../../xlsx/read/package/office-document.ts';
import { openArchive } from '../../xlsx/read/zip/archive.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { readChartPart } from './chart-part.ts';
import { readDocumentPart } from './document-part.ts';
import type { PrintedChart, PrintedDocument } from './printed-document.ts';

const DOCUMENT = 'word/document.xml';

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
    return shown && { ...shown, said };
  });
  return { bookmarks: read.bookmarks, tables: read.tables, charts };
}
