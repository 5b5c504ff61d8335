/**
 * The very text of `JSON.stringify` of an object, text by text: each element of the lists that are its members by itself, so that nobody
 * holds all of it. A list may be made while it is written.
 */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    const written = isList(member) ? '' : JSON.stringify(member);
    if (written === undefined) continue;
    yield `${before}${JSON.stringify(name)}:${written}`;
    before = ',';
    if (isList(member)) yield* listOf(member);
  }
  yield before === '{' ? '{}' : '}';
}

function* listOf(list: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const one of list) {
    yield before;
    yield JSON.stringify(one) ?? 'null';
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

const isList = (member: unknown): member is Iterable<unknown> => typeof member === 'object' && member !== null && Symbol.iterator in member;

/** Texts put together to pieces of so many UTF-16 units at least; a long text is a piece by itself: it would be copied once more. */
export function* inPieces(texts: Iterable<string>, least: number): Generator<string> {
  let held = '';
  for (const text of texts) {
    const isLong = text.length >= least;
    if (!isLong) held += text;
    if (!isLong && held.length < least) continue;
    if (held !== '') yield held;
    if (isLong) yield text;
    held = '';
  }
  if (held !== '') yield held;
}
