import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWER_LIBRARY } from './newer-library.ts';

const FOLDER = join(process.cwd(), 'node_modules/@microsoft/office-js/dist');

/** Where add-ins load office.js from; tests answer these addresses from the package, unmodified but for what is newer than it. */
export const LIBRARY_ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** What knows Excel, of the web or the desktop. */
const EXCEL = /^excel-(?:web|win32)-[\d.]+\.js$/;

/** A file of the library by its path below the address, null where there is none. */
export function libraryFile(path: string): Buffer | null {
  const file = join(FOLDER, path);
  if (!file.startsWith(FOLDER) || !existsSync(file)) return null;
  const bytes = readFileSync(file);
  return EXCEL.test(path) ? Buffer.concat([bytes, Buffer.from(NEWER_LIBRARY)]) : bytes;
}
