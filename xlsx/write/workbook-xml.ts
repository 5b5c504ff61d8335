import { xmlText } from '../../core/xml-text.ts';
import { type DefinedName, quoted, type SheetToWrite } from './sheet.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface Properties {
  readonly program: string;
  readonly title: string;
  /** When the workbook says that it was made. */
  readonly made: Date;
}

/** Sheets in their order, names for areas, print titles and filters. */
export function workbookXml(sheets: readonly SheetToWrite[], names: readonly DefinedName[]): string {
  const listed = sheets.map(({ title }, k) => `<sheet name="${xmlText(title)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join('');
  const defined = [
    ...sheets.flatMap(namesOf),
    ...names.map(({ name, area }) => `<definedName name="${name}">${xmlText(area)}</definedName>`),
  ];
  return [
    DECLARATION,
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="13000" tabRatio="800" activeTab="0"/></bookViews>',
    `<sheets>${listed}</sheets><definedNames>${defined.join('')}</definedNames><calcPr calcId="171027"/></workbook>`,
  ].join('');
}

function namesOf({ title, filter, paper: { setup, titleColumns } }: SheetToWrite, sheet: number): string[] {
  const name = (id: string, area: string, hidden = '') =>
    `<definedName name="_xlnm.${id}" localSheetId="${sheet}"${hidden}>${xmlText(area)}</definedName>`;
  const cite = (area: string): string => `${quoted(title)}!${area}`;
  const rows = setup.printTitlesRow?.split(':').map((row) => `$${row}`);
  const titles = [
    ...(titleColumns ? [cite(titleColumns.map((letters) => `$${letters}`).join(':'))] : []),
    ...(rows ? [cite(rows.join(':'))] : []),
  ];
  const [from, to] = filter?.split(':') ?? [];
  return [
    ...(from && to ? [name('_FilterDatabase', cite(`${fixed(from)}:${fixed(to)}`), ' hidden="1"')] : []),
    ...(setup.printArea
      ? [
          name(
            'Print_Area',
            cite(
              setup.printArea
                .split(':')
                .map((cell) => fixed(cell.replaceAll('$', '')))
                .join(':'),
            ),
          ),
        ]
      : []),
    ...(titles.length > 0 ? [name('Print_Titles', titles.join(','))] : []),
  ];
}

/** "A7" → "$A$7". */
const fixed = (cell: string): string => cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

/** The package's other parts by name: what types its parts have, how they hang together, who made it. */
export function frameParts(
  sheets: readonly SheetToWrite[],
  { program, title, made }: Properties,
  more: readonly { readonly name: string; readonly type: string }[],
): Record<string, string> {
  const time = `${made.toISOString().slice(0, 19)}Z`;
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': [
      DECLARATION,
      `<Types xmlns="${PACKAGE}/content-types">`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      part('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
      ...sheets.map((_, k) => part(sheetPart(k), `${TYPE}.worksheet+xml`)),
      ...more.map(({ name, type }) => part(name, type)),
      part('xl/styles.xml', `${TYPE}.styles+xml`),
      part('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`),
      part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
      '</Types>',
    ].join(''),
    '_rels/.rels': relations([
      relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
      relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      relation('rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'),
    ]),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, k) => relation(`rId${k + 1}`, `${OFFICE}/worksheet`, sheetPart(k).slice('xl/'.length))),
      relation(`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'),
      relation(`rId${sheets.length + 2}`, `${OFFICE}/sharedStrings`, 'sharedStrings.xml'),
    ]),
    'docProps/core.xml': [
      DECLARATION,
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
      ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(program)}</dc:creator><cp:lastModifiedBy>${xmlText(program)}</cp:lastModifiedBy>`,
      `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
      '</cp:coreProperties>',
    ].join(''),
    'docProps/app.xml': `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${xmlText(program)}</Application></Properties>`,
  };
}

/** The part of the sheet with this index. */
export const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;
