import type * as z from 'zod';

/** A value of which any part may be missing. */
export type Sound<T> = T extends readonly (infer E)[]
  ? readonly (Sound<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Sound<T[K]> | undefined }
    : T;

/** Something in a value that its schema does not take, and where. */
export interface ShapeIssue {
  readonly path: readonly PropertyKey[];
  readonly issue: z.core.$ZodIssue;
}

/** What a value is made of that its schema takes, and everything that it does not take: one issue a place. */
export interface Parted<T> {
  readonly sound: Sound<T> | undefined;
  readonly issues: readonly ShapeIssue[];
}

/** Takes out of a JSON value whatever is not of its shape, so that the rest can be looked at all the same. */
export function soundPart<S extends z.ZodType>(schema: S, value: unknown): Parted<z.input<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { sound: value as Sound<z.input<S>>, issues: [] }; // the schema has just taken it
  const issues = parsed.error.issues.flatMap(placesOf);
  const left = issues.reduce((rest: unknown, { path }) => without(rest, path), value);
  return { sound: left as Sound<z.input<S>> | undefined, issues }; // what is left is what no issue was about
}

/** A schema names all foreign members of an object in one issue. */
function placesOf(issue: z.core.$ZodIssue): ShapeIssue[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, issue }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], issue }));
}

/** The value without what stands at a path; the places of a list stay as they are. */
function without(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return undefined;
  const inner = rest.length === 0 ? undefined : without(partAt(value, [key]), rest);
  if (Array.isArray(value)) return value.map((one: unknown, k) => (k === key ? inner : one));
  return { ...value, [key]: inner };
}

/** What stands at a path of a JSON value; undefined where nothing does. */
export function partAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined),
    value,
  );
}
