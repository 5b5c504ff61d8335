import type { AuditEntry } from '../../../../contract/audit-entry.ts';
import { planChangeText } from '../../../../core/wording/plan-changes.ts';
import { refusalWord } from '../intake/refusal-word.ts';

/** Why something was done: the reason that was given, else what the entry itself says of it; empty where neither is there. */
export function whyText({ reason, changes, file, rules, agencies }: AuditEntry, nameOf: (id: string) => string): string {
  if (reason !== undefined) return reason;
  if (changes) return changes.map(planChangeText).join('; ');
  if (rules) return [file ?? 'Không rõ tên tệp', rules.map(refusalWord).join('; ')].join(': ');
  return agencies ? agencies.map(nameOf).join('; ') : '';
}
