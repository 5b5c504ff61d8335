import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { dictionaryText } from '../../../contract/feed/dictionary-text.ts';
import { ENTITY_SETS, entitySetNamed } from '../../../contract/feed/entity-sets.ts';
import { leavesOf } from '../../../contract/feed/leaves.ts';
import { BROUGHT, releaseOf, UNRELEASED } from '../../../contract/feed/releases.ts';

const typesOf = (name: string): Record<string, string> =>
  Object.fromEntries(entitySetNamed(name)!.properties.map((one) => [one.name, one.type.slice('Edm.'.length)]));

test('a list has its keys first, then what matrix and form say, flattened and with types', () => {
  expect(typesOf('IndicatorCells')).toEqual({
    period: 'String',
    row: 'String',
    agency: 'String',
    agencyName: 'String',
    state: 'String',
    numerator: 'Int64',
    denominator: 'Int64',
    value: 'Double',
    on: 'Date',
    explanation: 'String',
    source_file: 'String',
    source_sheet: 'String',
    source_row: 'Int64',
    source_cell: 'String',
    source_version: 'Int64',
    source_at: 'DateTimeOffset',
    source_by: 'String',
  });
  const { result_numerator, result_stated, result_on, gapPoints, base_percent, coverage_missing, method, provisional } =
    typesOf('Indicators');
  expect([result_numerator, result_stated, result_on, gapPoints, base_percent, coverage_missing, method, provisional]).toEqual([
    'Int64',
    'Boolean',
    'Date',
    'Double',
    'Double',
    'Int64',
    'String',
    'Boolean',
  ]);
});

test('every property has a meaning of its own', () => {
  const bare = ENTITY_SETS.flatMap(({ name, properties }) =>
    properties.filter((one) => one.meaning === one.name).map((one) => `${name}.${one.name}`),
  );
  expect(bare).toEqual([]);
});

test('every property and every list says since which release it is there, and no release brought what is not there', () => {
  for (const { name, since, properties } of ENTITY_SETS) {
    const lacking = properties.filter((one) => !/^\d+\.\d+\.\d+$/.test(one.since)).map((one) => one.name);
    expect([name, since, lacking]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/), []]); // else: contract/feed/releases.ts
    const brought = Object.values(BROUGHT).flatMap((sets) => sets[name] ?? []);
    expect(brought.toSorted()).toEqual(properties.map((one) => one.name).toSorted());
  }
  expect(releaseOf('Indicators', 'made-up')).toBe(UNRELEASED);
});

test('no two properties of a list share a name, and names are what OData takes', () => {
  for (const { properties } of ENTITY_SETS) {
    const names = properties.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Za-z]\w{0,127}$/.test(name))).toEqual([]);
  }
});

test('lists and objects without names of their own are no values; a union has the values of all its members', () => {
  const shape = z.object({
    none: z.array(z.string()),
    cells: z.record(z.string(), z.object({ a: z.int() })),
    either: z.union([z.object({ a: z.int() }), z.object({ a: z.number(), b: z.string() })]).nullable(),
    mixed: z.union([z.boolean(), z.int()]).optional(),
    text: z.union([z.boolean(), z.string()]),
  });
  expect(leavesOf(shape).map(({ path, type }) => `${path.join('.')} ${type}`)).toEqual([
    'either.a Edm.Double',
    'either.b Edm.String',
    'mixed Edm.Double',
    'text Edm.String',
  ]);
});

test('the page of the data dictionary is what the lists make (else: node tools/run.mjs tools/dictionary.ts)', () => {
  expect(readFileSync('docs/huong-dan/tu-dien-du-lieu.md', 'utf8')).toBe(dictionaryText());
});
