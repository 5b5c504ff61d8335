import { remembering } from '../remembering.ts';
import { END, FAULT, OPEN } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { attributeOf, startScan } from '../xml/scan.ts';
import { vocabulary } from '../xml/vocabulary.ts';
import { partKey } from '../zip/entries.ts';

/** What a part points at. `target` is the key of a part of the same workbook, null for something outside. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's URI: `worksheet`, `sharedStrings`; the same in transitional and strict workbooks. */
  readonly type: string;
  readonly target: string | null;
}

const ELEMENT = { relationships: 1, relationship: 2 } as const;
const ATTRIBUTE = { id: 1, type: 2, target: 3, mode: 4 } as const;

const RELATIONSHIPS = vocabulary({
  namespaces: { '': ['http://schemas.openxmlformats.org/package/2006/relationships'] },
  elements: { Relationships: ELEMENT.relationships, 'Relationships/Relationship': ELEMENT.relationship },
  attributes: { Id: ATTRIBUTE.id, Type: ATTRIBUTE.type, Target: ATTRIBUTE.target, TargetMode: ATTRIBUTE.mode },
});

/** The key of the part that holds the relationships of `part`; '' is the package itself. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Reads the relationships of `part` (a key, '' for the package); null where the XML is damaged. */
export const readRelationships = remembering((document: Uint8Array, part: string): readonly Relationship[] | null => {
  const scan = startScan(document, RELATIONSHIPS);
  if (!scan) return null;
  const found: Relationship[] = [];
  for (;;) {
    const event = next(scan);
    if (event === FAULT) return null;
    if (event === END) return found;
    if (event !== OPEN || scan.node !== ELEMENT.relationship) continue;
    const type = attributeOf(scan, ATTRIBUTE.type) ?? '';
    const target = attributeOf(scan, ATTRIBUTE.target);
    found.push({
      id: attributeOf(scan, ATTRIBUTE.id) ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: target === null || attributeOf(scan, ATTRIBUTE.mode) === 'External' ? null : resolve(target, part),
    });
  }
});

/** The key of a target as a part writes it: from the package's root with a slash in front, else from the part's own folder. */
export function resolve(target: string, part: string): string {
  const plain = unescaped(target).replaceAll('\\', '/');
  const path = plain.startsWith('/') ? plain : part.slice(0, part.lastIndexOf('/') + 1) + plain;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return partKey(steps.join('/'));
}

/** Percent signs undone where they stand for ASCII: no part that is followed has another name. */
const unescaped = (target: string): string =>
  target.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
