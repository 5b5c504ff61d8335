import type { Finding } from '../../core/findings/finding.ts';
import { sentenceOf } from '../../core/wording/findings.ts';
import type { Finding as WireFinding } from './receipt.ts';

/** A finding as clients see it: the sentence made. */
export const wireFinding = (found: Finding): WireFinding => ({
  rule: found.rule,
  severity: found.severity,
  row: found.row,
  field: found.field,
  message: sentenceOf(found),
  ...(found.sheet !== undefined && { sheet: found.sheet }),
  ...(found.cell !== undefined && { cell: found.cell }),
});
