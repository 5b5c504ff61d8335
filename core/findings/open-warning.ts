import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import type { Severity } from '../rules/rule.ts';
import { ruleNamed } from '../rules/rule-by-id.ts';
import { type AnyEntry, partFields, valueIn } from '../tables/inputs.ts';
import { isBlankText } from '../text.ts';

/** A finding as it is stored with a version: its rule is one of this or another release. */
interface Stored {
  readonly rule: string;
  readonly severity: Severity;
  readonly row: string | null;
}

/** Whether a warning still waits for its reason: it asks for one and `Giải trình` of its row is blank. A waived one is but a hint. */
const isOpen = ({ rule, severity, row }: Stored, { indicators }: Report): boolean =>
  severity === 'warning' && ruleNamed(rule)?.reason === 'asked' && hasNoReason(indicators[row as RowId]);

/** How many warnings of a report still wait for their reason. */
export const openWarnings = (findings: readonly Stored[], report: Report): number => findings.filter((one) => isOpen(one, report)).length;

const hasNoReason = (entry: AnyEntry | undefined): boolean =>
  partFields('indicators', 'reason').every((field) => isBlankText(String(valueIn(entry, field) ?? '')));
