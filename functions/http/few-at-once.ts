/**
 * Places for what is made on somebody's behalf: gives the way to leave the place that was taken, null where so many are taken already.
 */
export function fewAtOnce(most: number): (by: string) => (() => void) | null {
  const taken = new Map<string, number>();
  return (by) => {
    const before = taken.get(by) ?? 0;
    if (before >= most) return null;
    taken.set(by, before + 1);
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      const left = (taken.get(by) ?? 1) - 1;
      if (left > 0) taken.set(by, left);
      else taken.delete(by);
    };
  };
}
