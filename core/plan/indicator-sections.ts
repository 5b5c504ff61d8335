import { appendixHolding, tableIdOf } from './appendix.ts';
import { headingsAbove } from './headings.ts';
import type { Indicator, Plan } from './plan.ts';

/** Indicators that belong together, under the plan's own words. */
export interface IndicatorSection {
  readonly id: string;
  readonly title: string;
  readonly indicators: readonly Indicator[];
}

/** Indicators by the group in which they stand, those in none by their table; in the order in which the plan comes to them. */
export function indicatorSections(plan: Plan): readonly IndicatorSection[] {
  const sections = new Map<string, Indicator[]>();
  for (const row of plan.indicators) {
    const key = row.group === undefined ? tableIdOf(row.id) : `nhom_${row.group}`;
    sections.set(key, [...(sections.get(key) ?? []), row]);
  }
  return [...sections].flatMap(([key, indicators]) => {
    const [first] = indicators;
    return first ? [{ id: first.group ?? key, title: titleOf(plan, first), indicators }] : [];
  });
}

/** The titles of the headings above a row, the widest first; of a row below none that of its table. */
function titleOf(plan: Plan, { id, group }: Indicator): string {
  const titles = headingsAbove(plan.groups, group).map(({ title }) => title);
  if (titles.length > 0) return titles.join(' - ');
  const table = appendixHolding(plan, id);
  return table?.title || table?.heading || '';
}
