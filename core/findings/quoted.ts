import { abridged } from '../clip-text.ts';

/** So much of a cell is enough to find it again. */
const LONGEST_QUOTE = 60;
const LONGEST_NAME = 200;
const MOST_NAMES = 10;
/** Facts that are what stands in a cell. */
const QUOTES: ReadonlySet<string> = new Set(['text', 'error', 'id']);

/** Facts at a length that a sentence can carry: a workbook may say anything of any length. */
export function shortFacts<F extends object>(facts: F): F {
  const short = Object.entries(facts).map(([name, value]) => [name, shortFact(name, value)] as const);
  return short.some(([name, value]) => value !== facts[name as keyof F]) ? (Object.fromEntries(short) as F) : facts; // the same members
}

function shortFact(name: string, value: unknown): unknown {
  if (typeof value === 'string') return abridged(value, QUOTES.has(name) ? LONGEST_QUOTE : LONGEST_NAME);
  return name === 'titles' && Array.isArray(value) && value.length > MOST_NAMES ? [...value.slice(0, MOST_NAMES), '…'] : value;
}
