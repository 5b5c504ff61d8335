import { MOST_BODY_BYTES } from './api.ts';
import { type Refusal, tooLarge } from './problem.ts';

/** A body that did not arrive whole, with the refusal that the client gets. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`[body] ${refusal.problem}`);
    this.refusal = refusal;
  }
}

/** A body as the host hands it over: pieces as they come in, or all at once. */
export interface IncomingBody {
  /** The length that was announced; null where none was. */
  readonly announced: string | null;
  readonly pieces: AsyncIterable<Uint8Array> | null;
}

/** Reads a body to its end. What is over the limit is not waited for, where it is announced not even begun. Throws `BodyRefused`. */
export async function bodyOf({ announced, pieces }: IncomingBody, most: number = MOST_BODY_BYTES): Promise<Uint8Array> {
  if (Number(announced ?? 0) > most) throw new BodyRefused(tooLarge(most));
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces ?? []) {
    size += piece.length;
    if (size > most) throw new BodyRefused(tooLarge(most));
    taken.push(piece);
  }
  // Memory of its own: a piece may be a view of what the host shares among connections.
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of taken) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
