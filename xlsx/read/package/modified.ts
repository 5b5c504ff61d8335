import type { SavedTime } from '../../../core/saved-time.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { firstText } from './first-text.ts';

const ELEMENT = { properties: 1, modified: 2 } as const;

const PROPERTIES = vocabulary({
  namespaces: {
    '': ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties'],
    dcterms: ['http://purl.org/dc/terms/'],
  },
  elements: { coreProperties: ELEMENT.properties, 'coreProperties/dcterms:modified': ELEMENT.modified },
  texts: [ELEMENT.modified],
});

/** When the workbook was last saved, by its core properties and the program that saved it; null where they are damaged or do not say. */
export function readModified(document: Uint8Array, program: string | null): SavedTime | null {
  const said = firstText(document, PROPERTIES, ELEMENT.modified);
  return said === null ? null : savedTime(said, program);
}

/**
 * LibreOffice prints the document's local DateTime with a `Z` (`writeElement` in its oox/source/core/xmlfilterbase.cxx), and so does
 * what is built of the same code under other names. WPS, Excel, OnlyOffice and Google write UTC or nothing, as far as is known.
 */
const WRITES_LOCAL_TIME = /LibreOffice|OpenOffice|NeoOffice|Collabora/i;
/** As the programs sign themselves; longer or stranger ones are not told apart. */
const SIGNATURE = /^[ -~]{1,120}$/;

const W3C_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A W3CDTF time; without a zone it is taken for UTC, so that no machine reads it differently, and may be local. */
function savedTime(text: string, program: string | null): SavedTime | null {
  const [, year, month = '01', day = '01', hours, minutes = '00', seconds = '00', zone] = W3C_DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const at = new Date(`${year}-${month}-${day}T${hours ?? '00'}:${minutes}:${seconds}${zone ?? 'Z'}`);
  if (Number.isNaN(at.getTime()) || Number(day) > 31) return null;
  const mayBeLocal = hours !== undefined && (zone === undefined || (zone === 'Z' && WRITES_LOCAL_TIME.test(program ?? '')));
  return { at: at.toISOString(), mayBeLocal, program: mayBeLocal && SIGNATURE.test(program ?? '') ? program : null };
}
