/** Progress with counts on a terminal; silent where the output is piped. One line, rewritten. */
export function progress(what: string, total: number): { step: (done: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { step: () => {}, end: () => {} };
  let shown = 0;
  return {
    step(done) {
      const now = Date.now();
      if (now - shown < 100 && done < total) return;
      shown = now;
      process.stderr.write(`\r${what} ${done}/${total}…\u001b[K`);
    },
    end: () => process.stderr.write('\r\u001b[K'),
  };
}
