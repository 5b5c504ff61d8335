import type { Day } from '../../../core/day.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { returnedNowLetter } from '../../../core/wording/event-letters.ts';
import { digestLetter, missingLetter, returnedLetter } from '../../../core/wording/reminder.ts';
import { FINANCE, obligationsIn, plan, row, TINH_KHE } from '../../support/a-form.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

const { agency, period } = obligationsIn('2026');
const [tinhKhe, finance, office] = [TINH_KHE, FINANCE, 'VPUB'].map((id) => agency.get(id)!) as [never, never, never];
const on = (today: string) => ({
  plan,
  period,
  today: today as Day,
  address: 'https://phuluc.tinh.example',
  contact: 'Văn phòng UBND tỉnh, điện thoại […]',
});

test('whoever has sent nothing is told what is missing, until when, and what to do', () => {
  expect(missingLetter(tinhKhe, on('2026-11-24'))).toEqual({
    subject: '[Phụ lục số] Kỳ 2026: Còn 5 ngày, chưa nhận được báo cáo',
    text: `Kính gửi: UBND xã Tịnh Khê

Tính đến ngày 24/11/2026, Sở Khoa học và Công nghệ chưa nhận được báo cáo kỳ 2026 của đơn vị (Kế hoạch số 05/KH-UBND). Hạn gửi là ngày 29/11/2026: còn 5 ngày.

Đề nghị đơn vị điền biểu Phụ lục, kiểm tra và gửi trên hệ thống Phụ lục số, rồi lưu biên nhận. Nội dung chưa có số liệu thì chọn “Chưa có số liệu” và ghi lý do ở cột Giải trình.

Nếu đơn vị vừa gửi báo cáo, xin bỏ qua thư này.

Trang nộp báo cáo: https://phuluc.tinh.example/
Đầu mối liên hệ: Văn phòng UBND tỉnh, điện thoại […]

Trân trọng.
`,
  });
});

test.each([
  ['2026-11-28', 'Còn 1 ngày'],
  ['2026-11-29', 'Hôm nay là hạn cuối'],
  ['2026-12-02', 'Quá hạn 3 ngày'],
])('on %s the subject says: %s', (today, said) =>
  expect(missingLetter(tinhKhe, on(today)).subject).toBe(`[Phụ lục số] Kỳ 2026: ${said}, chưa nhận được báo cáo`),
);

test('a returned report is reminded of with its remarks by row, each on one line, in the order of the plan', () => {
  const remarks = { [row('PL2.I.1')]: 'Thiếu số\nvăn bản.', [row('PL1.I.1.3')]: 'Kiểm tra lại mẫu số.' };
  const { subject, text } = returnedLetter(finance, { version: 2, on: '2026-11-20' as Day, remarks }, on('2026-11-24'));
  expect(subject).toBe('[Phụ lục số] Kỳ 2026: Báo cáo được trả lại, chưa gửi lại; còn 5 ngày');
  expect(text).toContain('Báo cáo kỳ 2026 của đơn vị (lần nộp 2) được trả lại ngày 20/11/2026.');
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    expect.stringMatching(/^- I\.1\.3 \(Tỷ lệ người dân.*\): Kiểm tra lại mẫu số\.$/),
    expect.stringMatching(/^- I\.1 \(.*…\): Thiếu số văn bản\.$/),
  ]);
});

test.each<[string, { remarks: Readonly<Partial<Record<RowId, string>>>; remark?: string }, string]>([
  ['at rows', { remarks: { [row('PL1.I.1.3')]: 'Kiểm tra lại.' } }, 'sửa số liệu hoặc ghi giải trình ở các dòng có ý kiến rồi gửi lại'],
  ['of the whole', { remarks: {}, remark: 'Bổ sung tài liệu.' }, 'rà soát báo cáo theo ý kiến chung rồi gửi lại'],
  ['nowhere', { remarks: {} }, 'liên hệ đầu mối dưới đây để biết nội dung cần sửa, rồi gửi lại'],
])('what is asked for follows from what was remarked: %s', (_where, { remarks, remark }, asked) => {
  const context = on('2026-11-24');
  const letters = [
    returnedLetter(finance, { version: 1, on: '2026-11-20' as Day, remarks, ...(remark !== undefined && { remark }) }, context),
    returnedNowLetter(finance, { version: 1, remarks, remark: remark ?? null }, context),
  ];
  for (const { text } of letters) expect(text.match(/Đề nghị đơn vị [^.]*/g)).toEqual([`Đề nghị đơn vị ${asked}`]);
});

test('a consolidator reads who is missing, who was returned, and how many days are left', () => {
  const pending = { obliged: 1112, missing: [tinhKhe], returned: [{ agency: finance, on: '2026-11-20' as Day }], unreadable: [] };
  const { subject, text } = digestLetter(office, pending, on('2026-11-24'));
  expect(subject).toBe('[Phụ lục số] Kỳ 2026: Đã nhận 1.111/1.112 báo cáo; còn 5 ngày');
  expect(text).toContain(
    'Chưa gửi (1 đơn vị):\n- Xã Tịnh Khê\n\nĐã trả lại, chưa gửi lại (1 đơn vị):\n- Sở Tài chính (trả lại ngày 20/11/2026)',
  );
});

test('whatever a remark holds, its letter is plain lines: one a row, and nothing that steers a terminal or a mail program', () => {
  for (const remark of Object.values(HOSTILE_TEXTS)) {
    const returned = { version: 1, on: '2026-11-20' as Day, remarks: { [row('PL1.I.1.3')]: remark } };
    const { subject, text } = returnedLetter(finance, returned, on('2026-11-24'));
    expect(`${subject}${text}`).toMatch(/^(?:[^\p{Cc}\p{Cs}\ufffe\uffff\u2028\u2029\u202a-\u202e\u2066-\u2069]|\n)*$/u);
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(1);
  }
});
