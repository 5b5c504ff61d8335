import * as z from 'zod';
import type { StatedValue } from '../figures/figure.ts';
import { MEASURES } from './measures.ts';

type Kinds = (typeof MEASURES)[number];

/** How the cells of a row add up, and when the row is met (contract, "Adding up"). */
export type Measure = z.infer<Kinds['schema']>;
export const Measure: z.ZodType<Measure> = z.discriminatedUnion(
  'kind',
  MEASURES.map(({ schema }) => schema) as unknown as [Kinds['schema']], // the list is not empty
);

/** What a row adds up to, as matrices write it. Which members it has is known to the measure of the row: `measureOf(row).resultOf`. */
export type RowResult = Readonly<Record<string, number | string | boolean | null>>;
export const RowResult: z.ZodType<RowResult> = z.union(unique(MEASURES.map(({ result }) => result)));

/** The value of a figure that is one: a row's own figure says which. */
export const StatedFigureValue: z.ZodType<StatedValue> = z.union(unique(MEASURES.flatMap(({ figure }) => figure.value ?? [])));

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
