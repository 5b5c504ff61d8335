import type { Elapsed } from './elapsed.ts';
import { sourceOf } from './source-of.ts';

/** Wrong credentials that an address may send within a minute (contract, "Errors": `too-many-tries`). */
const MOST_TRIES = 20;
const MINUTE_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/** Counts a wrong credential. Null while the address has tries left, else the seconds to wait, 1 to 60. */
export type WrongTry = (address: string) => number | null;

/**
 * Counts wrong tries by address within any minute. A try that is turned away is not counted, so that a minute's wait is always
 * enough. Of more than some thousand addresses the one that was quiet longest is forgotten.
 */
export function wrongTries(elapsed: Elapsed): WrongTry {
  const tries = new Map<string, readonly number[]>();
  return (address) => {
    const now = elapsed();
    const source = sourceOf(address);
    const recent = (tries.get(source) ?? []).filter((at) => now - at < MINUTE_MS);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= MOST_TRIES) return secondsUntil(oldest + MINUTE_MS, now);
    tries.delete(source);
    tries.set(source, [...recent, now]);
    if (tries.size > MOST_ADDRESSES) dropFirst(tries);
    return null;
  };
}

/** A map keeps the order in which entries came; each try moves its address to the end. */
function dropFirst(tries: Map<string, unknown>): void {
  const [first] = tries.keys();
  if (first !== undefined) tries.delete(first);
}

const secondsUntil = (then: number, now: number): number => Math.max(1, Math.ceil((then - now) / 1000));
