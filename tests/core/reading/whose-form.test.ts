import { IDENTITY } from '../../../core/identity-sheet.ts';
import { agencyName } from '../../../core/plan/agency.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { letterheadOf } from '../../../templates/form/letterhead-text.ts';
import { type AForm, aForm, agencies, FINANCE, obligationsIn, POLICE, row, TINH_KHE } from '../../support/a-form.ts';
import { INDICATOR_SHEET, TASK_SHEET } from '../../support/plan-sheets.ts';

const OTHER = 'XA-21034';
const agency = (id: string) => agencies.find((one) => one.id === id)!;
const one = INDICATOR_SHEET.title;

/** A form with the letterhead of an agency in a year, as the builder writes it. */
function headed(of: string, year: string, form: AForm = aForm().filled()): AForm {
  const { governs, agency: name, number, placeAndDate, attached, schedule } = letterheadOf(agency(of), obligationsIn(year));
  for (const sheet of [INDICATOR_SHEET.title, TASK_SHEET.title])
    [
      governs,
      name,
      '───',
      number,
      'PHỤ LỤC I',
      `DANH MỤC CÁC CHỈ TIÊU CỤ THỂ - KẾT QUẢ THỰC HIỆN NĂM ${year}`,
      attached,
      schedule,
      placeAndDate,
    ].forEach((text, k) => {
      form.at(sheet, k + 1, k === 8 ? 9 : 1, text);
    });
  return form;
}
const found = (form: AForm) => form.read().findings.map(({ rule, sheet, cell }) => `${rule} ${sheet} ${cell}`);

test('the agency’s own letterhead is no difference, whatever number, place and day are filled in', () => {
  for (const id of [TINH_KHE, FINANCE, POLICE, 'SKHCN', 'VPUB'])
    expect([id, headed(id, '2026', aForm(id as never).filled()).found()]).toEqual([id, []]);
  const form = headed(TINH_KHE, '2026').at(one, 4, 1, 'Số: 15/BC-UBND').at(one, 9, 9, 'Sơn Tịnh, ngày 05 tháng 01 năm 2027');
  form.at(one, 7, 1, `(Kèm theo Báo cáo số 15/BC-UBND ngày 05 tháng 01 năm 2027 của ${agencyName(agencies, TINH_KHE)})`);
  expect(form.found()).toEqual([]);
});

test('a letterhead of another agency is named once a sheet, at its first cell', () => {
  expect(found(headed(OTHER, '2026'))).toEqual([`heading-differs Phụ lục I A2`, `heading-differs Phụ lục II A2`]);
  expect(headed(OTHER, '2026').read().findings.map(sentenceOf)[0]).toMatch(
    /^Tiêu đề biểu ghi “ỦY BAN NHÂN DÂN .+”, trong khi biểu này là của UBND xã Tịnh Khê\./,
  );
});

test.each<[string, (form: AForm) => AForm]>([
  [
    'in the note of what it is attached to',
    (form) => form.at(one, 7, 1, `(Kèm theo Báo cáo số 3/BC-UBND ngày 5 tháng 11 năm 2026 của ${agencyName(agencies, OTHER)})`),
  ],
  ['by its short name', (form) => form.at(one, 2, 1, agency(OTHER).shortName.toUpperCase())],
  ['in a line of its own', (form) => form.at(one, 2, 1, `TỈNH QUẢNG NGÃI\n${agency(OTHER).name.toUpperCase()}`)],
  [
    'decomposed and broken over two lines',
    (form) => form.at(one, 2, 1, agency(OTHER).name.toUpperCase().normalize('NFD').replace('XÃ'.normalize('NFD'), '\nXÃ')),
  ],
  ['by its symbol', (form) => form.at(one, 4, 1, 'Số: 15/BC-STC')],
])('another agency is found %s', (_, change) => {
  expect(change(headed(TINH_KHE, '2026')).found()).toEqual([expect.stringMatching(/^warning heading-differs A\d$/)]);
});

test('whom the report goes to, and whose paper asked for it, is no other letterhead', () => {
  const asked = headed(TINH_KHE, '2026')
    .at(one, 3, 6, 'Kính gửi:')
    .at(one, 4, 6, 'Sở Khoa học và Công nghệ')
    .at(one, 7, 1, '(Theo Công văn số 99/SKHCN-CĐS ngày 01/11/2026 của Sở Khoa học và Công nghệ)');
  expect(asked.found()).toEqual([]);
  expect(headed(TINH_KHE, '2026').at(one, 3, 6, 'Kính gửi:\nSở Khoa học và Công nghệ').found()).toEqual([]);
  const others = `(Kèm theo Báo cáo số 3/BC-UBND ngày 5 tháng 11 năm 2026 của ${agencyName(agencies, OTHER)})`;
  expect(asked.at(one, 7, 1, others).found()).toEqual(['warning heading-differs A7']);
});

test('a title or a schedule of another period is named', () => {
  expect(headed(TINH_KHE, '2026').at(one, 6, 1, 'DANH MỤC CÁC CHỈ TIÊU CỤ THỂ - KẾT QUẢ THỰC HIỆN NĂM 2025').found()).toEqual([
    'warning heading-differs A6',
  ]);
  expect(headed(TINH_KHE, '2026').at(one, 8, 1, 'Kỳ báo cáo 2027: số liệu từ 15/12/2026 đến 14/11/2027').found()).toEqual([
    'warning heading-differs A8',
  ]);
  expect(headed(TINH_KHE, '2026').at(one, 6, 1, 'TỔNG HỢP 2025').at(one, 8, 1, 'Kính gửi: Sở Tài chính').found()).toEqual([]);
});

