import { editDistance } from './edit-distance.ts';

/** Whether two names' keys differ in a few characters only: one in twenty, six at most, and in no figure. Diacritics are characters. */
export function alikeNames(one: string, other: string): boolean {
  if (one === other) return true;
  const most = Math.min(6, Math.floor(Math.max(one.length, other.length) / 20));
  return most > 0 && figuresOf(one) === figuresOf(other) && editDistance(one, other, most) <= most;
}

const figuresOf = (key: string): string => (key.match(/\d+/g) ?? []).join(' ');
