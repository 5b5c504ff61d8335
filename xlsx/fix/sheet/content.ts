import type { Cell } from '../../../core/grid.ts';
import { xmlText } from '../../../core/xml-text.ts';

/** What a changed cell holds: nothing, a text, or a number with the way it is to be shown. */
export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: Cell['format'] };

const DAYS_FROM_1900_TO_1904 = 1462;

/** The content that a value stands for; dates are written in the workbook's own system. */
export function contentOf(value: string | number | null, format: Cell['format'], date1904: boolean): Content {
  if (value === null || value === '') return { kind: 'blank' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return { kind: 'number', number: format === 'date' && date1904 ? value - DAYS_FROM_1900_TO_1904 : value, format };
}

/** A text that a program would take for a formula if somebody typed it: it is kept a text when the cell is edited, too. */
export const startsAsFormula = (text: string): boolean => /^[=+\-@']/.test(text);

/** A cell element with this content. Texts stand in the cell itself, so that the table of shared texts stays as it is. */
export function cellXml(prefix: string, place: string | null, style: number, content: Content): string {
  const attributes = `${place === null ? '' : ` r="${place}"`}${style === 0 ? '' : ` s="${style}"`}`;
  const open = `<${prefix}c${attributes}`;
  switch (content.kind) {
    case 'blank':
      return `${open}/>`;
    case 'text':
      return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(content.text)}</${prefix}t></${prefix}is></${prefix}c>`;
    case 'number':
      return `${open}><${prefix}v>${content.number + 0}</${prefix}v></${prefix}c>`;
  }
}
