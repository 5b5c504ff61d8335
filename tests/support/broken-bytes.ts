/** Changes some bytes: flips, overwrites, cuts out, doubles, splices from elsewhere. */
export function broken(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const [at, length] = [random(result.length || 1), 1 + random(40)];
    const [before, middle, after] = [result.subarray(0, at), result.subarray(at, at + length), result.subarray(at + length)];
    switch (random(6)) {
      case 0:
        result[at] = (result[at] ?? 0) ^ (1 << random(8));
        break;
      case 1:
        result[at] = [0, 0xff, 0x3c, 0x3e, 0x26, 0x22, 0x80, 0x50][random(8)]!;
        break;
      case 2:
        result = Uint8Array.from([...before, ...after]);
        break;
      case 3:
        result = Uint8Array.from([...before, ...middle, ...middle, ...after]);
        break;
      case 4:
        result = result.slice(0, at);
        break;
      default:
        result.set(result.slice(random(result.length || 1)).subarray(0, Math.min(length, result.length - at)), at);
    }
  }
  return result;
}
