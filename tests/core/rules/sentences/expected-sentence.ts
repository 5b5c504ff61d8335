import type { RuleId } from '../../../../core/rules/rules.ts';

/** A rule, what it knows, and all that people then read: of row I.1.3 and its column Tử số. */
export type ExpectedSentence = readonly [RuleId, object, string];
