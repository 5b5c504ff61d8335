import { SPREADSHEET } from '../../read/sheet/namespaces.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../../read/xml/events.ts';
import { next } from '../../read/xml/next.ts';
import { attributeOf, startScan } from '../../read/xml/scan.ts';
import { extentOf } from '../xml/tree.ts';
import type { LocatedSheet } from './located.ts';
import { endTagStart, prefixOf, searchRows, tagStart } from './row-search.ts';
import { ATTRIBUTE, ELEMENT, SHEET } from './sheet-words.ts';

type Data = { -readonly [K in keyof LocatedSheet['data']]: LocatedSheet['data'][K] };

/** What the format has behind the drawing of the notes (ECMA-376-1, CT_Worksheet); controls may be wrapped for older programs. */
const BEHIND_DRAWING: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
]);

/** Looks for rows in a worksheet, as `readSheet` understands it; null where it is damaged. */
export function locate(document: Uint8Array, wanted: ReadonlySet<number>): LocatedSheet | null {
  const scan = startScan(document, SHEET);
  if (!scan) return null;
  const search = searchRows(wanted);
  let root = '';
  let namespace = 0;
  let drawing: string | null = null;
  let drawingPlace = -1;
  let data = null as Data | null; // as: assigned in the loop
  for (let event = next(scan); event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) search.text(scan);
    else if (event === CLOSE) {
      if (!search.close(scan)) return null;
      if (scan.closed === ELEMENT.data && data && !data.empty) data.contentEnd = endTagStart(scan);
      if (scan.closed === ELEMENT.sheet && drawingPlace < 0) drawingPlace = endTagStart(scan);
    } else if (event === OPEN) {
      const start = tagStart(scan);
      if (scan.node === ELEMENT.sheet) [root, namespace] = [prefixOf(scan), (scan.name.prefix ?? scan.names.noPrefix).namespace];
      else if (scan.node === ELEMENT.data) {
        if (data) return null;
        data = { prefix: prefixOf(scan), start, tagEnd: scan.at, contentEnd: scan.at, empty: scan.emptyTag };
      } else if (scan.node === ELEMENT.drawing) drawing ??= attributeOf(scan, ATTRIBUTE.id);
      else if (!search.open(scan)) return null;
      if (scan.depth === 2 && data && drawingPlace < 0 && BEHIND_DRAWING.has(scan.name.local)) drawingPlace = start;
    }
  }
  if (!data || drawingPlace < 0) return null;
  const strict = scan.namespaces.numbers.get(SPREADSHEET[1]) === namespace;
  const { rows, gaps, columnStyles, shared, arrays } = search;
  const extent = extentOf(scan, document);
  return { bytes: scan.bytes, extent, prefix: root, strict, rows, gaps, data, columnStyles, shared, arrays, drawing, drawingPlace };
}
