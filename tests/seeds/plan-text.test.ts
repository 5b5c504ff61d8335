import { defaultPlan } from '../../seeds/plan.ts';
import {
  appendixTokens,
  countOf,
  headersIn,
  headerTokens,
  isSubsequence,
  planText,
  printedOf,
  tokensOf,
  withoutHeaders,
} from './plan-tokens.ts';

const plan = defaultPlan();

/** Page numbers that the printed table holds, and how often its header is repeated. */
const PRINTED = {
  indicators: { pages: ['2'], headers: 4 },
  tasks: { pages: ['12'], headers: 12 },
} as const;

describe.each(['indicators', 'tasks'] as const)('the plan’s own text: %s', (appendix) => {
  const tokens = appendixTokens(appendix);
  const header = headerTokens(appendix);
  const printed = printedOf(plan, appendix);
  const { pages, headers } = PRINTED[appendix];

  test('every word of the appendix stands in the seed exactly as often, and the seed has no word more', () => {
    const seed = printed.flatMap(({ texts }) => texts.flatMap(tokensOf));
    const repeated = Array.from({ length: headers }, () => header).flat();
    expect(countOf([...seed, ...repeated, ...pages])).toEqual(countOf(tokens));
    expect(headersIn(tokens, header)).toHaveLength(headers);
  });

  test('row after row, the words of each field stand in their order in the row’s own place, and nothing else stands there', () => {
    const rest = withoutHeaders(tokens, header, pages);
    for (const { where, texts } of printed) {
      const fields = texts.map(tokensOf);
      const region = rest.splice(0, fields.flat().length);
      expect({ where, words: countOf(region) }).toEqual({ where, words: countOf(fields.flat()) });
      expect({ where, outOfOrder: fields.filter((field) => !isSubsequence(field, region)) }).toEqual({ where, outOfOrder: [] });
    }
    expect(rest).toEqual([]);
  });

  test('a changed, a missing and an added word are each noticed', () => {
    const name = printed.find(({ where }) => where.startsWith('PL'))!.texts[1]!;
    const words = countOf(tokens);
    for (const changed of [name.replace('Tỷ', 'Tỉ').replace('Triển', 'Triễn'), name.slice(0, name.lastIndexOf(' ')), `${name} nữa`]) {
      const seed = printed.flatMap(({ texts }) => texts.flatMap((text) => tokensOf(text === name ? changed : text)));
      expect(countOf([...seed, ...Array.from({ length: headers }, () => header).flat(), ...pages])).not.toEqual(words);
    }
  });
});

test('all texts of plan and seed are NFC without invisible characters', () => {
  const text = JSON.stringify(plan);
  expect(text).toBe(text.normalize('NFC'));
  expect(planText).toBe(planText.normalize('NFC'));
  expect(text).not.toMatch(/[\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/);
});

test('texts of the seed hold no line breaks, and double spaces only where the plan leaves number and day blank', () => {
  const texts = [...printedOf(plan, 'indicators'), ...printedOf(plan, 'tasks')].flatMap((one) => one.texts);
  const attached = plan.appendices.map((one) => one.attached);
  expect(texts.filter((text) => !attached.includes(text) && /[\n\t]| {2}|^ | $/.test(text))).toEqual([]);
  for (const text of attached) expect(planText).toContain(text);
});
