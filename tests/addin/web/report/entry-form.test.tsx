/** @jest-environment jsdom */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { dropTexts } from '../../../../addin/ui/kept-texts.ts';
import { forgetKey, keepKey } from '../../../../addin/ui/own-key.ts';
import type { AgencyPeriod } from '../../../../addin/web/report/agency-period.ts';
import { EntryPart } from '../../../../addin/web/report/entry/entry-part.tsx';
import type { Work } from '../../../../addin/web/report/work.ts';
import { Plan } from '../../../../core/plan/plan.ts';
import { NO_SETTINGS } from '../../../../core/plan/settings.ts';
import type { Report } from '../../../../core/report.ts';
import { agencies, POLICE, row, plan as seeds } from '../../../support/a-form.ts';

const [COUNTED, LEVEL, STATEMENT, NUMBER] = ['PL1.I.1.3', 'PL1.I.1.1', 'PL1.I.1.2', 'PL1.I.2.3'].map(row);
const measures: Readonly<Record<string, object>> = {
  [LEVEL!]: { kind: 'stated-level', statedBy: POLICE, minLevel: 4 },
  [STATEMENT!]: { kind: 'statement' },
  [NUMBER!]: { kind: 'number', from: 'sum', unit: 'tỷ đồng', decimals: 1, target: { op: 'at-least', value: 10 } },
};
/** Of the seeds' plan four rows, each asking the police for another kind of figure. */
const plan = Plan.parse({
  ...seeds,
  indicators: seeds.indicators.flatMap((one) => {
    const measure = measures[one.id] ?? (one.id === COUNTED ? one.measure : null);
    return measure ? [{ ...one, measure, leads: [POLICE], reporters: [POLICE] }] : [];
  }),
  tasks: seeds.tasks.slice(0, 1).map((one) => ({ ...one, leads: [POLICE] })),
});
const cells = { [POLICE]: { state: 'reported', numerator: 90, denominator: 100 } };
const place = {
  agency: POLICE,
  ground: {
    plan,
    agencies,
    settings: NO_SETTINGS,
    period: { period: '2026', state: 'open' },
    previous: { period: '2025', indicators: [{ id: COUNTED, cells }] },
  },
  inForce: null,
  versions: [],
} as unknown as AgencyPeriod; // nothing else of it is looked at

let sent: Report | null = null;
const work = {
  sendEntered: async (report: Report) => {
    sent = report;
  },
  close: () => undefined,
} as unknown as Work; // all that filling in asks for

const find = (id: string) => document.getElementById(id) as HTMLInputElement;
const type = (id: string, text: string) =>
  act(() => {
    const field = find(id);
    field.value = text;
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    field.dispatchEvent(new FocusEvent('blur'));
  });
const choose = (name: string, word: string) =>
  act(() => {
    const radios = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
    radios.find((one) => one.parentElement?.textContent === word)?.click();
  });
const click = (text: string) => act(() => [...document.querySelectorAll('button')].find((one) => one.textContent === text)?.click());
const shown = () => document.body.textContent ?? '';

beforeEach(() => {
  sent = null;
  act(() => render(<EntryPart place={place} work={work} />, document.body));
});
afterEach(() => act(() => render(null, document.body)));

test('each kind of figure has the fields that its shape says, under the headers of the form', () => {
  const controls = [...document.querySelectorAll('.entry-row')].map((one) => [
    one.querySelector('.cited')?.textContent,
    ...[...one.querySelectorAll('label:not(.choice), .label')].map((label) => label.firstChild?.textContent),
    ...[...one.querySelectorAll('.choice')].map(({ textContent }) => textContent),
  ]);
  const states = ['Có số liệu', 'Không phát sinh', 'Chưa có số liệu'];
  const asides = ['Giải trình', 'Tài liệu kiểm chứng'];
  expect(controls).toEqual([
    ['I.1.1', 'Tình trạng', 'Giá trị', ...asides, ...states],
    ['I.1.2', 'Tình trạng', 'Giá trị', 'Ngày hoàn thành', ...asides, ...states, 'Có', 'Không'],
    ['I.1.3', 'Tình trạng', 'Tử số', 'Mẫu số', ...asides, ...states],
    ['I.2.3', 'Tình trạng', 'Giá trị', ...asides, ...states],
    [expect.any(String), 'Tình trạng', 'Tiến độ', 'Số, ký hiệu văn bản', 'Ngày ban hành', 'Trích yếu hoặc liên kết', 'Ghi chú'],
  ]);
  expect(find(`nhap-${LEVEL}-value`).textContent).toBe('– Chọn –12345');
  expect(find(`nhap-${NUMBER}-value`).inputMode).toBe('text');
  expect(find(`nhap-${COUNTED}-numerator`).inputMode).toBe('numeric');
});

test('last period’s figure stands beside its row and is in no field', () => {
  expect(document.querySelector('.last-figure')?.textContent).toBe('Kỳ 2025: 90/100');
  expect([...document.querySelectorAll<HTMLInputElement>('input[type=text], textarea, select')].map(({ value }) => value).join('')).toBe(
    '',
  );
});

