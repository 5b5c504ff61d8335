import * as z from 'zod';

/** Primitive types of OData that the feed has (OData CSDL 4.01, 3.3). */
export type EdmType = 'Edm.String' | 'Edm.Int64' | 'Edm.Double' | 'Edm.Boolean' | 'Edm.Date' | 'Edm.DateTimeOffset';

/** One value within a shape: the names that lead to it, and its type. */
export interface Leaf {
  readonly path: readonly string[];
  readonly type: EdmType;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The single values of a shape, objects flattened, of a union those of all its members. Lists, and objects whose members have no names of
 * their own, are no values and left out.
 */
export function leavesOf(shape: z.core.$ZodType): readonly Leaf[] {
  return leavesUnder(z.toJSONSchema(shape, { unrepresentable: 'any' }), []);
}

function leavesUnder(schema: JsonSchema, path: readonly string[]): readonly Leaf[] {
  if (schema.anyOf) return merged(schema.anyOf.flatMap((one) => leavesUnder(one, path)));
  // A union of bare types may be written as their list.
  const types: readonly JsonSchema['type'][] = [schema.type].flat();
  if (types.length > 1) return merged(types.flatMap((type) => leavesUnder({ ...schema, ...(type && { type }) }, path)));
  if (schema.type === 'object')
    return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
      typeof inner === 'boolean' ? [] : leavesUnder(inner, [...path, name]),
    );
  const type = typeOf(schema);
  return type === null ? [] : [{ path, type }];
}

function typeOf({ type, format }: JsonSchema): EdmType | null {
  switch (type) {
    case 'integer':
      return 'Edm.Int64';
    case 'number':
      return 'Edm.Double';
    case 'boolean':
      return 'Edm.Boolean';
    case 'string':
      return format === 'date' ? 'Edm.Date' : format === 'date-time' ? 'Edm.DateTimeOffset' : 'Edm.String';
    default:
      return null;
  }
}

function merged(leaves: readonly Leaf[]): readonly Leaf[] {
  const byName = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const name = leaf.path.join('_');
    const before = byName.get(name);
    byName.set(name, before ? { ...leaf, type: widest(before.type, leaf.type) } : leaf);
  }
  return [...byName.values()];
}

/** Of a value that is a number in some rows and Có or Không in others: a number, 1 for Có. */
const NUMBERS: readonly EdmType[] = ['Edm.Boolean', 'Edm.Int64', 'Edm.Double'];

function widest(one: EdmType, other: EdmType): EdmType {
  if (one === other) return one;
  return NUMBERS.includes(one) && NUMBERS.includes(other) ? 'Edm.Double' : 'Edm.String';
}
