/**
 * Lets callers go on in the order in which they ask, one in each turn of the event loop. Node takes one new connection a turn: where
 * twenty calls that are ready run in one turn, whoever connects late waits for rounds and rounds of those who came before.
 */
export function turns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
