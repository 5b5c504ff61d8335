import { LAST_COLUMN, LAST_ROW } from '../../../core/address.ts';
import { joined, latin1 } from '../../read/sniff/bytes.ts';
import { utf8 } from '../xml/splice.ts';

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const SHAPE_TYPE = '_x0000_t202';
const SHAPE_TYPE_XML = `<v:shapetype ${NAMESPACES} id="${SHAPE_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
/** Each sheet's shapes are numbered in blocks of so many; the first block begins behind it. */
const BLOCK = 1024;
const END = latin1('</xml>');
const SHAPE_ID = /_x0000_s(\d{1,9})/g;
/** How many columns a note spans, and rows: one that is high enough, else several. */
const COLUMNS = 4;
const [ROWS, HIGH_ROW] = [4, 48];

/** A box for the note of a cell. */
export interface Box {
  readonly row: number;
  readonly column: number;
  /** Of its row, in points; 0 where that is not known. */
  readonly height: number;
}

/** The drawing of a sheet that has none, with a box for each note. */
export function newDrawing(boxes: readonly Box[]): Uint8Array {
  const blocks = Array.from({ length: Math.floor((boxes.length + BLOCK) / BLOCK) }, (_, k) => k + 1).join(',');
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>`;
  return utf8(`<xml ${NAMESPACES}>${layout}${SHAPE_TYPE_XML}${shapes(boxes, BLOCK + 1)}</xml>`);
}

/**
 * A sheet's drawing with more boxes. It is no XML that one could rely on (programs leave `<br>` open), so that they are put in front
 * of its very end. Null where that is not found.
 */
export function withShapes(drawing: Uint8Array, boxes: readonly Box[]): Uint8Array | null {
  const end = lastIndexOf(drawing, END);
  if (end < 0) return null;
  let text = '';
  for (let at = 0; at < drawing.length; at += 8192) text += String.fromCharCode(...drawing.subarray(at, at + 8192));
  let last = BLOCK;
  for (const [, number] of text.matchAll(SHAPE_ID)) last = Math.max(last, Number(number));
  const type = text.includes(`id="${SHAPE_TYPE}"`) ? '' : SHAPE_TYPE_XML;
  return joined([drawing.subarray(0, end), utf8(type + shapes(boxes, last + 1)), drawing.subarray(end)]);
}

function lastIndexOf(bytes: Uint8Array, sought: Uint8Array): number {
  for (let at = bytes.length - sought.length; at >= 0; at--) if (sought.every((one, k) => bytes[at + k] === one)) return at;
  return -1;
}

const shapes = (boxes: readonly Box[], first: number): string => boxes.map((box, k) => shape(box, first + k)).join('');

/**
 * A box to the right of its cell (places are counted from 0 here), which shows when the pointer rests on the cell and grows with its text.
 */
function shape({ row, column, height }: Box, id: number): string {
  const rows = height >= HIGH_ROW ? 1 : ROWS;
  const left = Math.min(column, LAST_COLUMN - 1 - COLUMNS);
  const top = Math.min(row - 1, LAST_ROW - 1 - rows);
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${id}" type="#${SHAPE_TYPE}" style="position:absolute;width:180pt;height:60pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto;mso-fit-shape-to-text:t"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${left}, 15, ${top}, 4, ${left + COLUMNS}, 15, ${top + rows}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
