import { deflateSync } from 'fflate';
import { joined } from '../xml/splice.ts';
import type { PartChanges } from './rewrite.ts';

/** Deflates the new content of a part. */
export type Pack = (content: Uint8Array) => Uint8Array;

/** Above this many bytes plain JavaScript takes longer than anybody likes to wait, at its fastest too. */
const LARGE = 1024 * 1024;

/** In plain JavaScript, for every platform. */
export const packAnywhere: Pack = (content) => deflateSync(content, { level: content.length > LARGE ? 1 : 6 });

/** The platform's own stream, which newer browsers and Node have; no library of types that this room may use declares it. */
interface NativeStream {
  readonly readable: { getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }> } };
  readonly writable: { getWriter(): { write(content: Uint8Array): Promise<void>; close(): Promise<void> } };
}
declare const CompressionStream: (new (format: 'deflate-raw') => NativeStream) | undefined;

/**
 * Packs the large parts beforehand by the platform's own means, which are several times as fast, where it has some; the others are
 * packed in plain JavaScript, so that an ordinary form comes out the same everywhere.
 */
export async function packNatively({ changed, added }: PartChanges): Promise<Pack> {
  const ready = new Map<Uint8Array, Uint8Array>();
  for (const content of [...changed.values(), ...added.values()]) {
    const packed = content && content.length > LARGE ? await deflateNatively(content) : null;
    if (content && packed) ready.set(content, packed);
  }
  return (content) => ready.get(content) ?? packAnywhere(content);
}

/** Null where the platform cannot. */
async function deflateNatively(content: Uint8Array): Promise<Uint8Array | null> {
  const stream = openStream();
  if (!stream) return null;
  const writer = stream.writable.getWriter();
  const sent = writer.write(content).then(() => writer.close());
  const reader = stream.readable.getReader();
  const pieces: Uint8Array[] = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) if (piece.value) pieces.push(piece.value);
  await sent;
  return joined(pieces);
}

/** Some platforms have the stream, but not for a deflate stream without a frame: they throw. */
function openStream(): NativeStream | null {
  try {
    return typeof CompressionStream === 'undefined' ? null : new CompressionStream('deflate-raw');
  } catch {
    return null;
  }
}
