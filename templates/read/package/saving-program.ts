import { remembering } from '../remembering.ts';
import { CLOSE, END, FAULT, TEXT } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { startScan, textOf } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';

const ELEMENT = { properties: 1, application: 2 } as const;

const PROPERTIES = vocabulary({
  namespaces: {
    '': [
      'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
      'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
    ],
  },
  elements: { Properties: ELEMENT.properties, 'Properties/Application': ELEMENT.application },
  texts: [ELEMENT.application],
});

/** The program that saved the workbook last, by its extended properties; null where they are damaged or do not say. */
export const readSavingProgram = remembering((document: Uint8Array): string | null => {
  const scan = startScan(document, PROPERTIES);
  let text = '';
  let said: string | null = null;
  for (let event = scan ? next(scan) : FAULT; scan && event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) text += textOf(scan);
    if (event === CLOSE && scan.closed === ELEMENT.application) said ??= text;
  }
  return said === null ? null : said.trim();
});
