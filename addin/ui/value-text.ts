import { formatCount, formatDate, formatPercentNumber } from '../../core/format.ts';
import type { Change } from '../../core/report-diff.ts';
import { cellValue, STATE_WORDS, STATUS_WORDS } from '../../core/words.ts';

const WORDS: Readonly<Record<string, string>> = { ...STATE_WORDS, ...STATUS_WORDS };

/** What a version says in a field, as the form shows it; a dash where it says nothing. */
export function valueText(field: string, value: Change['before']): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return String(cellValue(value));
  if (typeof value === 'number')
    return field === 'percent' ? formatPercentNumber(value) : Number.isInteger(value) ? formatCount(value) : String(value);
  if (field === 'state' || field === 'status') return WORDS[value] ?? value;
  return field === 'issuedOn' ? formatDate(value) : value;
}
