import { type AnyRule, RULES, type RuleId } from './rules.ts';

const byId: ReadonlyMap<string, AnyRule> = new Map(RULES.map((one) => [one.id, one]));

/** The rule of an id; undefined where it is none, or one of another release. */
export const ruleNamed = (id: string): AnyRule | undefined => byId.get(id);

export const ruleWithId = (id: RuleId): AnyRule => byId.get(id) as AnyRule; // every id is one of the list

export const isRuleId = (id: unknown): id is RuleId => typeof id === 'string' && byId.has(id);
