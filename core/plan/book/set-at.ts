/** An object of a plan while it is put together. */
export type MadePart = Record<string, unknown>;

export const isRecord = (value: unknown): value is MadePart => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a value where a path leads, with the objects on the way; undefined puts nothing. */
export function setAt(made: MadePart, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined || value === undefined) return;
  if (rest.length === 0) {
    made[key] = value;
    return;
  }
  const below = made[key];
  const inner = isRecord(below) ? below : {};
  made[key] = inner;
  setAt(inner, rest, value);
}
