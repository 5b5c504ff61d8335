import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WrongCall } from './wrong-call.ts';

/** Writes a file whole or not at all: beside its place first, then renamed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, content);
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
