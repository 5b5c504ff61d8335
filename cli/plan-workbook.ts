import { basename } from 'node:path';
import type { Workbook } from '../core/grid.ts';
import { blankPlan } from '../core/plan/book/blank-plan.ts';
import { agenciesText, planText } from '../core/plan/book/plan-text.ts';
import { type PasteDoubt, proposePlan } from '../core/plan/book/propose-plan.ts';
import { readBook } from '../core/plan/book/read-book.ts';
import { failed, type Result } from '../core/result.ts';
import { unreadableFile } from '../core/rules/files.ts';
import { type BookFinding, bookFindings } from '../core/wording/book-faults.ts';
import { sentenceOf } from '../core/wording/findings.ts';
import { checkPlanFiles, planFilesOf, refusalText } from '../seeds/chosen-plan.ts';
import { buildPlanWorkbook } from '../templates/plan-workbook/build-plan-workbook.ts';
import { noPlanWorkbook, type ReadPlanFile, readPlanWorkbook } from '../templates/plan-workbook/read-plan-workbook.ts';
import { unpackAhead } from '../templates/unpack-ahead.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { type Call, needed } from './options.ts';
import { inFolder, outputFolder, writeWhole } from './output.ts';
import { printable } from './printable.ts';
import { openFile } from './read-file.ts';
import { PlanRefused, WrongCall } from './wrong-call.ts';

/** `phuluc plan export`: plan and agencies as one workbook. A plan with errors is none. */
export async function exportPlan({ values, rest }: Call): Promise<number> {
  if (rest.length > 0) throw new WrongCall('Nêu kế hoạch bằng --plan. Ví dụ: phuluc plan export --out ke-hoach.xlsx --plan ke-hoach.json');
  const path = needed(values.out, 'out');
  const checked = checkPlanFiles(planFilesOf(values, process.env));
  if (!checked.ok)
    throw checked.error.why === 'faults' ? new PlanRefused(refusalText(checked.error)) : new WrongCall(refusalText(checked.error));
  const { written, told } = checked.value;
  if (told.some(({ severity }) => severity === 'error')) throw new PlanRefused(refusalText({ why: 'faults', findings: told }));
  writeWhole(path, await buildPlanWorkbook(values.blank ? blankPlan(written) : written));
  process.stdout.write(`Đã ghi kế hoạch ra bảng tính: ${path}\n`);
  return 0;
}

/** `phuluc plan import`: such a workbook back as the two files; 1 where it has errors, and nothing is written. */
export async function importPlan({ values, rest: [file, extra] }: Call): Promise<number> {
  if (file === undefined || extra !== undefined)
    throw new WrongCall('Nêu một tệp bảng tính kế hoạch. Ví dụ: phuluc plan import ke-hoach.xlsx --out ke-hoach');
  const folder = needed(values.out, 'out');
  const read = readPlanFile(file);
  const isBroken = read.findings.some(({ severity }) => severity === 'error');
  const lines = read.findings.map((one) => printable(bookFindingLine(one)));
  if (values.json) process.stdout.write(`${JSON.stringify(read.findings, null, 1)}\n`);
  else if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  if (isBroken || read.written === null) return 1;
  outputFolder(folder);
  writeWhole(inFolder(folder, 'plan.json'), planText(read.written.plan));
  writeWhole(inFolder(folder, 'agencies.json'), agenciesText(read.written.agencies));
  if (!values.json) process.stdout.write(`Đã ghi plan.json, agencies.json vào ${folder}\n`);
  return 0;
}

