/** Remembers a value under a key and forgets what was remembered first where there are more than `most`. Returns the value. */
export function keepNewest<T>(map: Map<string, T>, key: string, value: T, most: number): T {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}
