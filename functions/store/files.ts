/** A kept file, and the mark of this very keeping of it. */
export interface KeptFile {
  readonly name: string;
  /** When it was kept last. */
  readonly at: Date;
  readonly mark: string;
}

/**
 * The port for what is too large for a document: bytes under a name, which is printable ASCII as a row's key is. A name stands for its
 * very bytes, so that the same may be kept again; nothing is ever changed. Throws `StoreUnavailable`.
 */
export interface Files {
  /** Keeps bytes; where they are kept already they are as new. They are on the disk once a commit after it is done. */
  keep(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<Uint8Array | null>;
  /** All of them, ascending by code units. */
  list(): Promise<readonly KeptFile[]>;
  /** Removes a file, unless it was kept anew since it was listed. */
  remove(file: KeptFile): Promise<void>;
}
