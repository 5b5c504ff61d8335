import type { Finding } from '../findings/finding.ts';
import { sentenceOf } from './findings.ts';

/** A finding as clients see it: the sentence made, the facts left out, the place where there is one. */
export function wireFinding(found: Finding) {
  const { rule, severity, row, field, sheet, cell } = found;
  return {
    rule,
    severity,
    row,
    field,
    message: sentenceOf(found),
    ...(sheet !== undefined && { sheet }),
    ...(cell !== undefined && { cell }),
  };
}
