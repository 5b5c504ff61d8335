import fc from 'fast-check';
import { pageOf } from '../../../functions/feed/page-of.ts';

test('the pages of a query are what it asks for, each once, in order, whatever fits on a page', () => {
  const query = fc.record({ skip: fc.nat(60), top: fc.option(fc.nat(60)) });
  fc.assert(
    fc.property(query, fc.array(fc.nat(), { maxLength: 50 }), fc.integer({ min: 1, max: 20 }), ({ skip, top }, all, most) => {
      const read: number[] = [];
      let next: { skip: number; top: number | null } | null = { skip, top };
      while (next) {
        const page: ReturnType<typeof pageOf<number>> = pageOf(next, all, most);
        expect(page.entities.length).toBeLessThanOrEqual(most);
        read.push(...page.entities);
        next = page.next;
      }
      expect(read).toEqual(all.slice(skip, top === null ? undefined : skip + top));
    }),
  );
});
