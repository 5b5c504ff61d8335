/** So many are remembered: a period's settings, and another period's beside them, are in use at a time. The oldest is forgotten first. */
const MOST_HANDED = 4;

/** This side's memory of what a thread was handed: whether it is new to the thread, which then has to get it. */
export function handedOver(): (number: number) => 'known' | 'new' {
  const handed = new Set<number>();
  return (number) => {
    if (handed.has(number)) return 'known';
    const [oldest] = handed;
    if (handed.size >= MOST_HANDED && oldest !== undefined) handed.delete(oldest);
    handed.add(number);
    return 'new';
  };
}

/** The thread's own memory of it; it forgets in the same order. */
export function handedHere<Value>(): {
  readonly get: (number: number) => Value | undefined;
  readonly keep: (number: number, value: Value) => void;
} {
  const known = new Map<number, Value>();
  return {
    get: (number) => known.get(number),
    keep: (number, value) => {
      const [oldest] = known.keys();
      if (known.size >= MOST_HANDED && oldest !== undefined) known.delete(oldest);
      known.set(number, value);
    },
  };
}
