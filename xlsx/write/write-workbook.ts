import { strToU8, type Zippable, zipSync } from 'fflate';
import type { CellStyle } from './cell.ts';
import { chartParts } from './chart-parts.ts';
import { PACKING } from './packing.ts';
import { sharedStrings } from './shared-strings.ts';
import type { DefinedName, SheetToWrite } from './sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { styleSheet } from './style-sheet.ts';
import { frameParts, type Properties, sheetPart, workbookXml } from './workbook-xml.ts';

export interface WorkbookParts {
  readonly sheets: readonly SheetToWrite[];
  readonly names: readonly DefinedName[];
  readonly properties: Properties;
  /** The font of cells without a look of their own, which column widths are counted in. */
  readonly font: CellStyle['font'];
}

/** The workbook as .xlsx bytes, the same on every machine and in every time zone. Sheets are written one after the other. */
export function writeWorkbook({ sheets, names, properties, font }: WorkbookParts): Uint8Array {
  const registers = { strings: sharedStrings(), styles: styleSheet(font) };
  const written = sheets.map((sheet, k) => [sheetPart(k), sheetXml(sheet, registers)] as const);
  const charts = chartParts(sheets);
  const parts: Zippable = {
    ...mapped(frameParts(sheets, properties, charts.types)),
    ...mapped(charts.parts),
    'xl/workbook.xml': strToU8(workbookXml(sheets, names)),
    'xl/styles.xml': strToU8(registers.styles.xml()),
    'xl/sharedStrings.xml': strToU8(registers.strings.xml()),
    ...Object.fromEntries(written),
  };
  return zipSync(parts, PACKING);
}

const mapped = (parts: Readonly<Record<string, string>>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
