import { squash, toNfc } from '../../core/text.ts';
import { CLOSE, END, FAULT, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { bookmarkReader } from './bookmark-reader.ts';
import { DOCUMENT_WORDS, WORD_ATTRIBUTE, WORD_ELEMENT } from './document-words.ts';
import { lookStack } from './look-stack.ts';
import { paragraphReader } from './paragraph-reader.ts';
import type { PrintedBeside, PrintedDocument } from './printed-document.ts';
import { propertyLook } from './property-look.ts';
import type { StyleLooks } from './style-part.ts';
import { tableReader } from './table-reader.ts';
import { turnedShown } from './turned-text.ts';

/** A report has a chart a group; what stands beside its text is told, and never much. */
const [MOST_CHARTS, MOST_BESIDE] = [200, 1_000];

/** Fields that are named. */
const MOST_FIELDS = 200;

/** A chart where the document draws it: the relationship that leads to its part, and its alternative text. */
export interface DrawnChart {
  readonly related: string;
  readonly said: string | null;
}

type ReadPart = Omit<PrintedDocument, 'charts' | 'unread'> & {
  readonly drawn: readonly DrawnChart[];
  /** How many drawings it has besides the charts: shapes, pictures, text boxes. */
  readonly shapes: number;
  /** What programs work out by themselves, as it is written. */
  readonly fields: ReadonlySet<string>;
};

/** What a run may hold without a sign of its own on paper. */
const UNSEEN = new Set([
  'rPr',
  't',
  'br',
  'proofErr',
  'lastRenderedPageBreak',
  'softHyphen',
  'annotationRef',
  'commentReference',
  'instrText',
  'tab',
  'cr',
]);
const SIGNS: Readonly<Record<string, string>> = {
  sym: '[ký hiệu] ',
  delText: '[đã xóa] ',
  fldChar: '[trường tính] ',
  drawing: '[hình] ',
  pict: '[hình] ',
  object: '[hình] ',
  noBreakHyphen: '-',
  footnoteReference: '[chú thích] ',
  endnoteReference: '[chú thích] ',
};
/** What a run draws; a chart among them is read. */
const DRAWN = new Set(['drawing', 'pict', 'object']);
/** What is told otherwise, or is no sign between a paragraph's words. */
const NO_WORDS = new Set([
  ...DRAWN,
  'AlternateContent',
  'fldChar',
  'delText',
  'footnoteReference',
  'endnoteReference',
  'footnoteRef',
  'endnoteRef',
  'separator',
  'continuationSeparator',
]);
/** What stands around runs and changes how they are seen. */
const AROUND: Readonly<Record<string, string>> = {
  fldSimple: '[trường tính] ',
  moveFrom: '[đã chuyển] ',
  bdo: '[đổi chiều chữ] ',
  dir: '[đổi chiều chữ] ',
};
const BLANKS: Readonly<Record<string, string>> = { tab: '\t', cr: '\n' };
const [FRAME, OTHER_DOCUMENT] = ['[khung chữ] ', '[tài liệu ghép]'];
/** Places in which programs put another document. */
const JOINED = new Set(['altChunk', 'subDoc']);
const STYLED = new Set(['rStyle', 'pStyle', 'tblStyle']);

/**
 * What a document's main part shows: the bookmarks, the plan's tables, its paragraphs and the places of charts, each text as it is seen on
 * paper. Text out of sight is left out; before what is seen otherwise than it is written (struck out, in a field, in a text box) stands a
 * sign that no figure of ours has. Null where it is damaged or holds more than any of ours.
 */
export function readDocumentPart(part: Uint8Array, styles: StyleLooks): ReadPart | null {
  const scan = startScan(part, DOCUMENT_WORDS);
  if (!scan) return null;
  const bookmarks = bookmarkReader();
  const tables = tableReader();
  const paragraphs = paragraphReader();
  const looks = lookStack(styles.usual);
  const drawn: DrawnChart[] = [];
  const beside: PrintedBeside[] = [];
  let [isNew, fields, shapes] = [true, 0, 0];
  let said: string | null = null;
  const worked = new Set<string>();
  const field = (instruction: string): void => {
    if (worked.size < MOST_FIELDS && instruction.trim() !== '') worked.add(squash(instruction));
  };

  /** Text where figures are read, in bookmarks and in cells. */
  const put = (text: string): void => {
    bookmarks.add(text);
    tables.add(text);
  };
  const show = (text: string): void => {
    const signs = looks.signs();
    if (signs === null) return;
    const seen = turnedShown(text);
    put(`${fields > 0 ? SIGNS.fldChar : ''}${signs}${seen}`);
    paragraphs.passed(seen, isNew);
    isNew = false;
    if (!tables.isInside()) paragraphs.add(signs + seen, bookmarks.figure());
  };
  const standBeside = (text: string): void => {
    put(FRAME + text);
    if (!tables.isInside() && !bookmarks.isOpen()) beside.push({ near: paragraphs.near(), text });
  };
  const inRun = (): void => {
    const { local } = scan.name;
    if (local === 'fldChar') fields = Math.max(0, fields + fieldStep(attributeOf(scan, WORD_ATTRIBUTE.fieldPart)));
    if (BLANKS[local] !== undefined) show(BLANKS[local]);
    else if (!UNSEEN.has(local)) {
      const sign = SIGNS[local] ?? `[${local}] `;
      put(sign);
      if (!NO_WORDS.has(local) && !tables.isInside()) paragraphs.add(sign, bookmarks.figure());
    }
  };
  const opened = (): void => {
    const around = scan.nodes[scan.depth - 1];
    if (DRAWN.has(scan.name.local)) shapes++;
    if (scan.name.local === 'fldSimple') field(attributeOf(scan, WORD_ATTRIBUTE.instruction) ?? '');
    if (scan.node === WORD_ELEMENT.around && AROUND[scan.name.local])
      looks.put({ property: 'around', sign: AROUND[scan.name.local] ?? '' }, scan.depth);
    if (around === WORD_ELEMENT.run && scan.node !== WORD_ELEMENT.lineBreak) inRun();
    else if (scan.node === WORD_ELEMENT.unknown && JOINED.has(scan.name.local)) standBeside(OTHER_DOCUMENT);
    else if (scan.node === WORD_ELEMENT.unknown && scan.name.local === 'chart') drawn.push({ related: '', said: null });
    else if (scan.node === WORD_ELEMENT.unknown && around !== undefined && around >= WORD_ELEMENT.runLook) {
      const found = STYLED.has(scan.name.local) ? styles.of(attributeOf(scan, WORD_ATTRIBUTE.value) ?? '') : [propertyLook(scan)];
      // a list that Word makes of a report's items is layout; a number before a cell's figure is none
      for (const look of found) if (look && (look.property !== 'numPr' || tables.isInside())) looks.put(look, scan.depth - 2);
    }
  };

  for (;;) {
    const event = next(scan);
    const isTooMuch = bookmarks.isTooMuch() || tables.isTooMuch() || paragraphs.isTooMuch() || beside.length > MOST_BESIDE;
    if (event === FAULT || isTooMuch || drawn.length > MOST_CHARTS) return null;
    if (event === END)
      return { bookmarks: bookmarks.read(), ...tables.read(), paragraphs: paragraphs.read(), beside, drawn, shapes, fields: worked };
    if (event === CLOSE) {
      tables.closed(scan.closed);
      looks.leave(scan.depth);
    } else if (event === TEXT) {
      if (scan.node === WORD_ELEMENT.text) show(textOf(scan));
      else if (scan.name.local === 'instrText') field(textOf(scan));
      else if (scan.name.local === 't') standBeside(textOf(scan));
    } else if (scan.node === WORD_ELEMENT.lineBreak) show('\n');
    else {
      if (scan.node === WORD_ELEMENT.paragraph) {
        isNew = true;
        if (!tables.isInside()) paragraphs.begun();
      }
      tables.opened(scan);
      bookmarks.opened(scan);
      opened();
      if (scan.node === WORD_ELEMENT.placed) said = null;
      if (scan.node === WORD_ELEMENT.named) said = attributeOf(scan, WORD_ATTRIBUTE.said);
      if (scan.node === WORD_ELEMENT.chart) {
        shapes--;
        drawn.push({ related: attributeOf(scan, WORD_ATTRIBUTE.related) ?? '', said: said && toNfc(said) });
      }
    }
  }
}

/** What a part of a field adds to how many are open. */
const fieldStep = (part: string | null): number => (part === 'begin' ? 1 : part === 'end' ? -1 : 0);
