import type { WrittenName } from '../../../core/defined-names.ts';
import { remembering } from '../remembering.ts';
import { collectedText, collectText, forget, noCollectedText } from '../xml/collected-text.ts';
import { CLOSE, END, FAULT, OPEN, TEXT } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { attributeOf, type Scan, startScan } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { unescapeText } from './escapes.ts';
import { RELATIONSHIP, SPREADSHEET } from './namespaces.ts';

/** A sheet as the workbook lists it; `relationship` leads to its part. */
export interface ListedSheet {
  readonly title: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly WrittenName[];
  readonly date1904: boolean;
}

const ELEMENT = { workbook: 1, properties: 2, sheets: 3, sheet: 4, names: 5, name: 6 } as const;
const ATTRIBUTE = { date1904: 1, name: 2, state: 3, relationship: 4, onSheet: 5 } as const;

const WORKBOOK = vocabulary({
  namespaces: { '': SPREADSHEET, r: RELATIONSHIP },
  elements: {
    workbook: ELEMENT.workbook,
    'workbook/workbookPr': ELEMENT.properties,
    'workbook/sheets': ELEMENT.sheets,
    'workbook/sheets/sheet': ELEMENT.sheet,
    'workbook/definedNames': ELEMENT.names,
    'workbook/definedNames/definedName': ELEMENT.name,
  },
  texts: [ELEMENT.name],
  attributes: {
    date1904: ATTRIBUTE.date1904,
    name: ATTRIBUTE.name,
    state: ATTRIBUTE.state,
    'r:id': ATTRIBUTE.relationship,
    localSheetId: ATTRIBUTE.onSheet,
  },
});

/** Reads which sheets a workbook has, in its order; null where the XML is damaged. */
export const readWorkbookPart = remembering((document: Uint8Array): WorkbookPart | null => {
  const scan = startScan(document, WORKBOOK);
  if (!scan) return null;
  const sheets: ListedSheet[] = [];
  const names: WrittenName[] = [];
  const reference = noCollectedText();
  let name = { name: '', everywhere: true };
  let date1904 = false;
  for (;;) {
    const event = next(scan);
    if (event === FAULT) return null;
    if (event === END) return { sheets, names, date1904 };
    if (event === TEXT) collectText(reference, scan);
    else if (event === CLOSE && scan.closed === ELEMENT.name) names.push({ ...name, reference: collectedText(reference, scan.bytes) });
    else if (event === OPEN && scan.node === ELEMENT.sheet) sheets.push(listedSheet(scan));
    else if (event === OPEN && scan.node === ELEMENT.properties) date1904 = /^(1|true)$/.test(attributeOf(scan, ATTRIBUTE.date1904) ?? '');
    else if (event === OPEN && scan.node === ELEMENT.name) {
      forget(reference);
      name = { name: attributeOf(scan, ATTRIBUTE.name) ?? '', everywhere: attributeOf(scan, ATTRIBUTE.onSheet) === null };
    }
  }
});

/** Excel takes 31 letters. */
const LONGEST_TITLE = 255;

const listedSheet = (scan: Scan): ListedSheet => ({
  title: unescapeText(attributeOf(scan, ATTRIBUTE.name) ?? '').slice(0, LONGEST_TITLE),
  hidden: (attributeOf(scan, ATTRIBUTE.state) ?? 'visible') !== 'visible',
  relationship: attributeOf(scan, ATTRIBUTE.relationship) ?? '',
});
