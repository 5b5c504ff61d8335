/** What one zip or mail, with all that is packed in it, may take of the browser. */
export interface Bounds {
  /** Of the file itself, in bytes. */
  readonly fileBytes: number;
  /** Of all forms and packed files together, unpacked, in bytes. */
  readonly unpackedBytes: number;
  /** Entries of zips and parts of mails, whatever they are. */
  readonly files: number;
  /** A zip in a mail in a zip is 3. */
  readonly depth: number;
  readonly ms: number;
}

/** A province's forms take a tenth of each. */
export const BOUNDS: Bounds = {
  fileBytes: 128 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  files: 5_000,
  depth: 3,
  ms: 60_000,
};
