import fc from 'fast-check';
import type * as z from 'zod';
import type { Finding } from '../../../core/findings/finding.ts';
import { RULES } from '../../../core/rules/rules.ts';
import { wireFinding } from '../../../core/wording/wire-finding.ts';
import { StoredFinding, storedFinding, wireStoredFinding } from '../../../functions/store/stored-finding.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const TEXTS = ['2026', 'Sở Tài chính', '“12/KH”', 'PL1.I.1.3', '😀'];

/** Anything that a rule may know by its schema. */
function factsOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  const parts = def as unknown as Record<string, z.core.$ZodType>;
  switch (def.type) {
    case 'string':
      return fc.constantFrom(...TEXTS.filter((text) => (schema as z.ZodType).safeParse(text).success)); // every schema of zod is one
    case 'number':
      return fc.oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
      );
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(parts.entries as object));
    case 'nullable':
      return fc.option(factsOf(parts.innerType!));
    case 'readonly':
      return factsOf(parts.innerType!);
    case 'array':
      return fc.array(factsOf(parts.element!), { maxLength: 3 });
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(parts.shape as object).map(([name, part]) => [name, factsOf(part)])));
    default:
      throw new Error(`no facts of the type ${def.type}`);
  }
}

const places = [{}, { sheet: 'Phụ lục I' }, { sheet: 'Phụ lục I', cell: 'I12', column: 'Tử số' }];
const rows = [
  { row: null, field: null },
  { row: 'PL1.I.1.3', field: 'numerator' },
  { row: 'PL2.II.1', field: 'note' },
];

test.each(RULES)('what $id finds is told from the store as it was told at once', ({ id, severity, facts }) => {
  fc.assert(
    fc.property(factsOf(facts), fc.constantFrom(...rows), fc.constantFrom(...places), (known, at, place) => {
      const found = { rule: id, severity, ...at, facts: known, ...place } as Finding; // of this very rule
      const again = StoredFinding.parse(JSON.parse(JSON.stringify(storedFinding(found))));
      expect(JSON.stringify(wireStoredFinding(again))).toBe(JSON.stringify(wireFinding(found)));
    }),
    { numRuns: 20 },
  );
});

test('what an earlier release stored as a sentence is told as it was', () => {
  const told = { rule: 'no-rule-of-ours', severity: 'warning', row: 'PL1.I.1.3', field: 'state', message: 'Kiểm tra lại.', cell: 'I12' };
  expect(wireStoredFinding(StoredFinding.parse(told))).toEqual(told);
});

test.each([
  ['another rule', { rule: 'of-a-later-release', facts: { count: 3 } }],
  ['other facts', { rule: 'part-within-whole', facts: { count: 3 } }],
])('what a later release found is told by the id of its rule: %s', (_, known) => {
  const stored = StoredFinding.parse({ severity: 'warning', row: null, field: null, place: null, ...known });
  expect(wireStoredFinding(stored).message).toBe(`Có nội dung cần xem lại (${known.rule}).`);
});

test('the findings of a submission are stored once, with its version', async () => {
  const api = await anApi();
  const { table } = api.deps;
  const report = { ...aReport('XA-21211', 950), tasks: { 'PL2.II.1': { status: 'done', document: '12/KH', percent: 80 } } };
  const { json } = await api.put('XA-21211', report, 0);
  expect(json.findings.map(({ rule }: { rule: string }) => rule)).toContain('progress-fits-status');
  const all = await Promise.all((await table.partitions()).map((partition) => table.list(partition, '')));
  const holding = all.flat().filter(({ value }) => JSON.stringify(value).includes('progress-fits-status'));
  expect(holding.map(({ row }) => row)).toEqual(['version|XA-21211|000001']);
});
