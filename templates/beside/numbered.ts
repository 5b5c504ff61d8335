const numbers = new WeakMap<object, number>();
let last = 0;

/** The same number for the same object, which its owner never changes; 0 for none. */
export function numberOf(one: object | null): number {
  if (one === null) return 0;
  const known = numbers.get(one) ?? ++last;
  numbers.set(one, known);
  return known;
}
