import { readFileSync } from 'node:fs';
import { defaultPlan } from '../../seeds/plan.ts';

const page = readFileSync(`${__dirname}/../../docs/cau-hoi-mo.md`, 'utf8');
const { openQuestions } = defaultPlan();

/** The part of the page under one question's heading. */
const partOf = (id: string) => page.split(/^### /m).find((part) => new RegExp(`^${id}( |\\n)`).test(part)) ?? '';

describe('the page of open questions', () => {
  test('asks every question of the plan’s data, with what is assumed and how to change it, in the same words', () => {
    for (const { id, rows, question, assumed, change } of openQuestions) {
      expect(partOf(id)).toContain(question);
      expect(partOf(id)).toContain(`Đang hiểu: ${assumed}`);
      expect(partOf(id)).toContain(`Cách sửa: ${change}`);
      for (const row of rows) expect(partOf(id).split('\n')[0]).toContain(row.replace(/^PL\d\./, ''));
    }
  });

  test('asks no question under a heading that the data does not know', () => {
    const headings = [...page.matchAll(/^### (\S+)/gm)].map(([, id]) => id);
    expect(headings).toEqual(openQuestions.map(({ id }) => id));
  });

  test('is NFC', () => {
    expect(page).toBe(page.normalize('NFC'));
  });
});
