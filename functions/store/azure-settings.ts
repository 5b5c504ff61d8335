import { type TableServiceClientOptions as ClientOptions, TableClient } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';

/** Where the table is and how to get at it. */
export type AzureSettings = {
  readonly tableName: string;
  /** Pause before the client repeats a failed call the first time; it grows with each of the three repetitions. */
  readonly retryDelayMs?: number;
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: TokenCredential });

const RETRIES = 3;
const LONGEST_PAUSE_MS = 4_000;

/** The client of one table. Nothing is sent yet. */
export function clientOf(settings: AzureSettings): TableClient {
  const { tableName, retryDelayMs = 400 } = settings;
  const retryOptions = { maxRetries: RETRIES, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: LONGEST_PAUSE_MS };
  if ('connectionString' in settings) {
    // Only an emulator speaks without TLS, and its connection string says so.
    const allowInsecureConnection = /=http(;|:)/i.test(settings.connectionString);
    return TableClient.fromConnectionString(settings.connectionString, tableName, { retryOptions, allowInsecureConnection });
  }
  const options: ClientOptions = { retryOptions };
  return new TableClient(settings.endpoint, tableName, settings.credential, options);
}
