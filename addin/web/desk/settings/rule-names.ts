import { ruleNamed } from '../../../../core/rules/rule-by-id.ts';
import { RULES, type RuleId } from '../../../../core/rules/rules.ts';

const namedIf = (allowed: 'severity' | 'waiver') =>
  RULES.flatMap(({ id, severity, setting }) => (setting?.allows === allowed ? [{ id, severity, name: setting.name }] : []));

/** Rules that a period may make milder or stricter, as an official would name them. */
export const SETTABLE_RULES = namedIf('severity');

/**
 * Rules that one agency may be freed of: those of a period, and those that leave a figure readable. What could not be read stays unread,
 * waived or not.
 */
export const WAIVABLE_RULES = [...SETTABLE_RULES, ...namedIf('waiver')];

export const isWaivable = (id: string): id is RuleId => WAIVABLE_RULES.some((rule) => rule.id === id);

/** As an official would name the rule; its id where the desk has no name for it. */
export const nameOfRule = (id: RuleId): string => ruleNamed(id)?.setting?.name ?? id;
