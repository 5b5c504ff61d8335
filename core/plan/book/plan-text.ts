import * as z from 'zod';
import { Agencies } from '../agency.ts';
import { Plan } from '../plan.ts';
import { orderOf } from './book-columns.ts';
import { bare, defOf } from './leaves.ts';

/** A plan as its file is written: members in the order of its schema, a blank for each level, a line end behind. */
export const planText = (plan: unknown): string => `${JSON.stringify(inOrder(Plan, plan), null, 1)}\n`;

/** The list of its agencies likewise. */
export const agenciesText = (agencies: unknown): string => `${JSON.stringify(inOrder(Agencies, agencies), null, 1)}\n`;

function inOrder(schema: z.core.$ZodType, value: unknown): unknown {
  const { inner } = bare(schema);
  const def = defOf(inner);
  if (Array.isArray(value)) return def.type === 'array' ? value.map((one) => inOrder(def.element, one)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const shape = shapeOf(inner, value);
  if (shape === null) return value;
  const known = orderOf(inner, [...shape.keys()]);
  const given = Object.keys(value);
  return Object.fromEntries(
    [...known.filter((key) => given.includes(key)), ...given.filter((key) => !known.includes(key))].map((key) => {
      const below = shape.get(key);
      const one: unknown = Reflect.get(value, key);
      return [key, below ? inOrder(below, one) : one];
    }),
  );
}

/** The members that a schema knows, of several shapes those of the value's own; null where it knows none by name. */
function shapeOf(schema: z.core.$ZodType, value: unknown): ReadonlyMap<string, z.core.$ZodType> | null {
  const def = defOf(schema);
  if (def.type === 'object') return new Map(Object.entries(def.shape));
  if (def.type === 'union') {
    const own = def.options.find((option) => z.safeParse(option, value).success);
    return own ? shapeOf(bare(own).inner, value) : null;
  }
  const keys = def.type === 'record' ? defOf(def.keyType) : null;
  return def.type === 'record' && keys?.type === 'enum' ? new Map(Object.keys(keys.entries).map((key) => [key, def.valueType])) : null;
}
