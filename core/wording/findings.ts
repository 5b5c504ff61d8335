import type { Finding } from '../findings/finding.ts';
import { headerOf } from '../layout.ts';
import { ruleOf } from '../rules/rules.ts';

/** What is wrong and what to do, in official Vietnamese. */
export const sentenceOf = ({ rule, facts, row, field }: Finding): string =>
  ruleOf(rule).sentence(facts as never, { row, column: field ? headerOf(field, row) : '' }); // a finding has the facts of its rule
