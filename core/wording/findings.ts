import type { Finding } from '../findings/finding.ts';
import type { RowId } from '../plan/plan.ts';
import { RETIRED } from '../rules/retired.ts';
import { ruleNamed, ruleWithId } from '../rules/rule-by-id.ts';

/** What is wrong and what to do, in official Vietnamese. */
export const sentenceOf = ({ rule, facts, row, column = '' }: Finding): string =>
  ruleWithId(rule).sentence(facts as never, { row, column }); // a finding has the facts of its rule

/** The same of a finding that was stored by this or another release; null where no rule of that id, or none with such facts, is known. */
export function sentenceOfStored(rule: string, facts: unknown, row: string | null, column = ''): string | null {
  const known = ruleNamed(rule) ?? RETIRED.find(({ id }) => id === rule);
  const parsed = known?.facts.safeParse(facts);
  if (!known || !parsed?.success) return null;
  return known.sentence(parsed.data as never, { row: row as RowId | null, column }); // parsed by its own rule; a row of the report
}
