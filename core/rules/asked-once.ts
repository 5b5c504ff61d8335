import type { Report } from '../report.ts';
import type { RuleContext } from './rule.ts';

/** Remembers what was last asked of a report: most rules ask the same of the same report, one after the other. */
export function askedOnce<T>(ask: (report: Report, context: RuleContext) => T): (report: Report, context: RuleContext) => T {
  const answers = new WeakMap<RuleContext, { readonly report: Report; readonly answer: T }>();
  return (report, context) => {
    const last = answers.get(context);
    if (last?.report === report) return last.answer;
    const answer = ask(report, context);
    answers.set(context, { report, answer });
    return answer;
  };
}
