import type { Name } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const MOST_NAMESPACES = 1024;

/** The namespaces of a document by number, and what prefixes meant outside the elements that are open. */
export interface Namespaces {
  /** URI → number; 1 is the XML namespace, 0 none at all. */
  readonly numbers: Map<string, number>;
  /** The vocabulary's short prefix by number, undefined for a foreign namespace. */
  readonly shorts: readonly (string | undefined)[];
  /** What declarations replaced, to go back to when their element closes. */
  readonly replaced: { readonly depth: number; readonly prefix: Name; readonly namespace: number }[];
}

export function noNamespaces({ namespaces }: Vocabulary): Namespaces {
  const known = [XML, ...namespaces.keys()];
  return {
    numbers: new Map(known.map((uri, k) => [uri, k + 1])),
    shorts: [undefined, 'xml', ...namespaces.values()],
    replaced: [],
  };
}

/** Binds a prefix inside the element at `depth`. False where the declaration is against the rules of namespaces. */
export function bind(namespaces: Namespaces, depth: number, prefix: Name, written: string): boolean {
  const { text } = prefix;
  const uri = written.trim();
  if (text === 'xmlns' || uri === XMLNS || (text === 'xml') !== (uri === XML) || (text !== '' && uri === '')) return false;
  let number = uri === '' ? 0 : namespaces.numbers.get(uri);
  if (number === undefined) {
    number = namespaces.numbers.size + 1;
    if (number > MOST_NAMESPACES) return false;
    namespaces.numbers.set(uri, number);
  }
  namespaces.replaced.push({ depth, prefix, namespace: prefix.namespace });
  prefix.namespace = number;
  return true;
}

/** Undoes what the element at `depth` declared. */
export function unbind({ replaced }: Namespaces, depth: number): void {
  for (let last = replaced.at(-1); last?.depth === depth; last = replaced.at(-1)) {
    last.prefix.namespace = last.namespace;
    replaced.pop();
  }
}

/** The step of the vocabulary's paths that a name is in a namespace, 0 for none. */
export function stepOf({ shorts }: Namespaces, { steps }: Vocabulary, name: Name, namespace: number): number {
  if (name.stepNamespace !== namespace) {
    name.stepNamespace = namespace;
    name.step = wordOf(steps, shorts[namespace], name.local);
  }
  return name.step;
}

/** The vocabulary's number of an attribute; `namespace` 0 for one without a prefix, which is in none. */
export function attributeWord({ shorts }: Namespaces, { attributes }: Vocabulary, name: Name, namespace: number): number {
  if (name.attributeNamespace !== namespace) {
    name.attributeNamespace = namespace;
    name.attribute = wordOf(attributes, namespace === 0 ? '' : shorts[namespace] || undefined, name.local);
  }
  return name.attribute;
}

function wordOf(words: ReadonlyMap<string, number>, short: string | undefined, local: string): number {
  if (short === undefined) return 0;
  return words.get(short === '' ? local : `${short}:${local}`) ?? 0;
}
