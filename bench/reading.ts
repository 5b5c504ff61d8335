import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { loadContext } from '../cli/context.ts';
import type { ReadingContext } from '../core/reading/read-report.ts';
import { unpackAhead } from '../templates/unpack-ahead.ts';
import { readUpload } from '../templates/upload/read-upload.ts';
import { inTurn, ms, table, timesText } from './measure.ts';

/**
 * Reading and checking all workbooks beside the floor (inflating the sheets and looking at each byte once) and beside exceljs reading them.
 */
export async function benchReading(folder: string): Promise<void> {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const context: ReadingContext = { ...loadContext({}), expected: null, previous: null };
  const found = await inTurn(7, {
    floor: () => files.reduce((sum, bytes) => sum + scanned(bytes), 0),
    ours: () => files.map((bytes) => readUpload(bytes, context, unpackAhead(bytes)).findings.length),
  });
  const sample = files.slice(0, 28);
  const beside = await inTurn(2, {
    exceljs: async () => {
      for (const bytes of sample) await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer); // its types predate Buffer's
    },
    ours: () => sample.map((bytes) => readUpload(bytes, context, unpackAhead(bytes)).findings.length),
  });
  table(
    `Đọc và kiểm tra ${files.length} biểu đã điền (trung vị 7 lượt)`,
    ['', 'thời gian', 'so với mức sàn'],
    [
      ['mức sàn: giải nén trang tính, quét byte một lần', ms(found.floor), timesText(1)],
      ['Phụ lục số: đọc, kiểm tra', ms(found.ours), timesText(found.ours / found.floor)],
    ],
  );
  table(
    `${sample.length} biểu, so với exceljs (trung vị 2 lượt)`,
    ['', 'thời gian', 'tỷ số'],
    [
      ['exceljs: chỉ đọc', ms(beside.exceljs), timesText(1)],
      ['Phụ lục số: đọc, kiểm tra', ms(beside.ours), timesText(beside.ours / beside.exceljs)],
    ],
  );
}

/** Inflates the worksheets and shared strings of a workbook and counts their tags, byte by byte. */
function scanned(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  let tags = 0;
  for (let k = view.getUint16(end + 10, true); k > 0; k--) {
    const [packed, nameLength, local] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (!name.startsWith('xl/worksheets/sheet') && name !== 'xl/sharedStrings.xml') continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = inflateRawSync(bytes.subarray(start, start + packed));
    for (let byte = 0; byte < content.length; byte++) if (content[byte] === 60) tags++;
  }
  return tags;
}