const identity = (form: AForm, title: string, change: Partial<Record<'plan' | 'period' | 'agency' | 'layoutVersion', string>> = {}) => {
  const labels = Object.entries({ plan: 'QNI-CQS-2026-2030', ...change });
  const source = form.cells.get(IDENTITY.sheet)!;
  for (const [number, cells] of source) for (const cell of cells.values()) form.at(title, number, cell.column, cell.value);
  const order = Object.keys(IDENTITY.labels);
  for (const [label, value] of labels) if (change[label as 'plan'] !== undefined) form.at(title, order.indexOf(label) + 1, 2, value);
  return form;
};

test('an identity sheet that was renamed and shown, without its name, is read all the same', () => {
  const form = identity(aForm().filled(), 'Sheet4');
  form.cells.delete(IDENTITY.sheet);
  expect(form.found()).toEqual([]);
  expect(form.read().identity?.agency).toBe(TINH_KHE);
});

test('two identity sheets that say the same are one; two that differ are an error, wherever they stand', () => {
  expect(identity(aForm().filled(), 'Định danh (2)').found()).toEqual([]);
  for (const change of [{ agency: OTHER }, { period: '2027' }, { layoutVersion: '2' }, { plan: 'x' }])
    expect([change, identity(aForm().filled(), 'Sheet4', change).found()]).toEqual([change, ['error identity-ambiguous']]);
  const named = identity(aForm().filled(), 'Sheet4', { agency: OTHER });
  named.names.set(IDENTITY.definedName, { sheet: IDENTITY.sheet, row: 1, column: 1 });
  expect(named.found()).toEqual(['error identity-ambiguous']);
  expect(aForm().filled().at(IDENTITY.sheet, 9, 1, 'agency').at(IDENTITY.sheet, 9, 2, OTHER).found()).toEqual(['error identity-ambiguous']);
});

const [A, C, SAME_NAME, T, T2] = ['PL1.I.1.3', 'PL1.I.1.2', 'PL1.II.1.1', 'PL2.II.1', 'PL2.II.2'];

function swapIds(form: AForm, ...ids: string[]): AForm {
  const places = ids.map((id) => form.rows.get(row(id)) ?? 0);
  for (const [k, id] of ids.entries()) form.at(form.sheetOf(id).title, places[(k + 1) % ids.length]!, 1, id);
  return form;
}

test('Mã that changed places are an error at each, which names both rows, and neither figure counts', () => {
  const form = swapIds(aForm().filled(), A, C);
  expect(form.found()).toEqual([`error row-mixed-up A${form.rows.get(row(A))}`, `error row-mixed-up A${form.rows.get(row(C))}`]);
  expect(form.read().findings.map(sentenceOf).sort()[0]).toMatch(/^Mã của dòng I\.1\.2 đứng cạnh nội dung của dòng I\.1\.3,/);
  expect(form.read().report?.indicators[row(A)]).toBeUndefined();
  expect(
    swapIds(aForm().filled(), T, T2, 'PL2.VI.2')
      .found()
      .map((one) => one.split(' ')[1]),
  ).toEqual(['row-mixed-up', 'row-mixed-up', 'row-mixed-up']);
});

test('two rows of one name are told apart by their other texts', () => {
  expect(
    swapIds(aForm().filled(), A, SAME_NAME)
      .found()
      .map((one) => one.split(' ')[1]),
  ).toEqual(['row-mixed-up', 'row-mixed-up']);
});

test('a finding names the column of its own table', () => {
  const said = (id: string) => aForm().filled().put(id, 'name', 'Tên khác').read().findings.map(sentenceOf);
  expect(said(A)).toEqual([expect.stringContaining('cột Chỉ tiêu')]);
  expect(said(T)).toEqual([expect.stringContaining('cột Nhiệm vụ, giải pháp')]);
  expect(aForm().filled().put(T, 'leads', 'Sở khác').read().findings.map(sentenceOf)).toEqual([
    expect.stringContaining('cột Cơ quan chủ trì khác'),
  ]);
});

test('who alone leads a task and calls it not relevant is asked for the reason, and no one else', () => {
  const not = (id: string, of: string) =>
    aForm(of as never)
      .filled()
      .put(id, 'status', 'Không liên quan')
      .put(id, 'percent', null);
  const asked = not('PL2.I.2', 'SKHCN');
  expect(asked.found()).toEqual([`warning lead-not-relevant ${asked.cellOf('PL2.I.2', 'note')}`]);
  expect(not('PL2.I.2', 'SKHCN').put('PL2.I.2', 'note', 'Đã chuyển cho cơ quan khác').found()).toEqual([]);
  expect(not('PL2.I.2', 'SKHCN').put('PL2.I.2', 'note', '\u2800').found()).toHaveLength(1);
  expect(not('PL2.II.4', 'STC').found()).toEqual([]);
  expect(not('PL2.II.1', TINH_KHE).found()).toEqual([]);
});
