import { Inflate as Inflater, inflateSync } from 'fflate';

/**
 * Unpacks a deflate stream to exactly `size` bytes and a zero byte behind them; null where it is none, or has another size. Never
 * holds much more than `size`, whatever the stream does. `size` comes from the file: the caller has set it against its limits.
 */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array | null;

/** Deflate packs no better. */
export const BEST_RATIO = 1032;
/** A piece this small unpacks to 64 MiB at the most, so it may run to its end before it is measured. */
const PIECE = 64 * 1024;

/** `Inflate` in plain JavaScript, for every platform. */
export const inflateAnywhere: Inflate = (packed, size) => {
  if (size > (packed.length + 1) * BEST_RATIO) return null;
  try {
    return packed.length <= PIECE ? inflateAtOnce(packed, size) : inflatePiecewise(packed, size);
  } catch {
    return null; // fflate throws at whatever is no deflate stream
  }
};

function inflateAtOnce(packed: Uint8Array, size: number): Uint8Array | null {
  const unpacked = new Uint8Array(size + 1);
  return inflateSync(packed, { out: unpacked }).length === size ? unpacked : null; // fflate drops what does not fit: the byte more tells
}

const SMALL_PIECE = 16 * 1024;

function inflatePiecewise(packed: Uint8Array, size: number): Uint8Array | null {
  const unpacked = new Uint8Array(size + 1);
  let filled = 0;
  let fits = true;
  let ended = false;
  const stream = new Inflater((chunk, last) => {
    fits &&= filled + chunk.length <= size;
    if (!fits) return;
    unpacked.set(chunk, filled);
    filled += chunk.length;
    ended = last;
  });
  for (let at = 0; fits && at < packed.length; at += SMALL_PIECE) {
    stream.push(packed.subarray(at, at + SMALL_PIECE), at + SMALL_PIECE >= packed.length);
  }
  return fits && ended && filled === size ? unpacked : null;
}
