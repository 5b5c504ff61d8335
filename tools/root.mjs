import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, wherever the process was started. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A path of the checkout. */
export const at = (...parts) => join(root, ...parts);

/** Whether a module is the program that was started, also through a symbolic link. */
export const isProgram = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
