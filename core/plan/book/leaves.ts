import type * as z from 'zod';

type Schema = z.core.$ZodType;

/** What a blank cell says: that nothing is there, that there is none, or a value without anything in it. */
type Blank = undefined | null | '' | 'no-items' | 'no-pairs';

/** A value of a plan that stands in one cell. */
export interface PlanLeaf {
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly blank: Blank;
}

interface Around {
  readonly path: readonly string[];
  /** Within something that may be left out as a whole, or that has several shapes. */
  readonly isLoose: boolean;
}

/**
 * All values that an object of this schema is made of, in its order; of several shapes those of all, each once. Lists and records are
 * values.
 */
export function planLeaves(schema: Schema, { path, isLoose }: Around = { path: [], isLoose: false }): PlanLeaf[] {
  const { inner, left } = bare(schema);
  const def = defOf(inner);
  const below = (key: string, one: Schema, loose = isLoose || left === 'out') => planLeaves(one, { path: [...path, key], isLoose: loose });
  if (def.type === 'object') return Object.entries(def.shape).flatMap(([key, one]) => below(key, one));
  if (def.type === 'union' && def.options.every((option) => defOf(bare(option).inner).type === 'object'))
    return merged(def.options.map((option) => planLeaves(option, { path, isLoose })));
  const keys = def.type === 'record' ? defOf(def.keyType) : null;
  if (def.type === 'record' && keys?.type === 'enum') return Object.keys(keys.entries).flatMap((key) => below(key, def.valueType, true));
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
function blankOf(schema: Schema, left: 'in' | 'out' | 'null'): Blank {
  if (left === 'null') return null;
  if (left === 'out') return undefined;
  const { type } = defOf(schema);
  if (type === 'string') return '';
  return type === 'array' ? 'no-items' : type === 'record' ? 'no-pairs' : undefined;
}

/** The leaves of all shapes; what only some of them have may be left out. */
function merged(shapes: readonly (readonly PlanLeaf[])[]): PlanLeaf[] {
  const keyOf = ({ path }: PlanLeaf): string => path.join('.');
  const byKey = new Map(shapes.flat().map((leaf) => [keyOf(leaf), leaf]));
  const ofAll = (key: string): boolean => shapes.every((leaves) => leaves.some((leaf) => keyOf(leaf) === key));
  return [...byKey].map(([key, leaf]) => (ofAll(key) ? leaf : { ...leaf, blank: undefined }));
}
