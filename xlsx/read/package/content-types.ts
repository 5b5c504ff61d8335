import { remembering } from '../remembering.ts';
import { END, FAULT, OPEN } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { attributeOf, startScan } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { partKey } from '../zip/entries.ts';

export const CONTENT_TYPES_PART = partKey('[Content_Types].xml');

/** Finds the content type of a part by its key, without capitals; null where none is declared. */
export type ContentTypes = (key: string) => string | null;

const ELEMENT = { types: 1, byExtension: 2, byName: 3 } as const;
const ATTRIBUTE = { extension: 1, name: 2, type: 3 } as const;

const CONTENT_TYPES = vocabulary({
  namespaces: { '': ['http://schemas.openxmlformats.org/package/2006/content-types'] },
  elements: { Types: ELEMENT.types, 'Types/Default': ELEMENT.byExtension, 'Types/Override': ELEMENT.byName },
  attributes: { Extension: ATTRIBUTE.extension, PartName: ATTRIBUTE.name, ContentType: ATTRIBUTE.type },
});

/** Reads what kind of thing each part is; null where the XML is damaged. */
export const readContentTypes = remembering((document: Uint8Array): ContentTypes | null => {
  const scan = startScan(document, CONTENT_TYPES);
  if (!scan) return null;
  const types = new Map<string, string>();
  for (;;) {
    const event = next(scan);
    if (event === FAULT) return null;
    if (event === END) return (key) => types.get(key) ?? types.get(key.slice(key.lastIndexOf('.'))) ?? null;
    if (event !== OPEN || scan.node === 0) continue;
    const type = attributeOf(scan, ATTRIBUTE.type)?.toLowerCase() ?? '';
    if (scan.node === ELEMENT.byName) types.set(partKey(attributeOf(scan, ATTRIBUTE.name) ?? ''), type);
    else if (scan.node === ELEMENT.byExtension) types.set(`.${attributeOf(scan, ATTRIBUTE.extension)?.toLowerCase()}`, type);
  }
});
