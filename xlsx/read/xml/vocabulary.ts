/** The elements and attributes of a part that its reader knows by number; all others are scanned, checked and passed over. */
export interface Vocabulary {
  /** Namespace URI → short prefix of the paths; the same prefix for the transitional and the strict spelling. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** `sst/si` → its number, from 1. */
  readonly elements: ReadonlyMap<string, number>;
  /** Last step of a path → its number, from 1. */
  readonly steps: ReadonlyMap<string, number>;
  /** [parent × steps + step] → element; 0 where the reader does not know it there. */
  readonly children: Uint8Array;
  readonly width: number;
  /** 1 for the elements whose text is wanted, by number. */
  readonly texts: Uint8Array;
  /** Attribute → its number, from 1; those with a namespace as `short:name`. */
  readonly attributes: ReadonlyMap<string, number>;
}

interface Words {
  readonly namespaces: Readonly<Record<string, readonly string[]>>;
  readonly elements: Readonly<Record<string, number>>;
  readonly texts?: readonly number[];
  readonly attributes?: Readonly<Record<string, number>>;
}

/** Numbers for the words of a part. The short prefix '' is written without a colon. With no elements at all every root is let in. */
export function vocabulary({ namespaces, elements, texts = [], attributes = {} }: Words): Vocabulary {
  const paths = new Map(Object.entries(elements));
  const steps = new Map<string, number>();
  for (const path of paths.keys()) {
    const step = lastStep(path);
    if (!steps.has(step)) steps.set(step, steps.size + 1);
  }
  const width = steps.size + 1;
  const children = new Uint8Array((Math.max(0, ...paths.values()) + 1) * width);
  for (const [path, number] of paths) {
    const parent = paths.get(path.slice(0, Math.max(0, path.lastIndexOf('/')))) ?? 0;
    children[parent * width + (steps.get(lastStep(path)) ?? 0)] = number;
  }
  const wanted = new Uint8Array(256);
  for (const number of texts) wanted[number] = 1;
  return {
    namespaces: new Map(Object.entries(namespaces).flatMap(([short, uris]) => uris.map((uri) => [uri, short] as const))),
    elements: paths,
    steps,
    children,
    width,
    texts: wanted,
    attributes: new Map(Object.entries(attributes)),
  };
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
