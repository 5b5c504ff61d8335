import { unpack } from './unpack.ts';

/** What the page hands over: a zip or a mail. */
export interface ToUnpack {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

addEventListener(
  'message',
  ({ data: { name, bytes } }: MessageEvent<ToUnpack>) => void unpack(name, bytes).then((done) => postMessage(done)),
);
