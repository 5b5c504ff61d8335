import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, wherever the process was started. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A path of the checkout. */
export const at = (...parts) => join(root, ...parts);
