import type { Cell } from '../../../core/grid.ts';
import { builtInFormat, formatOfCode } from '../../../core/number-format.ts';
import { remembering } from '../remembering.ts';
import { END, FAULT, OPEN } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { attributeOf, startScan } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { SPREADSHEET } from './namespaces.ts';

/** How each cell style shows a number, by the index that cells give. */
export type Formats = readonly Cell['format'][];

const ELEMENT = { styles: 1, numberFormats: 2, numberFormat: 3, cellFormats: 4, cellFormat: 5 } as const;
const ATTRIBUTE = { id: 1, code: 2 } as const;

const STYLES = vocabulary({
  namespaces: { '': SPREADSHEET },
  elements: {
    styleSheet: ELEMENT.styles,
    'styleSheet/numFmts': ELEMENT.numberFormats,
    'styleSheet/numFmts/numFmt': ELEMENT.numberFormat,
    'styleSheet/cellXfs': ELEMENT.cellFormats,
    'styleSheet/cellXfs/xf': ELEMENT.cellFormat,
  },
  attributes: { numFmtId: ATTRIBUTE.id, formatCode: ATTRIBUTE.code },
});

/** Reads how the cell styles show numbers; null where the XML is damaged. A format that the workbook spells out goes before the built-in one. */
export const readFormats = remembering((document: Uint8Array): Formats | null => {
  const scan = startScan(document, STYLES);
  if (!scan) return null;
  const spelled = new Map<number, Cell['format']>();
  const ids: number[] = [];
  for (;;) {
    const event = next(scan);
    if (event === FAULT) return null;
    if (event === END) return ids.map((id) => spelled.get(id) ?? builtInFormat(id));
    if (event !== OPEN || scan.node === 0) continue;
    const id = Number(attributeOf(scan, ATTRIBUTE.id) ?? 0);
    if (scan.node === ELEMENT.numberFormat) spelled.set(id, formatOfCode(attributeOf(scan, ATTRIBUTE.code) ?? ''));
    else if (scan.node === ELEMENT.cellFormat) ids.push(id);
  }
});
