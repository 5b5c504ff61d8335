import { VERDICT_FIELD } from '../../core/report-text/text-part.ts';
import { toNfc } from '../../core/text.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, type Scan, startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import type { PrintedDocument, PrintedRow } from './printed-document.ts';

const WORD = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
const PLACED = [
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
];
const DRAWN = ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'];
const CHART = ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'];
const RELATED = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

const ATTRIBUTE = { id: 1, name: 2, said: 3, related: 4 } as const;
const ELEMENT = {
  body: 2,
  table: 3,
  row: 4,
  cell: 5,
  /** A table in a cell, or a content control: its text is the cell's. */
  within: 6,
  paragraph: 10,
  /** What Word puts around runs: a change that is tracked, a link, a content control. */
  around: 11,
  run: 12,
  text: 13,
  lineBreak: 14,
  start: 15,
  end: 16,
  drawing: 17,
  placed: 18,
  named: 19,
  graphic: 20,
  chart: 21,
} as const;

const PARAGRAPH = 'w:document/w:body/w:p';
const CELL = 'w:document/w:body/w:tbl/w:tr/w:tc';
const PLACE = `${PARAGRAPH}/w:r/w:drawing/wp:inline`;
const AROUND = ['w:ins', 'w:moveTo', 'w:hyperlink', 'w:smartTag', 'w:sdt', 'w:fldSimple'];

/** Elements of one number have the same children, wherever they stand. */
const WORDS = vocabulary({
  namespaces: { w: WORD, wp: PLACED, a: DRAWN, c: CHART, r: RELATED },
  elements: {
    'w:document': 1,
    'w:document/w:body': ELEMENT.body,
    'w:document/w:body/w:tbl': ELEMENT.table,
    'w:document/w:body/w:tbl/w:tr': ELEMENT.row,
    [CELL]: ELEMENT.cell,
    'w:document/w:body/w:sdt': ELEMENT.body,
    'w:document/w:body/w:sdtContent': ELEMENT.body,
    [`${CELL}/w:tbl`]: ELEMENT.within,
    [`${CELL}/w:sdt`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:sdtContent`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:tr`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:tc`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:tbl`]: ELEMENT.within,
    [PARAGRAPH]: ELEMENT.paragraph,
    [`${CELL}/w:p`]: ELEMENT.paragraph,
    [`${CELL}/w:tbl/w:p`]: ELEMENT.paragraph,
    ...Object.fromEntries(AROUND.map((one) => [`${PARAGRAPH}/${one}`, ELEMENT.around])),
    ...Object.fromEntries([...AROUND, 'w:sdtContent'].map((one) => [`${PARAGRAPH}/w:ins/${one}`, ELEMENT.around])),
    [`${PARAGRAPH}/w:ins/w:r`]: ELEMENT.run,
    [`${PARAGRAPH}/w:ins/w:bookmarkStart`]: ELEMENT.start,
    [`${PARAGRAPH}/w:ins/w:bookmarkEnd`]: ELEMENT.end,
    [`${PARAGRAPH}/w:r`]: ELEMENT.run,
    [`${PARAGRAPH}/w:bookmarkStart`]: ELEMENT.start,
    [`${PARAGRAPH}/w:bookmarkEnd`]: ELEMENT.end,
    [`${PARAGRAPH}/w:r/w:t`]: ELEMENT.text,
    [`${PARAGRAPH}/w:r/w:br`]: ELEMENT.lineBreak,
    [`${PARAGRAPH}/w:r/w:drawing`]: ELEMENT.drawing,
    [PLACE]: ELEMENT.placed,
    [`${PARAGRAPH}/w:r/w:drawing/wp:anchor`]: ELEMENT.placed,
    [`${PLACE}/wp:docPr`]: ELEMENT.named,
    [`${PLACE}/a:graphic`]: ELEMENT.graphic,
    [`${PLACE}/a:graphic/a:graphicData`]: ELEMENT.graphic,
    [`${PLACE}/a:graphic/c:chart`]: ELEMENT.chart,
  },
  texts: [ELEMENT.text],
  attributes: { 'w:id': ATTRIBUTE.id, 'w:name': ATTRIBUTE.name, descr: ATTRIBUTE.said, 'r:id': ATTRIBUTE.related },
});

/**
 * A report of a plan of a thousand rows has some thousand bookmarks, and texts of some hundred kilobytes under them; each may lie in
 * another. It has a chart a group.
 */
const [MOST_BOOKMARKS, MOST_COVERED, MOST_CHARTS] = [50_000, 4_000_000, 200];
/** What a row and a cell take up beside their text, in letters. */
const [ROW_WEIGHT, CELL_WEIGHT] = [50, 20];

/** A chart where the document draws it: the relationship that leads to its part, and its alternative text. */
export interface DrawnChart {
  readonly related: string;
  readonly said: string | null;
}

