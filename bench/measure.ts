import { spawnSync } from 'node:child_process';

/** Median of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Runs the contenders in turn, `rounds` times after one round to warm up: milliseconds of each, medians. Fair on a noisy machine. */
export async function inTurn<Name extends string>(rounds: number, contenders: Record<Name, () => unknown>): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[]; // keys of the record are its names
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await contenders[name]();
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

const TELLS_PEAK = 'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';

/** One command as a whole process: seconds and, for node, its peak resident memory in MB. A failing one stops the bench. */
export function wholeProcess(command: string, args: readonly string[]): { seconds: number; peak: number; out: string } {
  const start = performance.now();
  const isNode = command === process.execPath;
  const { status, stdout, stderr } = spawnSync(command, isNode ? ['--import', TELLS_PEAK, ...args] : args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`[bench] "${command} ${args.slice(0, 2).join(' ')}": exit code ${status}: ${stderr.slice(-300)}`);
  return { seconds, peak: Number(/peak (\d+)$/.exec(stderr)?.[1] ?? 0) / 1024, out: stdout };
}

/** Prints a table: first column left, the others right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, k) => Math.max(...[head, ...rows].map((row) => row[k]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((text, k) => (k === 0 ? text.padEnd(widths[k] ?? 0) : text.padStart(widths[k] ?? 0))).join('  ');
  process.stdout.write(`\n${title}\n${[head, ...rows].map(line).join('\n')}\n`);
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const timesText = (value: number): string => `${value.toFixed(2)} ×`;
