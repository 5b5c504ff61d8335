/** Matches a surrogate without its other half: what stands so is no character, and no file or page can hold it as text. */
const HALF_PAIR = /\p{Cs}/u;

interface Node {
  readonly value: unknown;
  readonly key: string;
  readonly parent: Node | null;
}

/** Paths of the texts and member names of a JSON value that hold half a surrogate pair, the first `most` of them; however deep it is. */
export function halfPairsIn(value: unknown, most = 50): string[] {
  const found: string[] = [];
  const open: Node[] = [{ value, key: '', parent: null }];
  for (let node = open.pop(); node && found.length < most; node = open.pop()) {
    const { value: held } = node;
    if (HALF_PAIR.test(node.key) || (typeof held === 'string' && HALF_PAIR.test(held))) found.push(pathOf(node));
    else if (typeof held === 'object' && held !== null)
      for (const [key, member] of Object.entries(held).reverse()) open.push({ value: member, key, parent: node });
  }
  return found;
}

/** The path of a node, with U+FFFD where a name holds half a pair, as people will read it. */
function pathOf(node: Node): string {
  const keys: string[] = [];
  for (let at: Node | null = node; at?.parent; at = at.parent) keys.push(at.key.replace(/\p{Cs}/gu, '\ufffd'));
  return keys.reverse().join('.');
}