/** The bookmarks, the plan's tables and the places of charts in a document's main part; null where it is damaged or holds more than any of ours. */
export function readDocumentPart(part: Uint8Array): (Omit<PrintedDocument, 'charts'> & { readonly drawn: readonly DrawnChart[] }) | null {
  const scan = startScan(part, WORDS);
  if (!scan) return null;
  const bookmarks = bookmarkReader();
  const tables = tableReader();
  const drawn: DrawnChart[] = [];
  let said: string | null = null;
  for (;;) {
    const event = next(scan);
    if (event === FAULT || bookmarks.isTooMuch() || tables.isTooMuch() || drawn.length > MOST_CHARTS) return null;
    if (event === END) return { bookmarks: bookmarks.read(), tables: tables.read(), drawn };
    if (event === CLOSE) tables.closed(scan.closed);
    if (event === TEXT || (event === OPEN && scan.node === ELEMENT.lineBreak)) {
      const text = event === TEXT ? textOf(scan) : '\n';
      bookmarks.add(text);
      tables.add(text);
    } else if (event === OPEN) {
      tables.opened(scan);
      bookmarks.opened(scan);
      if (scan.node === ELEMENT.placed) said = null;
      if (scan.node === ELEMENT.named) said = attributeOf(scan, ATTRIBUTE.said);
      if (scan.node === ELEMENT.chart) drawn.push({ related: attributeOf(scan, ATTRIBUTE.related) ?? '', said: said && toNfc(said) });
    }
  }
}

function bookmarkReader() {
  const texts = new Map<string, string>();
  const open = new Map<string, string>();
  let covered = 0;
  return {
    add(text: string): void {
      covered += open.size * text.length;
      if (covered <= MOST_COVERED) for (const name of open.values()) texts.set(name, (texts.get(name) ?? '') + text);
    },
    opened(scan: Scan): void {
      const id = attributeOf(scan, ATTRIBUTE.id) ?? '';
      if (scan.node === ELEMENT.start) {
        const name = attributeOf(scan, ATTRIBUTE.name) ?? '';
        open.set(id, name);
        texts.set(name, '');
      } else if (scan.node === ELEMENT.end) open.delete(id);
    },
    isTooMuch: () => covered > MOST_COVERED || texts.size > MOST_BOOKMARKS,
    read: (): ReadonlyMap<string, string> => new Map([...texts].map(([name, text]) => [name, toNfc(text)])),
  };
}

/** A row while it is read. */
interface OpenRow {
  readonly cells: string[];
  readonly names: string[][];
}

/** Keeps the tables that hold rows of the plan; of others, which may be very long, nothing. */
function tableReader() {
  const kept: OpenRow[][] = [];
  let table: OpenRow[] | null = null;
  let [inTable, inKept] = [0, 0];
  let ofPlan = false;
  const fits = () => inKept + inTable <= MOST_COVERED;
  const row = () => table?.at(-1);
  /** Whether there is room for so much more; a table that finds none is none of ours, or the document holds too much. */
  const takes = (weight: number): boolean => {
    inTable += weight;
    return fits();
  };
  const addTo = ({ cells }: OpenRow, text: string): void => {
    if (takes(text.length)) cells.push(`${cells.pop() ?? ''}${text}`);
  };
  return {
    opened(scan: Scan): void {
      if (scan.node === ELEMENT.table) {
        table = [];
        [inTable, ofPlan] = [0, false];
      } else if (scan.node === ELEMENT.row) {
        if (table && takes(ROW_WEIGHT)) table.push({ cells: [], names: [] });
      } else if (scan.node === ELEMENT.cell) {
        if (table && takes(CELL_WEIGHT)) {
          row()?.cells.push('');
          row()?.names.push([]);
        }
      } else if (scan.node === ELEMENT.paragraph) {
        const last = row();
        if (last?.cells.at(-1)) addTo(last, '\n');
      } else if (scan.node === ELEMENT.start) {
        const name = attributeOf(scan, ATTRIBUTE.name) ?? '';
        row()?.names.at(-1)?.push(name);
        ofPlan ||= table !== null && name.includes(VERDICT_FIELD);
      }
    },
    add(text: string): void {
      const last = row();
      if (last && last.cells.length > 0) addTo(last, text);
    },
    closed(node: number): void {
      if (node !== ELEMENT.table) return;
      if (table && ofPlan) {
        kept.push(table);
        inKept += inTable;
      }
      table = null;
      inTable = 0;
    },
    isTooMuch: () => inKept > MOST_COVERED || (table !== null && ofPlan && !fits()),
    read: (): PrintedRow[][] => kept.map((rows) => rows.map(({ cells, names }) => ({ cells: cells.map(toNfc), names }))),
  };
}
