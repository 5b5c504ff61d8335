import { type Context, createContext, Script } from 'node:vm';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readUpload, type Upload } from '../read/read-upload.ts';
import { unpackByZlib } from '../unpack-by-zlib.ts';

/** A filled form takes some ten milliseconds. */
const BRIEFLY_MS = 1_500;
const CALL = new Script('read()');
const around: { read?: () => Upload } = {};
/** Made once: to make one takes as long as to read a sheet. */
const made: { context?: Context } = {};

/**
 * Reads an upload in this very thread, which is the quickest way for files that are sound; null where it was stopped because it takes
 * longer than any of these. What the reader remembers is then half written: this thread is to read nothing more.
 */
export function readBriefly(bytes: Uint8Array, context: ReadingContext): Upload | null {
  around.read = () => readUpload(bytes, context, unpackByZlib);
  try {
    made.context ??= createContext(around);
    return CALL.runInContext(made.context, { timeout: BRIEFLY_MS });
  } catch (error) {
    // The error is of the other context, and no Error of this one.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  }
}
