/** The items, from and up to but not including, that a strip of equal ones shows, with a few more at both ends. */
export function windowOf(scrolled: number, room: number, size: number, count: number, more = 3): readonly [number, number] {
  if (room <= 0) return [0, 0];
  const first = Math.max(0, Math.floor(scrolled / size) - more);
  return [Math.min(first, count), Math.min(count, Math.ceil((scrolled + room) / size) + more)];
}

/** The items of a window, and the one that has the focus wherever it is, so that it stays in the page. */
export function itemsOf([from, to]: readonly [number, number], focused: number, count: number): number[] {
  const items = Array.from({ length: to - from }, (_, k) => from + k);
  return focused >= 0 && focused < count && (focused < from || focused >= to) ? [...items, focused] : items;
}
