import { readFileSync } from 'node:fs';
import { formatCount } from '../core/format.ts';
import { quotedOrNone, uncheckedSentence, verifiedSentence } from '../core/wording/verified-document.ts';
import type { CheckedFigures } from '../templates/checking/difference.ts';
import { appendixRequest, documentContext, reportRequest } from './consolidated-request.ts';
import { loadContext } from './context.ts';
import { consolidatedIn } from './kept-reports.ts';
import { needed, parseCall } from './options.ts';
import { printable } from './printable.ts';
import { WrongCall } from './wrong-call.ts';

/**
 * `phuluc verify`: every figure of a report or an appendix workbook worked out once more from what `consolidate` left; 1 where one differs.
 */
export async function verify(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['against', 'settings', 'plan', 'agencies']);
  const [file, extra] = rest;
  if (file === undefined || extra !== undefined)
    throw new WrongCall('Nêu một tệp .docx hoặc .xlsx. Ví dụ: phuluc verify bao-cao-2026.docx --against ket-qua');
  const folder = needed(values.against, 'against');
  const loaded = loadContext(values);
  const consolidated = consolidatedIn(folder, loaded);
  const ground = documentContext(values.settings, consolidated.matrix.period, loaded);
  const bytes = bytesOf(file);
  const isDocument = file.toLowerCase().endsWith('.docx');
  const { readingPool } = await import('../templates/beside/reading-pool.ts');
  const pool = readingPool({ workers: 1, mostWaiting: 1 });
  const ofDocument = async () => {
    const printed = await pool.document(bytes, '');
    const { checkDocument } = await import('../templates/checking/check-document.ts');
    const request = reportRequest(consolidated, ground, { rows: 'all', annexOfNames: 'with', annexOfSources: 'with' });
    return printed && printed !== 'busy' ? checkDocument(printed, request) : null;
  };
  const ofWorkbook = async () => {
    const { buildAppendix } = await import('../templates/appendix/build-appendix.ts');
    const compared = await pool.compare(bytes, await buildAppendix(appendixRequest(folder, consolidated, ground)), '');
    return compared === 'busy' ? null : compared;
  };
  const checked = await (isDocument ? ofDocument() : ofWorkbook()).finally(pool.end);
  if (!checked) throw new WrongCall(`Tệp “${file}” không phải báo cáo .docx hoặc phụ lục .xlsx đọc được.`);
  process.stdout.write(`${told(checked).map(printable).join('\n')}\n`);
  return checked.differences.length === 0 ? 0 : 1;
}

const told = (checked: CheckedFigures): string[] => [...toldDifferences(checked), ...toldUnchecked(checked)];

function toldUnchecked({ unchecked, moreUnchecked = 0 }: CheckedFigures): string[] {
  if (unchecked.length === 0) return [];
  return [
    `${uncheckedSentence(unchecked.length + moreUnchecked)}:`,
    ...unchecked.map(({ place, text }) => ` ${place}: ${quotedOrNone(text)}`),
    ...toldOthers(moreUnchecked),
  ];
}

function toldDifferences({ count, differences, more = 0 }: CheckedFigures): string[] {
  const sentence = verifiedSentence(count, differences.length + more);
  if (differences.length === 0) return [sentence];
  return [
    `${sentence}:`,
    ...differences.map(
      ({ place, printed, computed }) => ` ${place}: trong tệp ${quotedOrNone(printed)}, tính lại ${quotedOrNone(computed)}`,
    ),
    ...toldOthers(more),
  ];
}

const toldOthers = (count: number): string[] => (count > 0 ? [` … và ${formatCount(count)} chỗ khác nữa.`] : []);

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new WrongCall(`Không mở được tệp “${path}”. Kiểm tra lại đường dẫn.`);
  }
}
