/** How many characters have to be put in, left out or changed to make one text of the other; `most + 1` where it is more than `most`. */
export function editDistance(one: string, other: string, most: number): number {
  const tooMany = most + 1;
  if (Math.abs(one.length - other.length) > most) return tooMany;
  // only cells at most `most` off the diagonal can be on the way
  let last: number[] = Array.from({ length: other.length + 1 }, (_, k) => Math.min(k, tooMany));
  for (let i = 1; i <= one.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(other.length, i + most)];
    const next: number[] = new Array(other.length + 1).fill(tooMany);
    if (i <= most) next[0] = i;
    let least = next[0] ?? tooMany;
    for (let j = from; j <= to; j++) {
      const changed = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const cost = Math.min(changed, (last[j] ?? tooMany) + 1, (next[j - 1] ?? tooMany) + 1, tooMany);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return tooMany;
    last = next;
  }
  return last[other.length] ?? tooMany;
}
