/** What a zip or a mail holds besides forms, or why nothing of it can be had. */
export type UnpackTrouble =
  | 'damaged'
  | 'locked'
  | 'too-many-files'
  | 'too-many-bytes'
  | 'form-too-large'
  | 'too-deep'
  | 'no-form'
  | 'too-large'
  | 'too-slow'
  /** A mail as Outlook keeps it, which is not opened here. */
  | 'outlook-mail'
  | 'stopped';

/** A form out of a zip or a mail. */
export interface UnpackedForm {
  /** Its own name, without folders. */
  readonly name: string;
  /** Where it was, from the outermost file on, to be shown. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All that came out of one zip or mail. */
export interface Unpacked {
  readonly forms: readonly UnpackedForm[];
  /** The files that were left out because they are no forms, by their paths. */
  readonly others: readonly string[];
  readonly troubles: readonly { readonly path: string; readonly trouble: UnpackTrouble }[];
}
