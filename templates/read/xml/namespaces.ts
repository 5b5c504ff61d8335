import type { Names } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const MOST_NAMESPACES = 4096;

/** What prefixes mean at the place where the scanner stands. */
export interface Namespaces {
  /** URI → number, 1 is the XML namespace; and the vocabulary's short prefix of each number, undefined for foreign ones. */
  readonly numbers: Map<string, number>;
  readonly shorts: (string | undefined)[];
  /** Prefix (by number of its name) → namespace; nothing or 0: not bound. */
  readonly bound: number[];
  /** What earlier declarations meant, as [depth, prefix, namespace], to go back to when their element closes. */
  readonly before: number[];
  /** For names once looked up: in which namespace, and which word of the vocabulary that makes. */
  readonly stepNamespaces: number[];
  readonly steps: number[];
  readonly attributeNamespaces: number[];
  readonly attributes: number[];
}

export function noNamespaces({ namespaces }: Vocabulary): Namespaces {
  const known = [XML, ...namespaces.keys()];
  return {
    numbers: new Map(known.map((uri, k) => [uri, k + 1])),
    shorts: [undefined, 'xml', ...namespaces.values()],
    bound: [0],
    before: [],
    stepNamespaces: [],
    steps: [],
    attributeNamespaces: [],
    attributes: [],
  };
}

/** Binds a prefix inside the element at `depth`. False where the declaration is against the rules of namespaces. */
export function bind(namespaces: Namespaces, names: Names, depth: number, prefix: number, uri: string): boolean {
  const text = names.texts[prefix];
  if (text === 'xmlns' || uri === XMLNS || (text === 'xml') !== (uri === XML) || (prefix !== 0 && uri === '')) return false;
  let number = uri === '' ? 0 : namespaces.numbers.get(uri);
  if (number === undefined) {
    number = namespaces.numbers.size + 1;
    if (number > MOST_NAMESPACES) return false;
    namespaces.numbers.set(uri, number);
  }
  namespaces.before.push(depth, prefix, namespaces.bound[prefix] ?? 0);
  namespaces.bound[prefix] = number;
  return true;
}

/** Undoes what the element at `depth` declared. */
export function unbind({ before, bound }: Namespaces, depth: number): void {
  while (before.length > 0 && before[before.length - 3] === depth) {
    const namespace = before.pop() ?? 0;
    const prefix = before.pop() ?? 0;
    before.pop();
    bound[prefix] = namespace;
  }
}

/** The namespace of a prefix, 0 where none is bound to it. */
export function namespaceOf({ bound }: Namespaces, names: Names, prefix: number): number {
  return bound[prefix] ?? (names.texts[prefix] === 'xml' ? 1 : 0);
}

/** The step of the vocabulary's paths that a name is in a namespace, 0 for none. */
export function stepOf(namespaces: Namespaces, names: Names, vocabulary: Vocabulary, name: number, namespace: number): number {
  if (namespaces.stepNamespaces[name] !== namespace) {
    namespaces.stepNamespaces[name] = namespace;
    namespaces.steps[name] = wordOf(vocabulary.steps, namespaces.shorts[namespace], names.locals[name] ?? '');
  }
  return namespaces.steps[name] ?? 0;
}

/** The vocabulary's number of an attribute; `namespace` 0 for one without a prefix. */
export function attributeWord(namespaces: Namespaces, names: Names, vocabulary: Vocabulary, name: number, namespace: number): number {
  if (namespaces.attributeNamespaces[name] !== namespace) {
    namespaces.attributeNamespaces[name] = namespace;
    const short = namespace === 0 ? '' : namespaces.shorts[namespace] || undefined;
    namespaces.attributes[name] = wordOf(vocabulary.attributes, short, names.locals[name] ?? '');
  }
  return namespaces.attributes[name] ?? 0;
}

function wordOf(words: ReadonlyMap<string, number>, short: string | undefined, local: string): number {
  if (short === undefined) return 0;
  return words.get(short === '' ? local : `${short}:${local}`) ?? 0;
}
