import type { Report } from '../report.ts';
import type { RuleContext } from './rule.ts';

/** Remembers what was asked last: most rules ask the same of the same report, one after the other. */
export function askedOnce<T>(ask: (report: Report, context: RuleContext) => T): (report: Report, context: RuleContext) => T {
  let last: { readonly report: Report; readonly context: RuleContext; readonly answer: T } | null = null;
  return (report, context) => {
    if (last?.report !== report || last.context !== context) last = { report, context, answer: ask(report, context) };
    return last.answer;
  };
}
