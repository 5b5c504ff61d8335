import { Refusal } from './refusal.ts';
import type { ModelCell } from './sheet.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const PERCENT = /^[+-]?\d+(\.\d+)?%$/;
const DATE = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/;
const GROUPED = /^\d{1,3}(,\d+)+(\.\d+)?$/;

/** Characters of a cell (support.microsoft.com, "Excel specifications and limits"). */
const MOST_CHARACTERS = 32_767;

/**
 * What Excel makes of a value that an add-in writes: texts are parsed as if typed in the US (OfficeDev/office-js issues 1559, 3775), save in
 * cells of format Text; one that is too long is refused (that its code is InvalidArgument is our claim).
 */
export function usParsed(value: unknown, numberFormat: string): Pick<ModelCell, 'value' | 'formula' | 'error'> {
  const cell = (parsed: ModelCell['value'], formula: string | null = null) => ({ value: parsed, formula, error: false });
  if (typeof value === 'number' || typeof value === 'boolean') return cell(value);
  const text = String(value ?? '');
  if (text.replace(/^'/, '').length > MOST_CHARACTERS) throw new Refusal('InvalidArgument', `a text of ${text.length} characters`);
  if (text.startsWith("'")) return cell(text.slice(1));
  if (text === '' || numberFormat === '@') return cell(text);
  if (text.startsWith('=') && text.length > 1) return cell(0, text);
  if (/^(true|false)$/i.test(text)) return cell(text.toLowerCase() === 'true');
  if (NUMBER.test(text)) return cell(Number(text));
  if (PERCENT.test(text)) return cell(Number(text.slice(0, -1)) / 100);
  if (GROUPED.test(text)) return cell(Number(text.replaceAll(',', '')));
  const [, month, day, year = '2026'] = DATE.exec(text) ?? [];
  if (month !== undefined && Number(month) <= 12) return cell(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569);
  return cell(text);
}
