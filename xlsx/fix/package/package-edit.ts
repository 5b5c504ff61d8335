import { type Relationship, readRelationships, relationshipsOf } from '../../read/package/relationships.ts';
import { joined } from '../../read/sniff/bytes.ts';
import type { Archive } from '../../read/zip/archive.ts';
import { partKey } from '../../read/zip/entries.ts';
import type { Records } from '../zip/records.ts';
import type { PartChanges } from '../zip/rewrite.ts';

/** A package while it is being fixed: what it holds, and what becomes of its parts. */
export interface PackageEdit {
  readonly has: (key: string) => boolean;
  /** A part as it is by now, with one zero byte behind it; null where it is not there or damaged. */
  readonly read: (key: string) => Uint8Array | null;
  readonly relatedOf: (part: string) => readonly Relationship[];
  /** The name of a part as the package spells it, with slashes forward. */
  readonly nameOf: (key: string) => string;
  readonly change: (key: string, content: Uint8Array) => void;
  readonly remove: (key: string) => void;
  readonly addNamed: (name: string, content: Uint8Array) => void;
  /** Adds a part under a name that is free, and gives the name. */
  readonly add: (stem: string, extension: string, content: Uint8Array, type: string) => string;
  readonly changes: PartChanges;
  /** Content types of the parts that were added, by name. */
  readonly types: ReadonlyMap<string, string>;
}

export function editPackage(archive: Archive, { records }: Records): PackageEdit {
  const changed = new Map<string, Uint8Array | null>();
  const added = new Map<string, Uint8Array>();
  const types = new Map<string, string>();
  const taken = new Set(records.map(({ key }) => key));
  const read = (key: string): Uint8Array | null => {
    const own = changed.get(key);
    if (own !== undefined) return own && joined([own, new Uint8Array(1)]);
    const content = archive.has(key) ? archive.read(key) : null;
    return content?.ok ? content.value : null;
  };
  const addNamed = (name: string, content: Uint8Array): void => {
    added.set(name, content);
    taken.add(partKey(name));
  };
  return {
    has: archive.has,
    read,
    relatedOf: (part) => {
      const content = read(relationshipsOf(part));
      return (content && readRelationships(content, part)) ?? [];
    },
    nameOf: (key) => {
      const { nameBytes = new Uint8Array() } = records.find((one) => one.key === key) ?? {};
      return String.fromCharCode(...nameBytes)
        .replaceAll('\\', '/')
        .replace(/^\/+/, '');
    },
    change: (key, content) => changed.set(key, content),
    remove: (key) => changed.set(key, null),
    addNamed,
    add: (stem, extension, content, type) => {
      let number = 1;
      while (taken.has(partKey(`${stem}${number}.${extension}`))) number++;
      const name = `${stem}${number}.${extension}`;
      addNamed(name, content);
      types.set(name, type);
      return name;
    },
    changes: { changed, added },
    types,
  };
}
