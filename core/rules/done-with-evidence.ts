import { finding } from '../findings/finding.ts';
import { isBlankText } from '../text.ts';
import type { Rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

const LINK = /https?:\/\/|www\./i;

/** A finished task names its product: number and symbol of the document, or a link (notes, "Evidence"). */
export const doneWithEvidence: Rule = (report, context) =>
  answeredTasks(report, context).flatMap(({ row, entry }) =>
    entry.status === 'done' && isBlankText(entry.document ?? '') && !LINK.test(entry.summary ?? '')
      ? [finding('done-with-evidence', {}, { row, field: 'document' })]
      : [],
  );
