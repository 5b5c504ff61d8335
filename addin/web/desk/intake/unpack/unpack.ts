import { companionOf } from '../../../../../core/companion-files.ts';
import { MOST_FILE_BYTES } from '../../../../../xlsx/read/limits.ts';
import { packedFiles } from '../../../../../xlsx/read/zip/packed-files.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { mailFiles } from './mail-files.ts';
import { isFormName, packedKind, partsOfPath } from './names.ts';
import type { Unpacked, UnpackedForm, UnpackTrouble } from './unpacked.ts';

/** A file within a zip or a mail, whose content is had when it is asked for. */
interface Inner {
  readonly path: string;
  readonly size: number;
  readonly isLocked: boolean;
  readonly read: () => Uint8Array | null;
}

/** Its name, and where it was from the outermost file on. */
type Named = Pick<UnpackedForm, 'name' | 'path'>;

/** In every workbook, and in no other zip that people send. */
const OF_WORKBOOKS = '[Content_Types].xml';

/**
 * The forms in a zip or a mail, and in the zips and mails within it, as far as `bounds` go: for the whole of it together, so that packing
 * things into one another gains nothing.
 */
export async function unpack(name: string, bytes: Uint8Array, bounds: Bounds = BOUNDS): Promise<Unpacked> {
  const left = { files: bounds.files, bytes: bounds.unpackedBytes };
  const forms: UnpackedForm[] = [];
  const troubles: { path: string; trouble: UnpackTrouble }[] = [];
  const others: string[] = [];

  const take = (inner: Inner): Uint8Array<ArrayBuffer> | UnpackTrouble => {
    if (inner.isLocked) return 'locked';
    if (inner.size > left.bytes) return 'too-many-bytes';
    left.bytes -= inner.size;
    const content = inner.read();
    return content ? (content as Uint8Array<ArrayBuffer>) : 'damaged'; // made here, on no shared memory
  };
  const open = async ({ path, name: own }: Named, packed: Uint8Array, depth: number): Promise<void> => {
    const [before, troubledBefore] = [forms.length, troubles.length];
    const tell = (trouble: UnpackTrouble, at = path): void => void troubles.push({ path: at, trouble });
    if (depth > bounds.depth) return tell('too-deep');
    const kind = packedKind(own);
    if (kind === 'outlook-mail') return tell(kind);
    const found = kind === 'mail' ? await inMail(packed) : inZip(packed);
    if (found === null) return tell('damaged');
    if (found.length > left.files) return tell('too-many-files');
    left.files -= found.length;
    if (found.some((inner) => inner.path === OF_WORKBOOKS)) {
      forms.push({ name: `${own}.xlsx`, path, bytes: packed.slice() });
      return;
    }
    for (const inner of found) {
      const parts = partsOfPath(inner.path);
      const within = { name: parts.at(-1) ?? '', path: `${path} › ${parts.join('/')}` };
      // Nobody put it there, and nobody would look for it.
      if (companionOf(parts.join('/')) === 'of-system') continue;
      const isForm = isFormName(within.name);
      if (!isForm && packedKind(within.name) === null) {
        others.push(within.path);
        continue;
      }
      const content = isForm && inner.size > MOST_FILE_BYTES ? 'form-too-large' : take(inner);
      if (typeof content === 'string') tell(content, within.path);
      else if (isForm) forms.push({ ...within, bytes: content });
      else await open(within, content, depth + 1);
    }
    if (forms.length === before && troubles.length === troubledBefore) tell('no-form');
  };

  const own = partsOfPath(name).at(-1) ?? name;
  await open({ name: own, path: own }, bytes, 1);
  return { forms, others, troubles };
}

const inZip = (bytes: Uint8Array): readonly Inner[] | null => packedFiles(bytes);

async function inMail(bytes: Uint8Array): Promise<readonly Inner[] | null> {
  const files = await mailFiles(bytes);
  return files?.map((file) => ({ path: file.name, size: file.bytes.length, isLocked: false, read: () => file.bytes })) ?? null;
}
