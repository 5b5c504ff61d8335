import { cellName, type Grid } from '../../core/grid.ts';
import { oncePerValue } from '../../core/once.ts';
import { MOST_PARTS } from '../../xlsx/read/limits.ts';
import { readRelated } from '../../xlsx/read/package/office-document.ts';
import { openPackage, type WorkbookPackage } from '../../xlsx/read/package/open-package.ts';
import { relationshipsOf } from '../../xlsx/read/package/relationships.ts';
import { RELATIONSHIP } from '../../xlsx/read/sheet/namespaces.ts';
import { END, FAULT, OPEN, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import type { Unpacking } from '../../xlsx/read/zip/unpacking.ts';
import { type CellStyles, readCellStyles } from './cell-styles.ts';
import { readChartPart } from './chart-part.ts';
import type { UncheckedPart } from './difference.ts';
import { embeddedParts, shapesAt } from './embedded-parts.ts';
import type { PrintedChart } from './printed-document.ts';
import { readSheetLook, type SheetLook } from './sheet-look.ts';

/** How a workbook shows what its cells hold. */
export interface WorkbookLooks {
  readonly styles: CellStyles;
  /** By the sheets' titles; of those alone that were asked for. */
  readonly sheets: ReadonlyMap<string, SheetLook>;
  /** Texts of text boxes over the sheets, by title. */
  readonly boxes: readonly { readonly title: string; readonly text: string }[];
  /** The charts over each sheet, by title; null for one that cannot be read. */
  readonly charts: ReadonlyMap<string, readonly (PrintedChart | null)[]>;
  /** Pictures and whatever else is shown and not read. */
  readonly unread: readonly UncheckedPart[];
}

const [MOST_DRAWINGS, MOST_BOXES, LONGEST_TEXT] = [200, 1_000, 2_000];

/** The looks of these sheets' cells, and all text boxes; null where a part of the workbook cannot be read. */
export function readWorkbookLooks(bytes: Uint8Array, wanted: readonly Grid[], unpacking: Unpacking): WorkbookLooks | null {
  const opened = openPackage(bytes, unpacking);
  if (!opened.ok) return null;
  const { archive, related, workbook, part: main } = opened.value;
  const stylePart = related.find(({ type }) => type === 'styles')?.target;
  const styleContent = stylePart && archive.has(stylePart) ? archive.read(stylePart) : null;
  const styles = styleContent?.ok ? readCellStyles(styleContent.value) : { cells: [], conditional: [] };
  if (!styles) return null;
  const byTitle = new Map(wanted.map((grid) => [grid.title, grid]));
  const sheets = new Map<string, SheetLook>();
  const boxes: { title: string; text: string }[] = [];
  const charts = new Map<string, (PrintedChart | null)[]>();
  const unread: UncheckedPart[] = [];
  const chartOf = oncePerValue(MOST_PARTS, (target: string) => chartIn(archive, target));
  for (const { title, relationship } of workbook.sheets) {
    const part = related.find(({ id }) => id === relationship)?.target;
    const content = part ? archive.read(part) : null;
    if (!part || !content?.ok) continue;
    const grid = byTitle.get(title);
    if (grid) {
      const look = readSheetLook(content.value, placesOf(grid), new Set(grid.rows.map(({ number }) => number)));
      if (!look) return null;
      sheets.set(title, look);
    }
    const over = drawnOver(opened.value, part, { chartOf, ids: sheets.get(title)?.drawings ?? null });
    if (!over) return null;
    charts.set(title, over.charts);
    unread.push(...shapesAt(title, over.shapes));
    boxes.push(...over.texts.map((text) => ({ title, text })));
    if (boxes.length > MOST_BOXES) return null;
  }
  return { styles, sheets, boxes, charts, unread: [...unread, ...embeddedParts(archive, main)] };
}

const placesOf = ({ rows }: Grid): ReadonlySet<string> =>
  new Set(rows.flatMap(({ number, cells }) => cells.map(({ column }) => cellName(number, column))));

interface DrawnOver {
  readonly texts: readonly string[];
  readonly charts: (PrintedChart | null)[];
  readonly shapes: number;
}

/** How charts are read, and by which relationships a sheet draws; null where nobody knows. */
interface Drawing {
  readonly chartOf: (part: string) => PrintedChart | null;
  readonly ids: ReadonlySet<string> | null;
}

/** The texts of shapes and the charts that a sheet draws over its cells; null where they cannot be read. */
function drawnOver({ archive }: WorkbookPackage, part: string, { chartOf, ids }: Drawing): DrawnOver | null {
  const links = archive.has(relationshipsOf(part)) ? readRelated(archive, part) : null;
  const isDrawn = (id: string) => ids === null || ids.has(id);
  const drawings = links?.ok
    ? links.value.flatMap(({ id, type, target }) => (type === 'drawing' && target !== null && isDrawn(id) ? [target] : []))
    : [];
  if (drawings.length > MOST_DRAWINGS) return null;
  const texts: string[] = [];
  const charts: (PrintedChart | null)[] = [];
  let shapes = 0;
  for (const drawing of drawings.filter((one) => archive.has(one))) {
    const content = archive.read(drawing);
    const said = content.ok ? readDrawing(content.value) : null;
    if (!said) return null;
    texts.push(...said.texts);
    shapes += said.shapes;
    const linked = archive.has(relationshipsOf(drawing)) ? readRelated(archive, drawing) : null;
    const targets = new Map(
      (linked?.ok ? linked.value : []).flatMap(({ id, type, target }) => (type === 'chart' ? [[id, target] as const] : [])),
    );
    for (const drawn of said.charts) {
      const target = targets.get(drawn);
      if (target !== undefined) charts.push(target === null ? null : chartOf(target));
    }
    if (charts.length > MOST_DRAWINGS) return null;
  }
  return { texts, charts, shapes };
}

function chartIn(archive: WorkbookPackage['archive'], part: string): PrintedChart | null {
  const content = archive.read(part);
  const shown = content.ok ? readChartPart(content.value) : null;
  return shown && { ...shown, said: null, behind: null };
}

const RELATED = 1;
const ANY = vocabulary({
  namespaces: { r: RELATIONSHIP },
  elements: {},
  texts: [0],
  attributes: { 'r:id': RELATED },
});
/** Shapes, lines, and what only newer programs draw; charts and pictures are told by their parts. */
const SHAPES = new Set(['sp', 'cxnSp', 'AlternateContent', 'contentPart']);

interface ReadDrawing {
  readonly texts: readonly string[];
  /** The relationships of its charts, as often as they are drawn. */
  readonly charts: readonly string[];
  readonly shapes: number;
}

/** Every text, chart and shape of a drawing, wherever it stands. */
function readDrawing(part: Uint8Array): ReadDrawing | null {
  const scan = startScan(part, ANY);
  const texts: string[] = [];
  const charts: string[] = [];
  let shapes = 0;
  for (;;) {
    const event = scan ? next(scan) : FAULT;
    if (scan === null || event === FAULT || texts.length + charts.length > MOST_BOXES) return null;
    if (event === END) return { texts, charts, shapes };
    if (event === OPEN && scan.name.local === 'chart') charts.push(attributeOf(scan, RELATED) ?? '');
    if (event === OPEN && SHAPES.has(scan.name.local)) shapes++;
    if (event === TEXT && scan.name.local === 't') texts.push(textOf(scan).slice(0, LONGEST_TEXT));
  }
}
