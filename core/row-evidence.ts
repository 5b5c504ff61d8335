import type { IndicatorEntry, TaskEntry } from './report.ts';
import { holdsLink, isBlankText } from './text.ts';

/** Whether a task names its product: number and symbol of the document, or a link (notes, "Evidence"). */
export const namesProduct = ({ document = '', summary = '' }: Pick<TaskEntry, 'document' | 'summary'>): boolean =>
  !isBlankText(document) || holdsLink(summary);

/** Whether an indicator names what its figure can be verified by. */
export const namesEvidence = ({ evidence = '' }: Pick<IndicatorEntry, 'evidence'>): boolean => !isBlankText(evidence);
