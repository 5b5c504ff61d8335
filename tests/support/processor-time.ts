const sinceMs = (began: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

/** Milliseconds of processor time that something takes in this process: unlike the wall's, it is the same on a machine that is busy. */
export function processorTime(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  return sinceMs(began);
}

/** The same of what ends later; whatever else this process does meanwhile counts in. */
export async function processorTimeUntil(work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  return sinceMs(began);
}
