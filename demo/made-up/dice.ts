/** Draws that look random and are the same on every machine: the seed is text, the state 32 bits. */
export interface Dice {
  /** A number from 0, inclusive, to 1, exclusive. */
  unit(): number;
  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Dice of their own for each seed: a draw for one agency never shifts those of another. */
export function diceOf(...seed: readonly (string | number)[]): Dice {
  let state = hash(seed.join('/'));
  const unit = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    unit,
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: (list) => list[Math.floor(unit() * list.length)] ?? list[0],
  };
}

/** The list in an order that the seed decides. */
export function shuffled<T>(list: readonly T[], ...seed: readonly (string | number)[]): T[] {
  return list
    .map((item, k) => ({ item, k, at: diceOf(...seed, k).unit() }))
    .sort((one, two) => one.at - two.at || one.k - two.k)
    .map(({ item }) => item);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return value | 0;
}
