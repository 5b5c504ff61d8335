import { remembering } from '../remembering.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { firstText } from './first-text.ts';

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
export const readSavingProgram = remembering((document: Uint8Array): string | null => firstText(document, PROPERTIES, ELEMENT.application));
