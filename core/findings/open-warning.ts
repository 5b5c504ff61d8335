import type { RowId } from '../plan.ts';
import type { Report } from '../report.ts';
import { type AnyEntry, partFields, valueIn } from '../tables/inputs.ts';
import { isBlankText } from '../text.ts';
import { ASKS_REASON, type Severity } from './catalogue.ts';
import type { RuleId } from './facts.ts';

/** A finding as it is stored with a version: its rule is one of ours. */
interface Stored {
  readonly rule: string;
  readonly severity: Severity;
  readonly row: string | null;
}

/** Whether a warning still waits for its reason: it asks for one and `Giải trình` of its row is blank. A waived one is but a hint. */
export const isOpenWarning = ({ rule, severity, row }: Stored, { indicators }: Report): boolean =>
  severity === 'warning' && ASKS_REASON.has(rule as RuleId) && hasNoReason(indicators[row as RowId]);

const hasNoReason = (entry: AnyEntry | undefined): boolean =>
  partFields('indicators', 'reason').every((field) => isBlankText(String(valueIn(entry, field) ?? '')));
