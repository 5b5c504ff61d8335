import { strToU8, zipSync } from 'fflate';
import { type Cell, cellName, columnLetters, type Grid, type Workbook } from '../../core/grid.ts';
import { markupText } from '../../core/xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as an .xlsx that has no looks: for readers alone, not for people. */
export function plainBook({ grids, names }: Workbook): Uint8Array {
  const texts = new Map<string, number>();
  const sheets = grids.map((grid) => sheetXml(grid, texts));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${sheets.map((_, k) => `<Override PartName="/xl/worksheets/sheet${k + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${grids.map(({ title, hidden }, k) => `<sheet name="${markupText(title)}" sheetId="${k + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${k + 1}"/>`).join('')}</sheets><definedNames>${[...names].map(([name, { sheet, row, column }]) => `<definedName name="${name}">${markupText(`'${sheet.replaceAll("'", "''")}'!$${columnLetters(column)}$${row}`)}</definedName>`).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, k) => `<Relationship Id="rId${k + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${k + 1}.xml"/>`).join('')}<Relationship Id="rIdT" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...Object.fromEntries(sheets.map((xml, k) => [`xl/worksheets/sheet${k + 1}.xml`, xml])),
    'xl/sharedStrings.xml': `<sst ${MAIN}>${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${markupText(text)}</t></si>`).join('')}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(`${HEAD}${xml}`)])));
}

function sheetXml({ rows }: Grid, texts: Map<string, number>): string {
  const lines = rows.map(
    ({ number, cells }) => `<row r="${number}">${cells.map((cell) => cellXml(cell, cellName(number, cell.column), texts)).join('')}</row>`,
  );
  return `<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml({ value }: Cell, place: string, texts: Map<string, number>): string {
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
  const at = texts.get(value ?? '') ?? texts.size;
  texts.set(value ?? '', at);
  return `<c r="${place}" t="s"><v>${at}</v></c>`;
}
