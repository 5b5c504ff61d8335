import type * as z from 'zod';
import { fc } from './properties.ts';

const TEXTS = ['2026', 'Sở Tài chính', '“12/KH”', 'PL1.I.1.3', '😀'];

/** Anything that a rule may know by its schema. */
export function someFacts(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  const parts = def as unknown as Record<string, z.core.$ZodType>;
  switch (def.type) {
    case 'string':
      return fc.constantFrom(...TEXTS.filter((text) => (schema as z.ZodType).safeParse(text).success)); // every schema of zod is one
    case 'number':
      return fc
        .oneof(
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
        )
        .filter((value) => (schema as z.ZodType).safeParse(value).success); // whole numbers alone, for some
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(parts.entries as object));
    case 'nullable':
      return fc.option(someFacts(parts.innerType!));
    case 'optional':
      return fc.option(someFacts(parts.innerType!), { nil: undefined });
    case 'literal':
      return fc.constantFrom(...((def as unknown as { readonly values: readonly unknown[] }).values ?? []));
    case 'readonly':
      return someFacts(parts.innerType!);
    case 'array':
      return fc.array(someFacts(parts.element!), { maxLength: 3 });
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(parts.shape as object).map(([name, part]) => [name, someFacts(part)])));
    default:
      throw new Error(`no facts of the type ${def.type}`);
  }
}
