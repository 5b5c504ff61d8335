import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Finding } from '../../../core/findings/finding.ts';
import { checkText } from '../../../core/form/check-formula.ts';
import { CHECKS, type Check } from '../../../core/form/check-list.ts';
import type { RowShape } from '../../../core/form/row-shape.ts';
import type { RowId } from '../../../core/plan.ts';
import { readReport } from '../../../core/reading/read-report.ts';
import { none } from '../../../core/rules/rule.ts';
import { type AnyRule, RULES, ruleOf } from '../../../core/rules/rules.ts';
import { defaultAgencies } from '../../../seeds/agencies.ts';
import { readWorkbook } from '../../../templates/read/read-workbook.ts';
import { describeWithSoffice } from '../../support/soffice.ts';
import { aBuiltForm, type BuiltForm, obligationsIn, placed } from './a-built-form.ts';
import { CASES, planOfRows } from './check-cases.ts';
import { convertIn, withoutResults } from './recalculate.ts';
import { aTypedRow } from './typed-rows.ts';

const SHAPES = Object.keys(CHECKS) as RowShape[];
const ROWS_A_SHAPE = 70;
const seed = Date.now();
const { of, values, rows } = planOfRows([
  ...CASES.map(({ shape, values }) => ({ shape, values })),
  ...SHAPES.flatMap((shape) => fc.sample(aTypedRow(shape), { numRuns: ROWS_A_SHAPE, seed })),
]);

/** What "Kiểm tra" may say in a row of a kind, in its order. */
const textsOf = (shape: RowShape): readonly string[] => {
  const flat = (checks: readonly Check[]): string[] => checks.flatMap(([, then]) => (typeof then === 'string' ? [then] : flat(then)));
  return flat(CHECKS[shape]).filter((text) => text !== '');
};
const rulesSaying = (text: string, shape: RowShape): readonly AnyRule[] =>
  RULES.filter(({ live }) => live?.[shape]?.some(({ says }) => says === text));
const lastWord = ({ live }: AnyRule, shape: RowShape): number =>
  Math.max(...(live?.[shape] ?? []).map(({ says }) => textsOf(shape).lastIndexOf(says)));
/** An error that no formula sees: nobody knows what the row says. */
const isBlind = ({ rule, severity }: Finding): boolean =>
  severity === 'error' && ruleOf(rule).stage === 'cell' && ruleOf(rule).live === none;
const isUnread = ({ rule, severity }: Finding): boolean => severity === 'error' && ruleOf(rule).stage === 'cell';

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
function differences(text: string, shape: RowShape, findings: readonly Finding[]): string[] {
  if (findings.some(isBlind)) return [];
  const broken = findings.map(({ rule }) => ruleOf(rule)).filter(({ live }) => live?.[shape] !== undefined);
  const speaking = rulesSaying(text, shape);
  const isSilent = text === '✓' || text === '';
  if (isSilent) return broken.map(({ id }) => `the form is silent about ${id}`);
  // Of a row of which a cell cannot be read no more is said than that; the form may ask for its status first.
  const isFirst = findings.some(isUnread) && speaking.some(({ live }) => live?.[shape]?.some(({ at }) => at === 'no-status'));
  return [
    ...(isFirst || speaking.some((rule) => broken.includes(rule)) ? [] : [`the reader does not find what the form says: ${text}`]),
    ...broken.filter((rule) => lastWord(rule, shape) < textsOf(shape).indexOf(text)).map(({ id }) => `the form passes over ${id}`),
  ];
}

test('each check of the form is said of some row', () => {
  const said = new Set(rows.map(({ shape, values: typed }) => `${shape} ${checkText(shape, typed)}`));
  expect(SHAPES.flatMap((shape) => textsOf(shape).filter((text) => !said.has(`${shape} ${text}`)))).toEqual([]);
});

test('what stands beside a formula is what the rules find in the row', () => {
  const wrong = rows.flatMap(({ id, shape, values: typed }) =>
    differences(checkText(shape, typed), shape, found.get(id) ?? []).map((what) => ({ what, shape, typed, seed })),
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
      const odd = text === checkText(shape, typed) ? [] : [`calculated is ${text}, stored ${checkText(shape, typed)}`];
      return [...odd, ...differences(text, shape, found.get(id) ?? [])].map((what) => ({ what, shape, typed, seed }));
    });
    expect(wrong).toEqual([]);
  });
});
