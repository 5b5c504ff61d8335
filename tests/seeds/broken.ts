/** A deep copy with one field changed; `undefined` takes the field out. The path is written as a schema's complaint names it. */
export function withField(seed: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const copy: Record<string, unknown> | unknown[] = Array.isArray(seed) ? [...seed] : { ...(seed as object) };
  const fields = copy as Record<string, unknown>; // an array is a record of its places
  if (rest.length > 0) fields[key] = withField(fields[key], rest.join('.'), value);
  else if (value === undefined) delete fields[key];
  else fields[key] = value;
  return copy;
}
