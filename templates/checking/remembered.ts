/** What is read of a part, once: whoever forges a document may draw one part a thousand times. */
export function remembered<T>(read: (part: string) => T): (part: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (part) => {
    const found = known.get(part) ?? { value: read(part) };
    known.set(part, found);
    return found.value;
  };
}
