import { cellName, type Grid } from '../../core/grid.ts';
import { readRelated } from '../../xlsx/read/package/office-document.ts';
import { openPackage, type WorkbookPackage } from '../../xlsx/read/package/open-package.ts';
import { relationshipsOf } from '../../xlsx/read/package/relationships.ts';
import { END, FAULT, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import type { Unpacking } from '../../xlsx/read/zip/unpacking.ts';
import { type CellStyles, readCellStyles } from './cell-styles.ts';
import { readSheetLook, type SheetLook } from './sheet-look.ts';

/** How a workbook shows what its cells hold. */
export interface WorkbookLooks {
  readonly styles: CellStyles;
  /** By the sheets' titles; of those alone that were asked for. */
  readonly sheets: ReadonlyMap<string, SheetLook>;
  /** Texts of text boxes over the sheets, by title. */
  readonly boxes: readonly { readonly title: string; readonly text: string }[];
}

const [MOST_DRAWINGS, MOST_BOXES, LONGEST_TEXT] = [200, 1_000, 2_000];

/** The looks of these sheets' cells, and all text boxes; null where a part of the workbook cannot be read. */
export function readWorkbookLooks(bytes: Uint8Array, wanted: readonly Grid[], unpacking: Unpacking): WorkbookLooks | null {
  const opened = openPackage(bytes, unpacking);
  if (!opened.ok) return null;
  const { archive, related, workbook } = opened.value;
  const stylePart = related.find(({ type }) => type === 'styles')?.target;
  const styleContent = stylePart && archive.has(stylePart) ? archive.read(stylePart) : null;
  const styles = styleContent?.ok ? readCellStyles(styleContent.value) : { cells: [], conditional: [] };
  if (!styles) return null;
  const byTitle = new Map(wanted.map((grid) => [grid.title, grid]));
  const sheets = new Map<string, SheetLook>();
  const boxes: { title: string; text: string }[] = [];
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
    const texts = boxesOver(opened.value, part);
    if (!texts) return null;
    boxes.push(...texts.map((text) => ({ title, text })));
    if (boxes.length > MOST_BOXES) return null;
  }
  return { styles, sheets, boxes };
}

const placesOf = ({ rows }: Grid): ReadonlySet<string> =>
  new Set(rows.flatMap(({ number, cells }) => cells.map(({ column }) => cellName(number, column))));

/** The texts of shapes that a sheet draws over its cells; null where they cannot be read. */
function boxesOver({ archive }: WorkbookPackage, part: string): string[] | null {
  const links = archive.has(relationshipsOf(part)) ? readRelated(archive, part) : null;
  const drawings = links?.ok
    ? links.value.flatMap(({ type, target }) => (/^(drawing|vmlDrawing)$/.test(type) && target ? [target] : []))
    : [];
  if (drawings.length > MOST_DRAWINGS) return null;
  const texts: string[] = [];
  for (const drawing of drawings.filter((one) => !one.endsWith('.vml') && archive.has(one))) {
    const content = archive.read(drawing);
    const said = content.ok ? textsIn(content.value) : null;
    if (!said) return null;
    texts.push(...said);
  }
  return texts;
}

const ANY = vocabulary({ namespaces: {}, elements: {}, texts: [0] });

/** Every text of a drawing, wherever it stands. */
function textsIn(part: Uint8Array): string[] | null {
  const scan = startScan(part, ANY);
  const texts: string[] = [];
  for (;;) {
    const event = scan ? next(scan) : FAULT;
    if (scan === null || event === FAULT || texts.length > MOST_BOXES) return null;
    if (event === END) return texts;
    if (event === TEXT && scan.name.local === 't') texts.push(textOf(scan).slice(0, LONGEST_TEXT));
  }
}
