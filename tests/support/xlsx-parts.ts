import { strToU8 } from 'fflate';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELATED = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** A workbook's parts by name, as text or bytes; zipped by `xlsx-zip.ts`. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

export interface SheetXml {
  readonly title?: string;
  readonly state?: string;
  /** What stands inside `sheetData`. */
  readonly rows?: string;
  /** What stands behind it. */
  readonly after?: string;
  /** The whole part, instead. */
  readonly xml?: string | Uint8Array;
}

export interface WorkbookXml {
  readonly sheets?: readonly SheetXml[];
  /** The `si` elements. */
  readonly strings?: string;
  /** Number format codes or ids of the cell styles: style 0 is plain, style 1 the first of these. */
  readonly formats?: readonly (string | number)[];
  /** The `definedName` elements. */
  readonly names?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  readonly modified?: string;
}

export const aSheetXml = (rows: string, after = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** The parts of a small sound workbook; one sheet `Sheet1` where none are given. */
export function aWorkbooksParts({ sheets = [{}], strings, formats, names = '', properties = '', modified }: WorkbookXml = {}): Parts {
  const related = [
    ...sheets.map((_, k) => aRelationship(`rId${k + 1}`, 'worksheet', `worksheets/sheet${k + 1}.xml`)),
    ...(strings === undefined ? [] : [aRelationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml')]),
    ...(formats === undefined ? [] : [aRelationship('rIdStyles', 'styles', 'styles.xml')]),
  ];
  const listed = sheets.map(
    ({ title, state }, k) =>
      `<sheet name="${title ?? `Sheet${k + 1}`}" sheetId="${k + 1}"${state ? ` state="${state}"` : ''} r:id="rId${k + 1}"/>`,
  );
  return {
    '[Content_Types].xml': `<Types xmlns="${CONTENT_TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': someRelationships([
      aRelationship('rId1', 'officeDocument', 'xl/workbook.xml'),
      `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/">${modified === undefined ? '' : `<dcterms:modified>${modified}</dcterms:modified>`}</cp:coreProperties>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><workbookPr ${properties}/><sheets>${listed.join('')}</sheets><definedNames>${names}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': someRelationships(related),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(formats === undefined ? {} : { 'xl/styles.xml': someStyles(formats) }),
    ...Object.fromEntries(sheets.map(({ rows = '', after, xml }, k) => [`xl/worksheets/sheet${k + 1}.xml`, xml ?? aSheetXml(rows, after)])),
  };
}

export const aRelationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATED}/${type}" Target="${target}"/>`;

export const someRelationships = (relationships: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE_RELATED}">${relationships.join('')}</Relationships>`;

function someStyles(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, k) => (typeof format === 'number' ? format : 164 + k));
  const codes = formats.map((format, k) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${164 + k}" formatCode="${escaped(format)}"/>`,
  );
  const styles = [0, ...ids].map((id) => `<xf numFmtId="${id}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? strToU8(content) : content);
