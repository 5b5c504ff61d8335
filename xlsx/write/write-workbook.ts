import { strToU8 } from 'fflate';
import type { CellStyle } from './cell.ts';
import { chartParts } from './chart-parts.ts';
import { type Packing, packAnywhere } from './packing.ts';
import { sharedStrings } from './shared-strings.ts';
import type { DefinedName, SheetToWrite } from './sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { styleSheet } from './style-sheet.ts';
import { frameParts, type Properties, sheetPart, workbookXml } from './workbook-xml.ts';
import { zipOf } from './zip.ts';

export interface WorkbookParts {
  readonly sheets: readonly SheetToWrite[];
  readonly names: readonly DefinedName[];
  readonly properties: Properties;
  /** The font of cells without a look of their own, which column widths are counted in. */
  readonly font: CellStyle['font'];
}

/**
 * The workbook as .xlsx bytes, the same in every time zone, and on every machine unless that packs by its own means. Sheets are written one
 * after the other.
 */
export function writeWorkbook({ sheets, names, properties, font }: WorkbookParts, packing: Packing = packAnywhere): Uint8Array {
  const registers = { strings: sharedStrings(), styles: styleSheet(font) };
  const written = sheets.map((sheet, k) => [sheetPart(k), sheetXml(sheet, registers)] as const);
  const charts = chartParts(sheets);
  const parts = new Map([
    ...mapped(frameParts(sheets, properties, charts.types)),
    ...mapped(charts.parts),
    ...mapped({
      'xl/workbook.xml': workbookXml(sheets, names),
      'xl/styles.xml': registers.styles.xml(),
      'xl/sharedStrings.xml': registers.strings.xml(),
    }),
    ...written,
  ]);
  return zipOf(parts, packing);
}

const mapped = (parts: Readonly<Record<string, string>>): (readonly [string, Uint8Array])[] =>
  Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]);
