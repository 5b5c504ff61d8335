import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RETIRED } from '../../../core/rules/retired.ts';
import { RULES, ruleNamed } from '../../../core/rules/rules.ts';

test('each rule has an id of its own, and a retired one is never used again', () => {
  const ids = [...RULES, ...RETIRED].map(({ id }) => id);
  expect(ids.length).toBe(new Set(ids).size);
  expect(RETIRED.flatMap(({ id }) => ruleNamed(id) ?? [])).toEqual([]);
});

test('only warnings can ask for a reason', () => {
  expect(new Set(RULES.filter(({ reason }) => reason === 'asked').map(({ severity }) => severity))).toEqual(new Set(['warning']));
});

test('each rule that has a file refused has a word for it', () => {
  expect(RULES.filter(({ severity, refusal }) => (severity === 'error') !== (refusal !== null)).map(({ id }) => id)).toEqual([]);
});

/** Words that are the id of a rule and the name of something else besides: a member of a cell of exceljs, a problem of the API. */
const OTHER_MEANINGS = ["'formula'", "'not-a-workbook'"];

test('outside its file nobody names a rule by its id', () => {
  const files = ['core', 'templates', 'functions', 'addin', 'cli'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  const ids = RULES.map(({ id }) => `'${id}'`).filter((id) => !OTHER_MEANINGS.includes(id));
  const named = files
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(join('core', 'rules')))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return ids.filter((id) => text.includes(id)).map((id) => `${path} ${id}`);
    });
  expect(named).toEqual([]);
});
