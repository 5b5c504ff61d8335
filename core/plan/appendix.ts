import * as z from 'zod';
import { oncePerObject } from '../once.ts';

/** The id of a table of the plan: the ids of its rows begin with it and a point. */
const TableId = z.string().regex(/^[A-Z][A-Za-z0-9]*$/);

/** As Excel takes the name of a sheet; `History` is its own (Microsoft, "Rename a worksheet"). */
const SheetName = z
  .string()
  .min(1)
  .max(31)
  .regex(/^(?!')[^\\/?*[\]:\p{Cc}]*[^\\/?*[\]:\p{Cc}']$/u)
  .refine((name) => name.toLowerCase() !== 'history');

const Header = z.string().trim().min(1).max(160);

/** What every table of the plan says of itself. */
const ANY_TABLE = { sheet: SheetName, heading: z.string().min(1), title: z.string(), attached: z.string() };

/**
 * A table that belongs to the plan, with the plan's own headings of its columns: one that is left out has no column. Tables stand in the
 * plan's order; which rows a table holds follows from their ids.
 */
export const Appendix = z.discriminatedUnion('kind', [
  z.strictObject({
    id: TableId,
    kind: z.literal('indicators'),
    ...ANY_TABLE,
    columns: z.strictObject({
      tt: Header,
      name: Header,
      unit: Header.optional(),
      target: Header,
      leads: Header,
      implementers: Header.optional(),
    }),
  }),
  z.strictObject({
    id: TableId,
    kind: z.literal('tasks'),
    ...ANY_TABLE,
    columns: z.strictObject({
      tt: Header,
      name: Header,
      leads: Header,
      coordinators: Header.optional(),
      deliverable: Header.optional(),
      timeframe: Header.optional(),
    }),
  }),
]);
export type Appendix = z.infer<typeof Appendix>;

/** The id of the table that a row's id begins with: "B1.I.1.3" → "B1". */
export const tableIdOf = (row: string): string => row.slice(0, Math.max(0, row.indexOf('.')));

const byId = oncePerObject((appendices: readonly Appendix[]) => new Map(appendices.map((one) => [one.id, one])));

/** The table of the plan in which a row stands by its id; undefined where the plan has none of that id. */
export const appendixHolding = ({ appendices }: { readonly appendices: readonly Appendix[] }, row: string): Appendix | undefined =>
  byId(appendices).get(tableIdOf(row));
