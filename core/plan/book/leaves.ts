import type * as z from 'zod';

type Schema = z.core.$ZodType;

/** What a blank cell says: that nothing is there, that there is none, or a value without anything in it. */
type Blank = undefined | null | '' | 'no-items';

/** A value of a plan that stands in one cell. */
export interface Leaf {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly blank: Blank;
}

interface Around {
  readonly path: readonly string[];
  /** Within something that may be left out as a whole, or that has several shapes. */
  readonly isLoose: boolean;
}

/** All values that an object of this schema is made of, in its order; of several shapes those of all, each once. Lists and records are values. */
export function leavesOf(schema: Schema, { path, isLoose }: Around = { path: [], isLoose: false }): Leaf[] {
  const { inner, left } = bare(schema);
  const def = defOf(inner);
  const below = (key: string, one: Schema, loose = isLoose || left === 'out') => leavesOf(one, { path: [...path, key], isLoose: loose });
  if (def.type === 'object') return Object.entries(def.shape).flatMap(([key, one]) => below(key, one));
  if (def.type === 'union' && def.options.every((option) => defOf(bare(option).inner).type === 'object'))
    return firstOfEach(def.options.flatMap((option) => leavesOf(option, { path, isLoose: true })));
  const keys = def.type === 'record' ? defOf(def.keyType) : null;
  if (def.type === 'record' && keys?.type === 'enum')
    return Object.keys(keys.entries).flatMap((key) => below(key, def.valueType, true));
  return [{ path, schema: inner, blank: isLoose ? undefined : blankOf(inner, left) }];
}

/** What a schema is within what says that it may be left out. */
export function bare(schema: Schema): { readonly inner: Schema; readonly left: 'in' | 'out' | 'null' } {
  const def = defOf(schema);
  if (def.type === 'optional' || def.type === 'default') return { inner: bare(def.innerType).inner, left: 'out' };
  if (def.type === 'nullable') return { inner: bare(def.innerType).inner, left: 'null' };
  return { inner: schema, left: 'in' };
}

/** What zod knows of a schema. */
export const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def; // every schema of zod is one of these

/** What a blank cell says where its schema stands by itself. */
export function blankOf(schema: Schema, left: 'in' | 'out' | 'null'): Blank {
  if (left === 'null') return null;
  if (left === 'out') return undefined;
  const { type } = defOf(schema);
  return type === 'string' ? '' : type === 'array' ? 'no-items' : undefined;
}

function firstOfEach(leaves: readonly Leaf[]): Leaf[] {
  const seen = new Set<string>();
  return leaves.filter(({ path }) => {
    const key = path.join('.');
    return !seen.has(key) && seen.add(key);
  });
}
