import { cronOf, nextOf } from '../../../host/node/cron.ts';
import { fc } from '../../support/properties.ts';

const next = (expression: string, after: string) => nextOf(cronOf(expression), new Date(after))?.toISOString() ?? null;

test.each([
  ['0 0 1 * * *', '2026-11-25T03:00:00Z', '2026-11-26T01:00:00.000Z'],
  ['0 */5 * * * *', '2026-11-25T03:04:59.999Z', '2026-11-25T03:05:00.000Z'],
  ['0 */5 * * * *', '2026-11-25T03:05:00Z', '2026-11-25T03:10:00.000Z'],
  ['30 15 8-10 * * MON-FRI', '2026-11-27T10:15:30Z', '2026-11-30T08:15:30.000Z'],
  ['0 0 0 29 2 *', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['0 0 0 1 JAN,jul 0', '2026-01-01T00:00:00Z', '2029-07-01T00:00:00.000Z'],
  ['0 0 0 * * 7', '2026-11-25T00:00:00Z', '2026-11-29T00:00:00.000Z'],
  ['5/20 * * * * *', '2026-11-25T00:00:25Z', '2026-11-25T00:00:45.000Z'],
  ['59 59 23 31 12 *', '2026-12-31T23:59:59Z', '2027-12-31T23:59:59.000Z'],
])('%s after %s comes at %s', (expression, after, at) => {
  expect(next(expression, after)).toBe(at);
});

test('a day that no month has never comes', () => {
  expect(next('0 0 0 31 4,6 *', '2026-01-01T00:00:00Z')).toBeNull();
});

test.each(['* * * * *', '60 * * * * *', '* * * 0 * *', '5-1 * * * * *', '*/0 * * * * *', 'a * * * * *', '00:05:00', ''])(
  '%s is refused',
  (expression) => {
    expect(() => cronOf(expression)).toThrow('[schedule]');
  },
);

test('the next moment is later, and no moment between would have fitted', () => {
  const every = cronOf('*/7 */11 * * * *');
  const isIn = (moment: number) => new Date(moment).getUTCSeconds() % 7 === 0 && new Date(moment).getUTCMinutes() % 11 === 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (seconds) => {
      const found = nextOf(every, new Date(seconds * 1000))?.getTime() ?? 0;
      expect(found > seconds * 1000 && isIn(found)).toBe(true);
      for (let moment = seconds * 1000 + 1000; moment < found; moment += 1000) expect(isIn(moment)).toBe(false);
    }),
    { numRuns: 50 },
  );
});
