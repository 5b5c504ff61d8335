import { cellName, columnLetters } from '../../core/grid.ts';
import { xmlText } from '../../core/xml-text.ts';
import { joined } from '../read/sniff/bytes.ts';
import type { Row, StyledCell } from './cell.ts';
import { paperXml } from './paper-xml.ts';
import type { SharedStringTable } from './shared-strings.ts';
import type { ConditionalFormat, SheetLink, SheetToWrite } from './sheet.ts';
import type { StyleSheet } from './style-sheet.ts';

const BATCH = 2000;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const encoder = new TextEncoder();

export interface Registers {
  readonly strings: SharedStringTable;
  readonly styles: StyleSheet;
}

/** A sheet's part of the package, in UTF-8; rows are turned into bytes batch by batch. */
export function sheetXml(sheet: SheetToWrite, registers: Registers): Uint8Array {
  const chunks: Uint8Array[] = [encoder.encode(head(sheet))];
  let batch: string[] = [];
  let number = 0;
  for (const row of sheet.rows) {
    batch.push(rowXml(row, ++number, registers));
    if (batch.length === BATCH) {
      chunks.push(encoder.encode(batch.join('')));
      batch = [];
    }
  }
  chunks.push(encoder.encode(`${batch.join('')}${foot(sheet, registers)}`));
  return joined(chunks);
}

function head({ widths, frozen, paper }: SheetToWrite): string {
  const columns = widths.map((width, k) => `<col min="${k + 1}" max="${k + 1}" width="${width}" customWidth="1"/>`).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetPr><pageSetUpPr fitToPage="${paper.setup.fitToPage ? 1 : 0}"/></sheetPr>`,
    `<sheetViews>${view(frozen)}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns}</cols><sheetData>`,
  ].join('');
}

function view({ rows, columns }: SheetToWrite['frozen']): string {
  const cell = cellName(rows + 1, columns + 1);
  const pane = columns > 0 ? 'bottomRight' : 'bottomLeft';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''} ySplit="${rows}"`;
  return [
    '<sheetView showGridLines="0" zoomScale="90" zoomScaleNormal="90" workbookViewId="0">',
    `<pane${split} topLeftCell="${cell}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/></sheetView>`,
  ].join('');
}

function rowXml({ height, cells }: Row, number: number, registers: Registers): string {
  let xml = `<row r="${number}" ht="${height}" customHeight="1">`;
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k];
    if (cell) xml += cellXml(cell, `${lettersOf(k + 1)}${number}`, registers);
  }
  return `${xml}</row>`;
}

function cellXml({ value, style }: StyledCell, name: string, { strings, styles }: Registers): string {
  const start = `<c r="${name}" s="${styles.idOf(style)}"`;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'string') return `${start} t="s"><v>${strings.idOf(value)}</v></c>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  const { formula, result } = value;
  const type = typeof result === 'string' ? ' t="str"' : '';
  return `${start}${type}><f>${xmlText(formula)}</f><v>${typeof result === 'string' ? xmlText(result) : result}</v></c>`;
}

/** What follows the rows, in the order that the format fixes. */
function foot({ filter, merges, conditionalFormats, links = [], charts = [], paper }: SheetToWrite, { styles }: Registers): string {
  const merged = merges.map((area) => `<mergeCell ref="${area}"/>`).join('');
  return [
    '</sheetData>',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    merged ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : '',
    conditionsXml(conditionalFormats, styles),
    linksXml(links),
    paperXml(paper),
    charts.length > 0 ? `<drawing xmlns:r="${OFFICE}" r:id="rId1"/>` : '',
    '</worksheet>',
  ].join('');
}

const linksXml = (links: readonly SheetLink[]): string =>
  links.length === 0
    ? ''
    : `<hyperlinks>${links.map(({ from, to }) => `<hyperlink ref="${from}" location="${xmlText(to)}"/>`).join('')}</hyperlinks>`;

function conditionsXml(formats: readonly ConditionalFormat[], styles: StyleSheet): string {
  let priority = 0;
  return formats
    .map(({ range, rules }) => {
      const written = rules.map(({ formula, highlight }) => {
        priority++;
        return `<cfRule type="expression" dxfId="${styles.highlightIdOf(highlight)}" priority="${priority}"><formula>${xmlText(formula)}</formula></cfRule>`;
      });
      return `<conditionalFormatting sqref="${range}">${written.join('')}</conditionalFormatting>`;
    })
    .join('');
}

const letters: string[] = [];
/** Letters of a column, worked out once: a big sheet asks a hundred thousand times. */
function lettersOf(column: number): string {
  letters[column] ??= columnLetters(column);
  return letters[column];
}
