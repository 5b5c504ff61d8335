import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPieces, jsonPieces } from '../core/json-pieces.ts';
import { fileToReplace, NotAFile } from '../functions/store/real-path.ts';
import { notAFile } from './not-a-file.ts';
import { WrongCall } from './wrong-call.ts';

/** UTF-16 units that are written at a time. */
const ENOUGH = 64 * 1024;

/** Writes a file whole or not at all: beside its place first, then renamed; a link goes on leading to it. Throws `WrongCall` where no file can be there. */
export const writeWhole = (path: string, content: string | Uint8Array): void => writeAside(path, (aside) => writeFileSync(aside, content));

/**
 * Writes the JSON of a value and a line end, whole or not at all; in pieces, as of a country it would be held in memory three times over.
 */
export function writeJson(path: string, value: object): void {
  writeAside(path, (aside) => {
    const file = openSync(aside, 'w');
    try {
      for (const piece of inPieces(jsonPieces(value), ENOUGH)) writeFileSync(file, piece);
      writeFileSync(file, '\n');
    } finally {
      closeSync(file);
    }
  });
}

function writeAside(path: string, write: (aside: string) => void): void {
  try {
    const place = fileToReplace(path);
    const aside = `${place}.${process.pid}.tmp`;
    try {
      write(aside);
      renameSync(aside, place);
    } finally {
      rmSync(aside, { force: true });
    }
  } catch (error) {
    throw outputFault(path, error);
  }
}

/** What the system says of a path at which no file can be, whatever is allowed and free on the disk. */
const NO_PLACE = ['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'];

/** What kept a result from being written to the path that the call names: a wrong call where no file can be there. */
export function outputFault(path: string, error: unknown): unknown {
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (name === NotAFile.name) return new WrongCall(notAFile(path, 'Nêu tên tệp khác sau --out.'));
  return NO_PLACE.includes(code) ? new WrongCall(`Không ghi được tệp “${path}”. Kiểm tra lại đường dẫn sau --out.`) : error;
}

/** Makes the folder that results go to. */
export function outputFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new WrongCall(`Không tạo được thư mục kết quả “${path}”. Chọn thư mục khác sau --out.`);
  }
  return path;
}

export const inFolder = (folder: string, name: string): string => join(folder, name);
