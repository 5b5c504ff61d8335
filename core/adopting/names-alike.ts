import { editDistance } from './edit-distance.ts';

/** Whether two names' keys differ in a few characters only: one in twenty, six at most, and in no figure. Diacritics are characters. */
export function alikeNames(one: string, other: string): boolean {
  if (one === other) return true;
  const most = Math.min(6, Math.floor(Math.max(one.length, other.length) / 20));
  // lengths first: nearly all pairs of names differ in them, and recognition compares every line with every row
  if (most === 0 || Math.abs(one.length - other.length) > most) return false;
  return figuresOf(one) === figuresOf(other) && editDistance(one, other, most) <= most;
}

const figuresOf = (key: string): string => (key.match(/\d+/g) ?? []).join(' ');
