/** Has something made on somebody's behalf; 'busy' where so many are being made for it already. */
export function fewAtOnce(most: number): <T>(by: string, make: () => Promise<T>) => Promise<T | 'busy'> {
  const underway = new Map<string, number>();
  return async (by, make) => {
    const before = underway.get(by) ?? 0;
    if (before >= most) return 'busy';
    underway.set(by, before + 1);
    try {
      return await make();
    } finally {
      const left = (underway.get(by) ?? 1) - 1;
      if (left > 0) underway.set(by, left);
      else underway.delete(by);
    }
  };
}
