import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'node_modules/@microsoft/office-js/dist');

/** Where add-ins load office.js from; tests answer these addresses from the package, unmodified. */
export const LIBRARY_ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** A file of the library by its path below the address, null where there is none. */
export function libraryFile(path: string): Buffer | null {
  const file = join(FOLDER, path);
  return file.startsWith(FOLDER) && existsSync(file) ? readFileSync(file) : null;
}
