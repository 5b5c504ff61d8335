/** Milliseconds of processor time that something takes in this process: unlike the wall's, it is the same on a machine that is busy. */
export function processorTime(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
