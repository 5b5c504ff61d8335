import { ReadableStream } from 'node:stream/web';
import { setImmediate as aTurn } from 'node:timers/promises';
import { inPieces } from '../../core/json-pieces.ts';
import type { MadePieces } from './api.ts';

/** Texts go out in pieces of so many UTF-16 units at least: some milliseconds of work, after which others are served. */
const PIECE = 256 * 1024;
/** A shorter body goes out whole, under its length; of a longer one no more is held than a piece. */
const MOST_WHOLE_BYTES = 1024 * 1024;

/** Texts in pieces of UTF-8. */
async function* piecesOf(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for (const piece of inPieces(texts, PIECE)) {
    if (!isFirst) await aTurn();
    isFirst = false;
    yield Buffer.from(piece);
  }
}

/** All of them at once; everybody else is served in between. */
export async function allOfTexts(texts: Iterable<string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(texts)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * A short body whole; a long one as a stream, which makes a piece when the one before has been taken, and breaks off where its taker may not
 * have more (`whileLetIn`). Throws what goes wrong at its beginning.
 */
export async function bodyOfTexts(texts: Iterable<string>, isLetIn?: IsLetIn): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  const pieces = piecesOf(texts);
  const first: Uint8Array[] = [];
  let size = 0;
  while (size <= MOST_WHOLE_BYTES) {
    const { value, done } = await pieces.next();
    if (done) return Buffer.concat(first);
    first.push(value);
    size += value.length;
  }
  return streamOf({ pieces: whileLetIn(continued(first, pieces), isLetIn), over: () => {} });
}

/** What was made before, none of it kept once it has been taken, then the rest. */
async function* continued(made: Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let one = made.shift(); one; one = made.shift()) yield one;
  yield* rest;
}

/** Whether whoever takes an answer would be let in still. */
export type IsLetIn = () => Promise<boolean>;

/** The same pieces, as long as whoever takes them is let in: throws before the first that may not be given any more. */
export async function* whileLetIn(pieces: AsyncGenerator<Uint8Array>, isLetIn: IsLetIn = async () => true): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (!(await isLetIn())) throw new Error('[answer] "caller": it was let in, and is not any more');
    yield piece;
  }
}

/** A stream that makes a piece when the one before has been taken, and none once nobody wants it. */
export const streamOf = ({ pieces, over }: MadePieces): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value, done } = await pieces.next().catch((error: unknown) => {
          over(error);
          throw error;
        });
        if (!done) return controller.enqueue(value);
        over(null);
        controller.close();
      },
      cancel: async () => void (await pieces.return(undefined).finally(() => over(null))),
    },
    { highWaterMark: 0 },
  );
