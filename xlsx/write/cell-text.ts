import { abridged } from '../../core/clip-text.ts';
import { LONGEST_TEXT } from '../../core/limits.ts';

/** A cell's text, cut where Excel would refuse the workbook. */
export const cellText = (text: string): string => abridged(text, LONGEST_TEXT);
