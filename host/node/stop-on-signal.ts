import { errorText, type Log } from './log.ts';

/** How long running calls may take to end; what remains of the ten seconds is for closing the store. */
const CALLS_MS = 7_000;
const MOST_MS = 9_500;

/**
 * Ends the process in good order on SIGTERM, Ctrl-C, a closed terminal, or an error that nobody caught. npm passes a signal on that the
 * process group got as well: the second one hurries nobody.
 */
export function stopOnSignal(stop: (withinMs: number) => Promise<void>, log: Log): void {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), MOST_MS).unref();
    stop(CALLS_MS).then(
      () => process.exit(code),
      (error) => {
        log({ level: 'critical', message: errorText(error) });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error) => {
      log({ level: 'critical', message: errorText(error) });
      end(1);
    });
  // A terminal that was closed must not end the process in the middle of what it does.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
