export type LogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical' | 'none';

/** A line of the log: facts by name. Headers, bodies and query texts never stand in it. */
export interface LogLine {
  readonly level: LogLevel;
  readonly message?: string;
  readonly [fact: string]: unknown;
}

export type Log = (line: LogLine) => void;

const QUIET: readonly LogLevel[] = ['trace', 'debug', 'none'];
const ACCESS_KEY = /pls_[\w-]+/g;

/** Writes each line as JSON with its time; whatever looks like an access key is blotted out, wherever it came from. */
export function jsonLog(write: (line: string) => void, clock: () => Date = () => new Date()): Log {
  return (line) => {
    if (QUIET.includes(line.level)) return;
    write(`${JSON.stringify({ time: clock().toISOString(), ...line }).replace(ACCESS_KEY, 'pls_…')}\n`);
  };
}

/** What a log says of an error: its own words and those of its causes, with the places. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? (error.stack ?? error.message) : `${error.stack ?? error.message}\nbecause: ${errorText(error.cause)}`;
}
