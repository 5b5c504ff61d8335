import { CLOSE, END, FAULT, TEXT } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { startScan, textOf } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';

const ELEMENT = { properties: 1, modified: 2 } as const;

const PROPERTIES = vocabulary({
  namespaces: {
    '': ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties'],
    dcterms: ['http://purl.org/dc/terms/'],
  },
  elements: { coreProperties: ELEMENT.properties, 'coreProperties/dcterms:modified': ELEMENT.modified },
  texts: [ELEMENT.modified],
});

/** When the workbook was last changed, by its core properties; null where they are damaged or do not say. */
export function readModified(document: Uint8Array): Date | null {
  const scan = startScan(document, PROPERTIES);
  let text = '';
  let said: string | null = null;
  for (let event = scan ? next(scan) : FAULT; scan && event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) text += textOf(scan);
    if (event === CLOSE && scan.closed === ELEMENT.modified) said ??= text;
  }
  return said === null ? null : instant(said.trim());
}

const W3C_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A W3CDTF time; without a zone it is UTC, so that no machine reads it differently. */
function instant(text: string): Date | null {
  const [, year, month = '01', day = '01', hours = '00', minutes = '00', seconds = '00', zone = 'Z'] = W3C_DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${zone}`);
  return Number.isNaN(at.getTime()) || Number(day) > 31 ? null : at;
}
