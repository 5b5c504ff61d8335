import { clipText } from '../../../core/clip-text.ts';
import { LONGEST_TEXT } from '../../../core/report.ts';

/** A cell's text, cut where Excel would refuse the workbook. */
export const cellText = (text: string): string => (text.length <= LONGEST_TEXT ? text : `${clipText(text, LONGEST_TEXT - 1)}…`);
