import { paginate } from '../../../templates/style/page-breaks.ts';
import { fc } from '../../support/properties.ts';

const row = (height: number) => ({ height, heading: false });
const heading = { height: 10, heading: true };

test('a page ends before the row that does not fit', () => {
  expect(paginate([row(40), row(40), row(40), row(90)], { first: 50, later: 100 })).toEqual([0, 2]);
});

test('headings go over to the next page with their row', () => {
  expect(paginate([row(60), heading, heading, row(50), row(20)], { first: 100, later: 100 })).toEqual([0]);
});

test('a row higher than a page stands alone', () => {
  expect(paginate([row(10), row(300), row(10)], { first: 100, later: 100 })).toEqual([0, 1]);
});

test('no page is overfull, and none ends with a heading', () => {
  const rows = fc.array(fc.record({ height: fc.integer({ min: 5, max: 40 }), heading: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (lines) => {
      const breaks = paginate(lines, { first: 200, later: 300 });
      const pages = [...breaks, lines.length - 1].map((last, k) => lines.slice(k === 0 ? 0 : (breaks[k - 1] ?? 0) + 1, last + 1));
      pages.forEach((page, k) => {
        expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(k === 0 ? 200 : 300);
        if (k < pages.length - 1 && page.some((line) => !line.heading)) expect(page.at(-1)?.heading).toBe(false);
      });
    }),
  );
});
