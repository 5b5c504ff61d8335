import { entitySetNamed } from '../../../contract/feed/entity-sets.ts';
import { readFilter } from '../../../functions/feed/read-filter.ts';

const cells = entitySetNamed('IndicatorCells')!;
const outcome = (text: string) => {
  const read = readFilter(text, cells);
  return read.ok ? read.value.map(({ key, value }) => `${key}=${value}`).join(' ') : read.error.problem;
};

test.each([
  ["agency eq 'SNV'", 'agency=SNV'],
  ["agency eq 'SNV' and period eq '2026'", 'agency=SNV period=2026'],
  ["((agency eq 'SNV') and (row eq 'PL1.I.1.3' and period eq '2026'))", 'agency=SNV row=PL1.I.1.3 period=2026'],
  ["agency eq 'a''b and (c'", "agency=a'b and (c"],
  ["agency eq ''", 'agency='],
  ['agency eq null', 'agency=null'],
])('%s is read', (text, wanted) => {
  expect(outcome(text)).toBe(wanted);
});

test.each([
  "agency eq 'A' or agency eq 'B'",
  "not (agency eq 'A')",
  "agency ne 'A'",
  "agency gt 'A'",
  "contains(agency,'A')",
  "tolower(agency) eq 'a'",
  'numerator eq 5',
  'explanation eq null',
  "state eq 'reported' and agency eq 'A'",
])('%s is more than the feed does', (text) => {
  expect(outcome(text)).toBe('not-supported');
});

test.each([
  '',
  'agency',
  'agency eq',
  "agency eq 'A' and",
  "agency eq 'A')",
  "(agency eq 'A'",
  "agency eq 'A",
  "agency eq '",
  'agency eq 5',
  'agency eq A',
  "nothing eq 'A'",
  "x'; DROP TABLE phuluc; --",
  '('.repeat(20_000),
])('%p makes no sense', (text) => {
  expect(outcome(text)).toBe('invalid-request');
});
