import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../../core/findings/finding.ts';
import { checkText } from '../../../core/form/check-formula.ts';
import { type Check, checksOf } from '../../../core/form/check-list.ts';
import { rowInputs } from '../../../core/form/row-inputs.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { none } from '../../../core/rules/rule.ts';
import { ruleWithId } from '../../../core/rules/rule-by-id.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { readWorkbook } from '../../../xlsx/read/read-workbook.ts';
import { fc } from '../../support/properties.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { aBuiltForm, type BuiltForm, obligationsIn, placed } from './a-built-form.ts';
import { CASES, planOfRows, SHAPES, type ShapeName } from './check-cases.ts';
import { convertIn, withoutResults } from './recalculate.ts';
import { aTypedRow } from './typed-rows.ts';

const NAMES = Object.keys(SHAPES) as ShapeName[];
const ROWS_A_SHAPE = 70;
const seed = Date.now();
const { of, values, rows } = planOfRows([
  ...CASES.map(({ shape, values }) => ({ shape, values })),
  ...NAMES.flatMap((shape) => fc.sample(aTypedRow(shape), { numRuns: ROWS_A_SHAPE, seed })),
]);

/** What "Kiểm tra" may say in a row of a kind, in its order. */
const textsOf = (shape: ShapeName): readonly string[] => {
  const flat = (checks: readonly Check[]): string[] => checks.flatMap(([, then]) => (typeof then === 'string' ? [then] : flat(then)));
  return flat(checksOf(SHAPES[shape])).filter((text) => text !== '');
};

/** What the form may say of a finding in a row of a kind: the live checks of its rule, or those of its cell. */
function saidOf({ rule, field }: Finding, shape: ShapeName): readonly string[] {
  const { live } = ruleWithId(rule);
  const { unread } = SHAPES[shape];
  if (live === 'unread-cell') return unread.filter((check) => check.field === field).map(({ says }) => says);
  return typeof live === 'function' ? live(SHAPES[shape], rowInputs(SHAPES[shape])).map(({ says }) => says) : [];
}

const isUnread = ({ rule, severity }: Finding): boolean => severity === 'error' && ruleWithId(rule).stage === 'cell';
/** An error that no formula sees: nobody knows what the row says. */
const isBlind = (found: Finding): boolean => isUnread(found) && ruleWithId(found.rule).live === none;

let form: BuiltForm;
let found: ReadonlyMap<RowId, readonly Finding[]>;
beforeAll(async () => {
  form = await aBuiltForm('STC', '2026', values, of);
  const read = readWorkbook(form.bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const context = { plan: of, agencies: defaultAgencies(), expected: null, previous: null };
  const { findings } = readReport(read.value, { ...context, obligationsOf: (period) => obligationsIn(period, of) });
  found = new Map(rows.map(({ id }) => [id, findings.filter(({ row }) => row === id)]));
});

/** Where form and reader say different things of a row; empty where they agree. */
function differences(text: string, shape: ShapeName, findings: readonly Finding[]): string[] {
  if (findings.some(isBlind)) return [];
  const live = findings.map((one) => ({ rule: one.rule, said: saidOf(one, shape) })).filter(({ said }) => said.length > 0);
  if (text === '✓' || text === '') return live.map(({ rule }) => `the form is silent about ${rule}`);
  // Of a row of which a cell cannot be read no more is said than that; the form may ask for its status first.
  const asksFirst = findings.some(isUnread) && STATUS_FIRST.includes(text);
  const order = textsOf(shape);
  return [
    ...(asksFirst || live.some(({ said }) => said.includes(text)) ? [] : [`the reader does not find what the form says: ${text}`]),
    ...live
      .filter(({ said }) => Math.max(...said.map((one) => order.lastIndexOf(one))) < order.indexOf(text))
      .map(({ rule }) => `the form passes over ${rule}`),
  ];
}
const STATUS_FIRST = ['✕ Chọn Tình trạng của nhiệm vụ.', '▲ Chưa báo cáo: chọn Tình trạng.'];

test('each check of the form is said of some case', () => {
  const said = new Set(CASES.map(({ shape, values: typed }) => `${shape} ${checkText(SHAPES[shape], typed)}`));
  expect(NAMES.flatMap((shape) => textsOf(shape).filter((text) => !said.has(`${shape} ${text}`)))).toEqual([]);
});

test('what stands beside a formula is what the rules find in the row', () => {
  const wrong = rows.flatMap(({ id, shape, values: typed }) =>
    differences(checkText(SHAPES[shape], typed), shape, found.get(id) ?? []).map((what) => ({ what, shape, typed, seed })),
  );
  expect(wrong).toEqual([]);
});

describeWithSoffice('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-live-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('calculates of each row what the rules find in it', async () => {
    const file = join(folder, 'typed.xlsx');
    writeFileSync(file, withoutResults(form.bytes));
    const calculated = placed(readFileSync(await convertIn('vi-VN', file, join(folder, 'calculated'))));
    const wrong = rows.flatMap(({ id, shape, values: typed }) => {
      const text = calculated.cell(id, 'check')?.value ?? '';
      const stored = checkText(SHAPES[shape], typed);
      const odd = text === stored ? [] : [`calculated is ${text}, stored ${stored}`];
      return [...odd, ...differences(text, shape, found.get(id) ?? [])].map((what) => ({ what, shape, typed, seed }));
    });
    expect(wrong).toEqual([]);
  });
});
