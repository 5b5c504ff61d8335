import type { Day } from '../../../core/day.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { ownReportHead, reportHead } from '../../../core/report-text/paper-head.ts';
import { agencies, plan } from '../../support/a-form.ts';

const byId = new Map(agencies.map((agency) => [agency.id as string, agency]));
const own = (id: string) => ownReportHead(byId.get(id)!, plan);

test('the province’s report is the committee’s, its number, day and name still open', () => {
  expect(reportHead(plan, byId, {})).toMatchObject({
    governs: null,
    issuer: 'ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI',
    number: 'Số: …/BC-UBND',
    placeAndDate: 'Quảng Ngãi, ngày … tháng … năm …',
    attached: '(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm … của UBND tỉnh Quảng Ngãi)',
    signer: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    signerName: '',
    recipients: ['Các sở, ban, ngành', 'UBND các xã, phường, đặc khu', 'Lưu: VT.'],
  });
});

test('settings say who signs for whom, number, day, and where it goes', () => {
  const head = reportHead(plan, byId, {
    number: '15',
    day: '2027-01-05' as Day,
    onBehalfOf: 'KT. CHỦ TỊCH',
    title: 'PHÓ CHỦ TỊCH',
    name: 'Nguyễn Văn A',
    addressees: ['Bộ Khoa học và Công nghệ'],
    recipients: ['Như trên'],
  });
  expect(head).toMatchObject({
    number: 'Số: 15/BC-UBND',
    placeAndDate: 'Quảng Ngãi, ngày 05 tháng 01 năm 2027',
    attached: '(Kèm theo Báo cáo số 15/BC-UBND ngày 05 tháng 01 năm 2027 của UBND tỉnh Quảng Ngãi)',
    signer: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signerName: 'Nguyễn Văn A',
    recipients: ['Như trên', 'Lưu: VT.'],
  });
});

test('a number that was typed with its symbol does not get a second one', () => {
  const head = reportHead(plan, byId, { number: '15/BC-UBND-KGVX' });
  expect([head.number, head.attached]).toEqual([
    'Số: 15/BC-UBND-KGVX',
    expect.stringMatching(/^\(Kèm theo Báo cáo số 15\/BC-UBND-KGVX ngày/),
  ]);
});

test.each([
  [
    ['Như trên', 'Lưu: VT, KGVX.'],
    ['Như trên', 'Lưu: VT, KGVX.'],
  ],
  [
    ['Lưu:VT', 'Như trên'],
    ['Như trên', 'Lưu:VT'],
  ],
  [['Phòng Lưu trữ'], ['Phòng Lưu trữ', 'Lưu: VT.']],
])('the file copy is named once and last, also where it was typed (%j)', (recipients, said) =>
  expect(reportHead(plan, byId, { recipients }).recipients).toEqual(said),
);

test('only the months January and February have a nought before them', () => {
  const dated = (day: string) => reportHead(plan, byId, { day: day as Day }).placeAndDate;
  expect([dated('2026-11-30'), dated('2026-06-09'), dated('2026-02-10')]).toEqual([
    'Quảng Ngãi, ngày 30 tháng 11 năm 2026',
    'Quảng Ngãi, ngày 09 tháng 6 năm 2026',
    'Quảng Ngãi, ngày 10 tháng 02 năm 2026',
  ]);
});

test('a department may issue it under its own name and head', () => {
  expect(reportHead(plan, byId, { issuer: 'SKHCN' as AgencyId })).toMatchObject({
    governs: plan.office.governs.provincial,
    issuer: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    number: 'Số: …/BC-SKHCN',
    signer: ['GIÁM ĐỐC'],
  });
});

test('a commune’s own report is signed by its chairman on behalf of its committee, and dated at its place', () => {
  const commune = agencies.find(({ id }) => id === 'XA-21211')!;
  expect(own('XA-21211')).toMatchObject({
    governs: plan.office.governs.commune,
    signer: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    addressees: [plan.reporting.to],
  });
  expect(own('XA-21211').placeAndDate).toMatch(new RegExp(`^${commune.place ?? plan.office.place}, ngày`));
});

test('no agency reports to itself: the office that consolidates reports to the one that issued the plan', () => {
  expect(agencies.filter((agency) => ownReportHead(agency, plan).addressees.includes(agency.name))).toEqual([]);
  expect(own('SKHCN').addressees).toEqual(['UBND tỉnh Quảng Ngãi']);
});

test('every agency has somebody who signs', () => {
  expect(agencies.filter((agency) => ownReportHead(agency, plan).signer.length === 0)).toEqual([]);
  expect(own('VPUB').signer).toEqual(['CHÁNH VĂN PHÒNG']);
});
