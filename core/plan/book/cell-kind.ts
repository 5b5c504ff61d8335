import type * as z from 'zod';
import { bare, defOf } from './leaves.ts';

/** How a value of the plan stands in its cell. */
export type CellKind = 'text' | 'number' | 'yes-no' | 'word' | 'list' | 'pairs' | 'day' | 'day-of-year';

/** The kind of cell that a schema's values need. */
export function cellKindOf(schema: z.core.$ZodType): CellKind {
  const def = defOf(bare(schema).inner);
  switch (def.type) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'yes-no';
    case 'enum':
    case 'literal':
      return 'word';
    case 'array':
      return 'list';
    case 'record':
      return 'pairs';
    case 'union':
      return 'day-of-year';
    default:
      return textKind(schema);
  }
}

/** Texts that are days take some days and no thirteenth month. */
function textKind(schema: z.core.$ZodType): CellKind {
  const takes = (text: string): boolean => (schema as z.ZodType).safeParse(text).success; // all of the plan's are made by zod itself
  if (takes('2026-12-31') && !takes('2026-13-31')) return 'day';
  return takes('12-31') && !takes('13-31') ? 'day-of-year' : 'text';
}
