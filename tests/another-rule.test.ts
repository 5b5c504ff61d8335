import { refusalWord } from '../addin/web/desk/intake/refusal-word.ts';
import { SETTABLE_RULES, WAIVABLE_RULES } from '../addin/web/desk/settings/rule-names.ts';
import { fixesOf } from '../core/fixing/fixes-of.ts';
import { reasonChange } from '../core/fixing/reason-change.ts';
import { checkText } from '../core/form/check-formula.ts';
import { SHARED_TASK } from '../core/form/task-shapes.ts';
import { Settings, underSettings } from '../core/plan/settings.ts';
import { sentenceOf } from '../core/wording/findings.ts';
import { offerOf } from '../core/wording/fixes.ts';
import { aForm, TINH_KHE } from './support/a-form.ts';
import { anApi, aReport } from './support/an-api.ts';
import { aBuiltForm } from './templates/form/a-built-form.ts';

jest.mock('../core/rules/rules.ts', () => ({
  RULES: [...jest.requireActual('../core/rules/rules.ts').RULES, jest.requireActual('./support/a-made-up-rule.ts').madeUpRule],
}));

const TASK = 'PL2.II.1';
const ID = 'guidance-named';
const WAITING = 'Chờ hướng dẫn';
const sheet = aForm().filled().put(TASK, 'status', WAITING);
const reading = sheet.read();
const found = reading.findings.filter(({ rule }) => (rule as string) === ID);

test('the reader finds it, with the place and the sentence', () => {
  expect(found).toMatchObject([{ severity: 'warning', row: TASK, field: 'status', facts: { status: WAITING } }]);
  expect(found.map(({ cell }) => cell)).toEqual([sheet.cellOf(TASK, 'status')]);
  expect(found.map(sentenceOf)).toEqual(['Dòng PL2.II.1 ghi “Chờ hướng dẫn” nhưng chưa nêu của ai.']);
});

test('a click fixes it', () => {
  const fixes = found.flatMap((one) => fixesOf(one, { workbook: sheet.workbook(), reading }));
  expect(fixes.map(offerOf)).toEqual(['Chọn “Đang thực hiện”']);
  expect(found.map((one) => reasonChange(one, reading, 'x'))).toEqual([null]); // it is found in another cell than that of the reason
});

test('the form says it while it is being filled', async () => {
  expect(checkText(SHARED_TASK, { status: WAITING })).toBe('▲ Chờ hướng dẫn: nêu của ai ở Ghi chú.');
  const form = await aBuiltForm(TINH_KHE);
  expect(form.cell(TASK, 'check')?.formula).toContain('nêu của ai');
});

test('the desk knows its names, and a period may change its severity or free an agency of it', () => {
  expect([SETTABLE_RULES, WAIVABLE_RULES].map((all) => all.find(({ id }) => (id as string) === ID)?.name)).toEqual(
    Array(2).fill('Chờ hướng dẫn thì nêu của ai'),
  );
  expect(refusalWord(ID)).toBe('chưa nêu ai hướng dẫn');
  const strict = Settings.parse({ rules: [{ rule: ID, severity: 'error' }] });
  expect(underSettings(found, TINH_KHE, strict).map(({ severity }) => severity)).toEqual(['error']);
  const waived = Settings.parse({ waivers: [{ agency: TINH_KHE, rule: ID, row: null, reason: 'Đã trao đổi' }] });
  expect(underSettings(found, TINH_KHE, waived).map(({ severity }) => severity)).toEqual(['hint']);
});

test('the server finds it in a report, tells it from the store and counts it while its reason is open', async () => {
  const api = await anApi();
  const report = { ...aReport(TINH_KHE), tasks: { ...aReport(TINH_KHE).tasks, [TASK]: { status: 'awaiting-guidance' } } };
  const receipt = (await api.put(TINH_KHE, report, 0)).json;
  const told = (await api.call('VPUB', 'GET', `/periods/2026/reports/${TINH_KHE}`)).json;
  expect(told.findings).toEqual(receipt.findings);
  expect(told.findings.map(({ rule, message }: { rule: string; message: string }) => [rule, message])).toEqual([
    [ID, sentenceOf(found[0]!)],
  ]);
  const { agencies } = (await api.call('VPUB', 'GET', '/periods/2026/status')).json;
  expect(agencies.find(({ agency }: { agency: string }) => agency === TINH_KHE).openWarnings).toBe(1);
});
