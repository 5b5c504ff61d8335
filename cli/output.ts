import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPieces, jsonPieces } from '../core/json-pieces.ts';
import { WrongCall } from './wrong-call.ts';

/** UTF-16 units that are written at a time. */
const ENOUGH = 64 * 1024;

/** Writes a file whole or not at all: beside its place first, then renamed. */
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
  const aside = `${path}.${process.pid}.tmp`;
  try {
    write(aside);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
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
