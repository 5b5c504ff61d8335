import type { Finding } from '../../../core/findings/finding.ts';
import { RULES } from '../../../core/rules/rules.ts';
import { wireFinding } from '../../../core/wording/wire-finding.ts';
import { StoredFinding, storedFinding, wireStoredFinding } from '../../../functions/store/stored-finding.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { fc } from '../../support/properties.ts';
import { someFacts } from '../../support/some-facts.ts';

const places = [{}, { sheet: 'Phụ lục I' }, { sheet: 'Phụ lục I', cell: 'I12', column: 'Tử số' }];
const rows = [
  { row: null, field: null },
  { row: 'PL1.I.1.3', field: 'numerator' },
  { row: 'PL2.II.1', field: 'note' },
];

test.each(RULES)('what $id finds is told from the store as it was told at once', ({ id, severity, facts }) => {
  fc.assert(
    fc.property(someFacts(facts), fc.constantFrom(...rows), fc.constantFrom(...places), (known, at, place) => {
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
