import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const home = mkdtempSync(join(tmpdir(), 'phuluc-book-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const at = (name: string): string => join(home, name);
const phuluc = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
};

test('a plan is exported and imported byte for byte', () => {
  expect(phuluc('plan', 'export', '--out', at('ke-hoach.xlsx')).code).toBe(0);
  expect(phuluc('plan', 'import', at('ke-hoach.xlsx'), '--out', at('ra')).code).toBe(0);
  for (const name of ['plan.json', 'agencies.json'])
    expect(readFileSync(join(at('ra'), name), 'utf8')).toBe(readFileSync(join('seeds', name), 'utf8'));
});

test('what is no workbook is told and writes nothing; a file that is not there is a wrong call', () => {
  writeFileSync(at('thu.xlsx'), 'không phải bảng tính');
  const { code, out } = phuluc('plan', 'import', at('thu.xlsx'), '--out', at('khong'), '--json');
  expect([code, JSON.parse(out)]).toEqual([1, [expect.objectContaining({ file: 'thu.xlsx', rule: 'not-a-workbook', severity: 'error' })]]);
  expect(existsSync(at('khong'))).toBe(false);
  expect(phuluc('plan', 'import', at('nowhere.xlsx'), '--out', at('khong')).code).toBe(2);
  expect(phuluc('plan', 'export').code).toBe(2);
});

/** A table as it stands in a plan. */
const PASTED = [
  ['STT', 'Tên chỉ tiêu', 'Mục tiêu đến năm 2028', 'Cơ quan chủ trì', 'Cơ quan thực hiện'],
  ['I', 'Chính quyền số', '', '', ''],
  ['1', 'Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ', '≥ 90%', 'Sở Nội vụ', 'Các sở'],
  ['2', 'Trung tâm dữ liệu', 'hoàn thành năm 2027', 'Sở Nội vụ', ''],
];
const GENERAL: Readonly<Record<string, string>> = {
  'Mã kế hoạch': 'TT-2026',
  'Tên kế hoạch': 'Kế hoạch giai đoạn 2026-2028',
  'Ngày ban hành': '15/01/2026',
  'Ngày chốt số liệu': '15/12',
  'Hạn gửi báo cáo': '10/01 năm sau',
};

const write = (sheet: ExcelJS.Worksheet | undefined, row: number, column: number, value: string): void => {
  if (sheet) sheet.getCell(row, column).value = value;
};

/** The blank workbook as somebody fills it in: a few lines, one agency, one pasted table. */
async function pasted(): Promise<string> {
  expect(phuluc('plan', 'export', '--blank', '--out', at('trong.xlsx')).code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at('trong.xlsx'));
  const [plan, agencies, table] = ['Kế hoạch', 'Đơn vị', 'Chỉ tiêu'].map((name) => book.getWorksheet(name));
  plan?.eachRow((row) => {
    const value = GENERAL[String(row.getCell(1).value)];
    if (value) row.getCell(2).value = value;
  });
  const group = (plan?.getColumn(1).values.indexOf('PHẦN 2. Nhóm đơn vị') ?? 0) + 2;
  for (const [k, value] of ['SO', 'Các sở', 'so'].entries()) write(plan, group, k + 1, value);
  const agency: Readonly<Record<string, string>> = {
    Mã: 'SNV',
    'Tên đơn vị': 'Sở Nội vụ',
    'Tên gọi tắt': 'SNV',
    'Loại đơn vị': 'so',
    'Vai trò': 'báo cáo; tổng hợp',
  };
  agencies?.getRow(2).eachCell((cell) => {
    const value = agency[String(cell.value)] ?? (['Thuộc nhóm theo loại', 'Đang dùng'].includes(String(cell.value)) ? 'Có' : undefined);
    if (value) write(agencies, 3, Number(cell.col), value);
  });
  for (const [k, row] of PASTED.entries()) for (const [c, value] of row.entries()) if (value !== '') write(table, 4 + k, 2 + c, value);
  await book.xlsx.writeFile(at('dan.xlsx'));
  return at('dan.xlsx');
}

test('a table pasted from the plan gets proposals that must be confirmed, and then is a plan', async () => {
  const { code, out } = phuluc('plan', 'propose', await pasted(), '--out', at('de-xuat.xlsx'));
  expect([code, out]).toEqual([0, expect.stringContaining('Đã đề xuất 2 dòng')]);
  const refused = phuluc('plan', 'import', at('de-xuat.xlsx'), '--out', at('moi'), '--json');
  expect([refused.code, existsSync(at('moi'))]).toEqual([1, false]);
  const findings = JSON.parse(refused.out) as { severity: string; rule: string; cell: string }[];
  expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, cell }) => `${rule} ${cell}`)).toEqual([
    'proposal-open AG4',
    'proposal-open AG5',
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at('de-xuat.xlsx'));
  for (const cell of ['AG4', 'AG5']) {
    const sheet = book.getWorksheet('Chỉ tiêu');
    if (sheet) sheet.getCell(cell).value = 'đã xác nhận';
  }
  await book.xlsx.writeFile(at('xong.xlsx'));
  expect(phuluc('plan', 'import', at('xong.xlsx'), '--out', at('moi')).code).toBe(0);
  const plan = JSON.parse(readFileSync(join(at('moi'), 'plan.json'), 'utf8'));
  expect(plan.phases).toEqual([{ id: '2026-2028', tt: '', title: 'Giai đoạn 2026-2028', from: 2026, to: 2028 }]);
  expect(plan.groups).toEqual([{ id: 'I', phase: '2026-2028', title: 'Chính quyền số' }]);
  expect(plan.reporting.deadline).toBe('+01-10');
  expect(plan.indicators).toMatchObject([
    {
      id: 'B1.I.1',
      group: 'I',
      leads: ['SNV'],
      reporters: ['SO'],
      measure: { kind: 'pooled-ratio', atLeastPercent: 90, denominator: 'tổng số hồ sơ' },
      due: '2028-12-31',
    },
    { id: 'B1.I.2', leads: ['SNV'], reporters: ['SNV'], measure: { kind: 'statement' }, due: '2027-12-31' },
  ]);
  const forms = phuluc(
    'forms',
    '--period',
    '2026',
    '--out',
    at('bieu'),
    '--plan',
    join(at('moi'), 'plan.json'),
    '--agencies',
    join(at('moi'), 'agencies.json'),
  );
  expect([forms.code, existsSync(join(at('bieu'), 'SNV.xlsx'))]).toEqual([0, true]);
});
