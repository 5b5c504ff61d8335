import { companionOf } from '../../../../core/companion-files.ts';
import { isFormName, packedKind } from './unpack/names.ts';

/** Workbooks among files, zips and mails that may hold some, and the paths of all others. */
export interface PickedFiles {
  readonly workbooks: readonly File[];
  readonly packed: readonly File[];
  readonly others: readonly string[];
}

/** Where a file was within the folder that was chosen. */
export const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/**
 * A folder holds more than forms: letters, scans, the lock files of programs that have a form open (`~$`). Those are left out and named,
 * what a system keeps there for itself is not even that.
 */
export function workbooksAmong(files: readonly File[]): PickedFiles {
  const workbooks = files.filter(({ name }) => isFormName(name));
  const packed = files.filter(({ name }) => packedKind(name) !== null);
  const others = files.filter((file) => !workbooks.includes(file) && !packed.includes(file) && companionOf(pathOf(file)) !== 'of-system');
  return { workbooks, packed, others: others.map(pathOf) };
}

/** What somebody chose by name is tried, whatever it is called. */
export function allChosen(files: readonly File[]): PickedFiles {
  const packed = files.filter(({ name }) => packedKind(name) !== null);
  return { workbooks: files.filter((file) => !packed.includes(file)), packed, others: [] };
}

/** Every file that was dropped, also those in folders and in folders of folders. Must be called while the drop is being told of. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // What was dropped is there only until the event ends: entries first, then what takes time.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const plain = [...data.files];
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])));
  const files = found.flat();
  return files.length > 0 ? files : plain;
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry); // isFile says so
  const reader = (entry as FileSystemDirectoryEntry).createReader(); // what is no file is a folder
  const found: File[] = [];
  // A folder is read a hundred entries at a time, until none is left.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map(filesIn))).flat());
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((done) =>
    entry.file(
      (file) => done([file]),
      () => done([]),
    ),
  );