/** `phuluc plan propose`: tables that were pasted into a plan workbook, with a proposal for each row that a person confirms. */
export async function proposeRows({ values, rest: [file, extra] }: Call): Promise<number> {
  if (file === undefined || extra !== undefined)
    throw new WrongCall('Nêu một tệp bảng tính kế hoạch. Ví dụ: phuluc plan propose ke-hoach.xlsx --out ke-hoach-2.xlsx');
  const path = needed(values.out, 'out');
  const opened = openWorkbook(file);
  if (!opened.ok) throw new WrongCall(opened.error.message);
  const findings = bookFindings(readBook(opened.value), basename(file)).filter(isOfTables);
  if (findings.length > 0) {
    process.stdout.write(`${findings.map((one) => printable(bookFindingLine(one))).join('\n')}\n`);
    return 1;
  }
  const { written, proposed, agencies, unread, doubts } = proposePlan(opened.value);
  writeWhole(path, await buildPlanWorkbook(written, proposed, agencies));
  const filled =
    agencies.size > 0 ? ` Đã điền chỗ trống của ${agencies.size} đơn vị ở trang Đơn vị (ô tô màu): xem lại mã, loại, vai trò.` : '';
  process.stdout.write(
    `Đã đề xuất ${proposed.size} dòng, ghi vào ${path}. Xem các ô tô màu, sửa, rồi chọn “đã xác nhận” ở cột Đề xuất.${filled}\n`,
  );
  for (const [doubt, say] of Object.entries(DOUBTS) as [PasteDoubt, (rows: string) => string][])
    if (doubts[doubt].length > 0) process.stdout.write(`  ▲ ${say(doubts[doubt].join(', '))}\n`);
  for (const { sheet, headings } of unread) {
    const named = headings.map((heading) => `“${heading}”`).join(', ');
    process.stdout.write(`  ▲ ${printable(sheet)}: không lấy cột ${printable(named)}. Cần giữ thì chép vào cột Ghi chú của bảng tính.\n`);
  }
  return 0;
}

/** What a person is to hold against the plan. */
const DOUBTS: Readonly<Record<PasteDoubt, (rows: string) => string>> = {
  number: (rows) =>
    `Số thứ tự, mục tiêu, thời gian hoặc ô chữ khác của ${rows} đã thành số hoặc ngày khi dán: đối chiếu với kế hoạch (“12.000” có thể đã thành 12, “9/10” thành 09/10, “1.10” thành 1.1; ngày mùng 1 được đọc là tháng).`,
  lead: (rows) =>
    `${rows} không có cơ quan chủ trì trong bảng đã dán; đề xuất lấy theo dòng trên (ô gộp có thể đã mất khi dán): đối chiếu với kế hoạch.`,
  joined: (rows) => `${rows} nằm ở nhiều dòng của bảng đã dán, đã ghép lại: đối chiếu với kế hoạch.`,
  offices: (rows) => `Cơ quan của ${rows} đứng ở nhiều dòng trong một ô, đã tách thành danh sách: đối chiếu với kế hoạch.`,
  footnote: (rows) => `${rows} có số chú thích ở cuối chữ, đã bỏ: đối chiếu với kế hoạch.`,
};

/** Without its sheets and the list of its tables a workbook has no place for rows. */
const isOfTables = ({ rule, field, severity }: BookFinding): boolean =>
  severity === 'error' &&
  (rule === 'no-such-sheet' || rule === 'no-such-part' || (field.startsWith('appendices') && !field.includes('.columns')));

/** What a file says as a plan, and all that is to be told of it; a file that is no workbook says nothing. */
function readPlanFile(path: string): ReadPlanFile {
  const opened = openFile(path);
  if ('bytes' in opened) return readPlanWorkbook(opened.bytes, basename(path));
  const [unread] = opened.unread.findings;
  if (unread?.rule === unreadableFile.id) throw new WrongCall(`Không mở được tệp “${path}”. Kiểm tra lại đường dẫn.`);
  return noPlanWorkbook(basename(path), unread ? sentenceOf(unread) : 'Không đọc được tệp.');
}

/** The sheets of a file, whatever its bytes are; or why it is no workbook. */
function openWorkbook(path: string): Result<Workbook, BookFinding> {
  const opened = openFile(path);
  const [unread] = 'unread' in opened ? opened.unread.findings : [];
  if (unread?.rule === unreadableFile.id) throw new WrongCall(`Không mở được tệp “${path}”. Kiểm tra lại đường dẫn.`);
  const workbook = 'bytes' in opened ? readWorkbook(opened.bytes, unpackAhead(opened.bytes)) : null;
  if (workbook?.ok) return workbook;
  const why = workbook ? workbook.error : unread;
  const message = why ? sentenceOf(why) : 'Không đọc được tệp.';
  return failed({ file: basename(path), field: '', rule: 'not-a-workbook', severity: 'error', message });
}

const SIGNS = { error: '✕', warning: '▲' } as const satisfies Record<BookFinding['severity'], string>;

/** "  ✕ Biểu 01 · J12 · B1.A.3: …" */
const bookFindingLine = ({ sheet, cell, row, severity, message }: BookFinding): string => {
  const place = [sheet, cell, row].filter((part) => part !== undefined).join(' · ');
  return `  ${SIGNS[severity]} ${place === '' ? '' : `${place}: `}${message}`;
};
