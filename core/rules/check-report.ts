import { type Finding, finding } from '../findings/finding.ts';
import type { Report } from '../report.ts';
import { none, type RuleContext } from './rule.ts';
import { RULES } from './rules.ts';

/** Most rules find things in workbooks, not in reports. */
const CHECKED = RULES.flatMap((rule) => (rule.check === none ? [] : [{ rule, check: rule.check }]));

/** Everything that the rules find in a report: run by pane, command line and server alike. */
export function checkReport(report: Report, context: RuleContext): Finding[] {
  const found: Finding[] = [];
  for (const { rule, check } of CHECKED)
    for (const { facts, ...place } of check(report, context)) found.push(finding(rule, facts as never, place) as Finding); // a rule finds facts of its own
  return found;
}
