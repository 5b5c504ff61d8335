import { type Finding, finding } from '../findings/finding.ts';
import type { Report } from '../report.ts';
import type { RuleContext } from './rule.ts';
import { RULES } from './rules.ts';

/** Everything that the rules find in a report: run by pane, command line and server alike. */
export const checkReport = (report: Report, context: RuleContext): Finding[] =>
  RULES.flatMap((rule) =>
    (rule.check?.(report, context) ?? []).map(({ facts, ...place }) => finding(rule, facts as never, place) as Finding),
  ); // a rule finds facts of its own
