import { oncePerObject } from '../once.ts';

/** A heading of the plan between the rows of a table: a group of indicators, a section of tasks. */
interface PlanHeading {
  readonly id: string;
  readonly title: string;
  readonly parent?: string | undefined;
}

/** Groups within groups within groups; deeper ones are none, and a chain that goes in a circle ends here. */
export const MOST_LEVELS = 3;

const byId = oncePerObject(<H extends PlanHeading>(headings: readonly H[]) => new Map(headings.map((one) => [one.id, one])));

/** The headings above what names this one, the widest first; none where it names none that is there. */
export function headingsAbove<H extends PlanHeading>(headings: readonly H[], id: string | undefined): readonly H[] {
  const known = byId(headings) as ReadonlyMap<string, H>; // made from this very list
  const chain: H[] = [];
  for (let one = known.get(id ?? ''); one && chain.length < MOST_LEVELS; one = known.get(one.parent ?? '')) chain.unshift(one);
  return chain;
}
