import { RestError } from '@azure/data-tables';
import { StoreUnavailable } from './table.ts';

/**
 * Makes one call, its repetitions by the client included, within a time. What the storage answers to the call itself (not there,
 * there already, another tag, a malformed request) goes through as it is; all else is an outage and becomes `StoreUnavailable`.
 */
export async function reached<T>(
  what: string,
  table: string,
  milliseconds: number,
  call: (options: { abortSignal: AbortSignal }) => Promise<T>,
): Promise<T> {
  try {
    return await call({ abortSignal: AbortSignal.timeout(milliseconds) });
  } catch (cause) {
    if (isMissing(cause) || isConflict(cause) || isMalformed(cause)) throw cause;
    // The message of a failed call may quote its address; a shared signature would stand in it.
    const why =
      cause instanceof RestError ? (cause.code ?? cause.statusCode ?? cause.name) : cause instanceof Error ? cause.name : 'unknown';
    throw new StoreUnavailable(`[${what}] "${table}": ${why}`, { cause });
  }
}

/** The row is not there; a missing table or container has the same status, but is an outage. */
export const isMissing = (error: unknown): boolean => httpStatusOf(error) === 404 && !isTableMissing(error);

/** In transactions the client gives no error code, only the status of the change that failed. */
export const isConflict = (error: unknown): boolean => isMissing(error) || httpStatusOf(error) === 409 || httpStatusOf(error) === 412;

const isMalformed = (error: unknown): boolean => httpStatusOf(error) === 400 || httpStatusOf(error) === 413;

const isTableMissing = (error: unknown): boolean =>
  error instanceof RestError && /TableNotFound|ContainerNotFound|table specified does not exist/i.test(`${error.code} ${error.message}`);

/** The status of an answer of the storage; undefined for whatever else went wrong. Both of Azure's clients throw the same kind of error. */
export const httpStatusOf = (error: unknown): number | undefined => (error instanceof RestError ? error.statusCode : undefined);
