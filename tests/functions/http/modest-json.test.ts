import { Report } from '../../../core/report.ts';
import { isModestJson } from '../../../functions/http/modest-json.ts';
import { parseJson } from '../../../functions/http/read-body.ts';
import { processorTime } from '../../support/processor-time.ts';

const MIB = 1024 * 1024;
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text).subarray(0, 10 * MIB));
const around = (indicators: string, more = ''): string =>
  `{"plan":"p","period":"2026","agency":"SNV","indicators":${indicators},"tasks":{}${more}}`;
const members = (count: number, make: (k: number) => string): string => Array.from({ length: count }, (_, k) => make(k)).join(',');

test('a JSON text is modest by its members and depth, not by what its strings say', () => {
  const texts = ['{}', '[1,2,{"a":[",,,,\\"[[["]}]', `"${'[,'.repeat(50_000)}"`, `[${members(20_000, String)}]`, '"chưa hết \\'];
  expect(texts.map((text) => isModestJson(bytesOf(text)))).toEqual([true, true, true, true, true]);
  expect([`[${members(20_002, String)}]`, '['.repeat(65), '{"a":'.repeat(65)].map((text) => isModestJson(bytesOf(text)))).toEqual([
    false,
    false,
    false,
  ]);
});

test.each([
  ['rows without end', around(`{${members(600_000, (k) => `"PL1.${k}":1`)}}`)],
  ['names without end', around('{}', `,${members(700_000, (k) => `"a${k}":1`)}`)],
  ['lists in lists', around(`${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`)],
  ['a list without end', around(`[${members(3_000_000, () => '1')}]`)],
  ['one string without end', around(`"${'\\u0041'.repeat(1_700_000)}"`)],
])('10 MB of %s are refused at once', (_, text) => {
  const bytes = bytesOf(text);
  let refused = false;
  expect(processorTime(() => (refused = !parseJson(bytes, Report, 'invalid-report').ok))).toBeLessThan(1_000);
  expect(refused).toBe(true);
});
