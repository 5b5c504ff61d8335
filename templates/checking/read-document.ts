import { cellName } from '../../core/grid.ts';
import { oncePerValue } from '../../core/once.ts';
import { squash, toNfc } from '../../core/text.ts';
import { MOST_PARTS } from '../../xlsx/read/limits.ts';
import { readRelated } from '../../xlsx/read/package/office-document.ts';
import { type Relationship, relationshipsOf } from '../../xlsx/read/package/relationships.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { type Archive, openArchive } from '../../xlsx/read/zip/archive.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { readChartPart } from './chart-part.ts';
import type { UncheckedPart } from './difference.ts';
import { readDocumentPart } from './document-part.ts';
import { embeddedParts, IN_FILE, shapesAt } from './embedded-parts.ts';
import { readListNumbers } from './list-numbers.ts';
import type { PrintedBeside, PrintedChart, PrintedDocument } from './printed-document.ts';
import { NO_STYLES, readStylePart, type StyleLooks } from './style-part.ts';

const DOCUMENT = 'word/document.xml';
/** What is told of a workbook behind a chart that cannot be read. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([['A1', 'không đọc được']]);
/** A report has a page header of each kind a section. */
const MOST_HEADERS = 100;

/** What a .docx shows of figures; null where the file is no document that can be read, or holds more than any of ours. */
export function readDocument(bytes: Uint8Array): PrintedDocument | null {
  const opened = openArchive(bytes, unpackAhead(bytes));
  if (!opened.ok) return null;
  const archive = opened.value;
  const main = mainPart(archive);
  const content = main === null ? null : archive.read(main);
  if (main === null || !content?.ok) return null;
  const related = archive.has(relationshipsOf(main)) ? readRelated(archive, main) : null;
  const links = related?.ok ? related.value : [];
  const styles = stylesOf(archive, links);
  const read = styles && readDocumentPart(content.value, styles);
  const margins = styles && marginsOf(archive, links, styles);
  if (!read || !margins) return null;
  const parts = new Map(links.flatMap(({ id, type, target }) => (type === 'chart' && target !== null ? [[id, target] as const] : [])));
  const chartIn = oncePerValue(MOST_PARTS, (part: string) => {
    const chart = archive.read(part);
    const shown = chart.ok ? readChartPart(chart.value) : null;
    return shown && { ...shown, behind: cellsBehind(archive, part) };
  });
  const charts = read.drawn.map(({ related, said }): PrintedChart | null => {
    const part = parts.get(related);
    const shown = part === undefined ? null : chartIn(part);
    return shown && { ...shown, said };
  });
  const { drawn: _, shapes, fields, ...shown } = read;
  const unread = [
    ...margins.unread,
    ...[...fields].map((text) => ({ place: FIELD, text })),
    ...oddNumbers(archive, links),
    ...shapesAt(IN_FILE, shapes + margins.shapes),
    ...embeddedParts(archive, main),
  ];
  return { ...shown, beside: [...read.beside, ...margins.beside], charts, unread };
}

/** The part that programs open; null where a package has two of them. */
function mainPart(archive: Archive): string | null {
  const related = archive.has(relationshipsOf('')) ? readRelated(archive, '') : null;
  const targets = related?.ok ? related.value.filter(({ type }) => type === 'officeDocument') : [];
  if (targets.length > 1) return null;
  return targets[0]?.target ?? DOCUMENT;
}

function stylesOf(archive: Archive, links: readonly Relationship[]): StyleLooks | null {
  const part = links.find(({ type }) => type === 'styles')?.target;
  if (!part || !archive.has(part)) return NO_STYLES;
  const content = archive.read(part);
  return content.ok ? readStylePart(content.value) : null;
}

const [MARGIN, NOTE] = ['Đầu trang, chân trang', 'Chú thích'];
/** Parts with words of their own beside the body, and what they are called. */
const ASIDE: Readonly<Record<string, string>> = { header: MARGIN, footer: MARGIN, footnotes: NOTE, endnotes: NOTE };
/** A page number, or nothing. */
const PAGE_NUMBER = /^[\s\d–-]*$/;
const [FIELD, PAGE] = ['Trường tính', /^PAGE( \\\* MERGEFORMAT)?$/i];
const NOTHING = /^\s*$/;

/** What stands in margins and notes: text boxes, which may lie over a page, and words; null where a part cannot be read. */
function marginsOf(
  archive: Archive,
  links: readonly Relationship[],
  styles: StyleLooks,
): (Pick<PrintedDocument, 'beside' | 'unread'> & { readonly shapes: number }) | null {
  const parts = links.flatMap(({ type, target }) => {
    const place = ASIDE[type];
    return place !== undefined && target !== null && archive.has(target) ? [{ place, target }] : [];
  });
  if (parts.length > MOST_HEADERS) return null;
  const beside: PrintedBeside[] = [];
  const unread: UncheckedPart[] = [];
  let shapes = 0;
  for (const { place, target } of parts) {
    const content = archive.read(target);
    const read = content.ok ? readDocumentPart(content.value, styles) : null;
    if (!read) return null;
    shapes += read.shapes + read.drawn.length;
    unread.push(...[...read.fields].filter((text) => !PAGE.test(text)).map((text) => ({ place: FIELD, text })));
    beside.push(...read.beside.map(({ text }) => ({ near: place.toLowerCase(), text })));
    const rows = [...read.tables, ...read.others, read.longTables].flat().map(({ cells }) => cells.join(' | '));
    const words = [...read.paragraphs.map((pieces) => pieces.map(({ text }) => text).join('')), ...rows];
    unread.push(
      ...words.filter((text) => !(place === MARGIN ? PAGE_NUMBER : NOTHING).test(text)).map((text) => ({ place, text: squash(text) })),
    );
  }
  return { beside, unread, shapes };
}

/** Numbers that a list may put before a paragraph and that say something: words, figures of their own, a count that begins elsewhere. */
function oddNumbers(archive: Archive, links: readonly Relationship[]): UncheckedPart[] {
  const part = links.find(({ type }) => type === 'numbering')?.target;
  const content = part && archive.has(part) ? archive.read(part) : null;
  const texts = content?.ok ? readListNumbers(content.value) : [];
  return texts.map((text) => ({ place: 'Số thứ tự tự động', text }));
}

/** The cells of the workbook from which somebody who edits a chart works on; null where it has none. */
function cellsBehind(archive: Archive, part: string): ReadonlyMap<string, string> | null {
  const related = archive.has(relationshipsOf(part)) ? readRelated(archive, part) : null;
  const target = related?.ok ? related.value.find(({ type }) => type === 'package')?.target : null;
  if (!target || !archive.has(target)) return null; // LibreOffice names one that it does not write
  const content = archive.read(target);
  const bytes = content.ok ? content.value.subarray(0, -1) : new Uint8Array(); // one zero byte stands behind it
  const book = readWorkbook(bytes); // small, and in plain JavaScript: see `unpackAhead`
  if (!book.ok) return UNREADABLE;
  const cells = book.value.grids.flatMap(({ rows }) => rows.flatMap(({ number, cells }) => cells.map((cell) => [number, cell] as const)));
  return new Map(
    cells.flatMap(([row, { column, value }]) => (value === null ? [] : [[cellName(row, column), toNfc(String(value))] as const])),
  );
}
