import { onPage, pageOf } from '../../../functions/feed/page-of.ts';
import { fc } from '../../support/properties.ts';

test('the pages of a query are what it asks for, each once, in order, whatever fits on a page', () => {
  const query = fc.record({ skip: fc.nat(60), top: fc.option(fc.nat(60)) });
  fc.assert(
    fc.property(query, fc.array(fc.nat(), { maxLength: 50 }), fc.integer({ min: 1, max: 20 }), ({ skip, top }, all, most) => {
      const read: number[] = [];
      let next: { skip: number; top: number | null } | null = { skip, top };
      while (next) {
        const page: ReturnType<typeof pageOf> = pageOf(next, all.length, most);
        const entities = [...onPage(page, all)];
        expect(entities.length).toBeLessThanOrEqual(most);
        read.push(...entities);
        next = page.next;
      }
      expect(read).toEqual(all.slice(skip, top === null ? undefined : skip + top));
    }),
  );
});

test('behind the end of a page nothing is made any more', () => {
  const made: number[] = [];
  const all = (function* () {
    for (let k = 0; k < 10; k++) {
      made.push(k);
      yield k;
    }
  })();
  expect([...onPage({ from: 2, to: 4, next: null }, all)]).toEqual([2, 3]);
  expect(made).toEqual([0, 1, 2, 3]);
});