test('numbers as Vietnamese people type them become the report that is sent', async () => {
  type(`nhap-${LEVEL}-value`, '4');
  choose(`nhap-${STATEMENT}-value`, 'Có');
  type(`nhap-${STATEMENT}-on`, '5/11/2026');
  type(`nhap-${STATEMENT}-evidence`, '12/QĐ-CAT');
  type(`nhap-${COUNTED}-numerator`, '1 234');
  type(`nhap-${COUNTED}-denominator`, '1.500');
  type(`nhap-${NUMBER}-value`, '1.234,5');
  expect(shown()).toContain('Tỷ lệ: 82,27%');
  expect(shown()).toContain('Hiểu là 1.234');
  expect(find(`nhap-${COUNTED}-state`).checked).toBe(true);
  click('Xem lại và gửi');
  expect(shown()).toContain('Giá trị1.234,5');
  click('Gửi báo cáo');
  expect(sent!.indicators).toEqual({
    [LEVEL!]: { state: 'reported', value: 4 },
    [STATEMENT!]: { state: 'reported', value: true, on: '2026-11-05', evidence: '12/QĐ-CAT' },
    [COUNTED!]: { state: 'reported', numerator: 1234, denominator: 1500 },
    [NUMBER!]: { state: 'reported', value: 1234.5 },
  });
});

test('what may be one thing or the other is asked beside the field, and a click answers', () => {
  type(`nhap-${NUMBER}-value`, '1.234');
  expect(shown()).toContain('Giá trị “1.234” không phải một số.');
  click('Đổi thành số 1.234');
  expect(find(`nhap-${NUMBER}-value`).value).toBe('1234');
  expect(shown()).not.toContain('không phải một số');
});

test('counts in each other’s place, and a rate in place of a part, are asked about', () => {
  type(`nhap-${COUNTED}-numerator`, '95');
  type(`nhap-${COUNTED}-denominator`, '40');
  click('95% của 40 là 38? Nhập tử số 38');
  expect(find(`nhap-${COUNTED}-numerator`).value).toBe('38');
  type(`nhap-${COUNTED}-numerator`, '95%');
  click('95% của 40 là 38? Nhập tử số 38');
  type(`nhap-${COUNTED}-numerator`, '50');
  click('Đổi chỗ tử số, mẫu số (thành 40/50)?');
  expect([find(`nhap-${COUNTED}-numerator`).value, find(`nhap-${COUNTED}-denominator`).value]).toEqual(['40', '50']);
  expect(shown()).toContain('Tỷ lệ: 80%');
});

test('a row is cleared when that is said twice, its state too', () => {
  choose(`nhap-${COUNTED}-state`, 'Không phát sinh');
  expect(shown()).toContain('Đã nhập 1/5 dòng');
  click('Xóa nội dung dòng I.1.3');
  click('Xóa nội dung dòng I.1.3');
  expect(shown()).toContain('Đã nhập 0/5 dòng');
  expect([...document.querySelectorAll<HTMLInputElement>(`input[name="nhap-${COUNTED}-state"]`)].some(({ checked }) => checked)).toBe(
    false,
  );
});

test('faults keep the review shut, and the first of them has the focus', () => {
  type(`nhap-${NUMBER}-value`, 'mười');
  type(`nhap-${COUNTED}-numerator`, '7');
  click('Xem lại và gửi');
  expect(shown()).not.toContain('Xem lại trước khi gửi');
  expect(document.activeElement?.id).toBe(`nhap-${COUNTED}-denominator`);
  expect(find(`nhap-${COUNTED}-denominator`).getAttribute('aria-invalid')).toBe('true');
});

test('nothing that was filled in is nothing to send', () => {
  click('Xem lại và gửi');
  expect(shown()).toContain('Chưa nhập dòng nào nên chưa có gì để gửi.');
  click('Gửi báo cáo');
  expect(sent).toBeNull();
});

test('rows of the version in force that would be blanked are asked about before sending', () => {
  const indicators = { [COUNTED!]: { state: 'reported', numerator: 9, denominator: 10 }, [LEVEL!]: { state: 'reported', value: 4 } };
  const report = { plan: plan.id, period: '2026', agency: POLICE, indicators, tasks: {} };
  const inForce = { report, version: 1, state: 'submitted', remarks: {} };
  act(() => render(null, document.body));
  act(() => render(<EntryPart place={{ ...place, inForce } as unknown as AgencyPeriod} work={work} />, document.body));
  expect([find(`nhap-${COUNTED}-numerator`).value, find(`nhap-${LEVEL}-value`).value]).toEqual(['9', '4']);
  click('Xóa nội dung dòng I.1.3');
  click('Xóa nội dung dòng I.1.3');
  click('Xem lại và gửi');
  expect(shown()).toContain('Bản này để trống 1 dòng mà lần nộp 1 đã báo cáo (Phụ lục I: I.1.3).');
  click('Gửi báo cáo');
  expect(sent).toBeNull();
  act(() => document.querySelector<HTMLInputElement>('.notice input[type=checkbox]')?.click());
  click('Gửi báo cáo');
  expect(Object.keys(sent!.indicators)).toEqual([LEVEL]);
});

test('what is typed while its agency is just leaving is kept nowhere, also not as the work of one whose key the machine keeps', () => {
  keepKey({ key: 'pls_x', agency: 'SNV' }, 'machine');
  keepKey({ key: 'pls_y', agency: POLICE });
  act(() => render(null, document.body));
  act(() => render(<EntryPart place={place} work={work} />, document.body));
  const field = `nhap-${COUNTED}-numerator`;
  const names = () => [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((name) => name.startsWith('phuluc-nhap/'));
  type(field, '7');
  expect(names()).toEqual([`phuluc-nhap/${POLICE}/2026/go`]);
  forgetKey(POLICE);
  dropTexts(POLICE);
  type(field, '8');
  expect(names()).toEqual([]);
});
