import type { Day } from '../../../core/day.ts';
import { buildHandoutLetter } from '../../../templates/letters/handout-letter.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { brokenParts } from '../../support/strict-xml.ts';
import { openedDocument } from '../report/a-built-report.ts';

const letter = {
  agency: 'Xã Tịnh Khê',
  plan: 'Kế hoạch',
  period: '2026',
  deadline: '29/11/2026',
  address: 'https://bieu.example',
  contact: 'Văn phòng',
  code: 'plc_0123456789012345678901',
  on: '2026-11-01' as Day,
};

test.each(Object.entries(HOSTILE_TEXTS).filter(([, text]) => text.length < 300))(
  'a letter that names %s is a document that opens',
  async (_, text) => {
    const bytes = await buildHandoutLetter({ ...letter, agency: text, plan: text, contact: text });
    expect(brokenParts(bytes)).toEqual([]);
    expect(openedDocument(bytes).paragraphs.some((line) => line.includes(letter.code))).toBe(true);
  },
);

test('the same letter is the same bytes', async () => {
  const [one, other] = await Promise.all([letter, letter].map(buildHandoutLetter));
  expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(true);
});
