import { daysLeft } from '../../../addin/ui/days-left.ts';
import type { Day } from '../../../core/day.ts';

const DEADLINE = '2026-11-29' as Day;

test.each([
  ['2026-11-28T16:59:59Z', 'còn 1 ngày'],
  ['2026-11-28T17:00:00Z', 'hôm nay'],
  ['2026-11-29T16:59:59Z', 'hôm nay'],
  ['2026-11-29T17:00:00Z', 'quá hạn 1 ngày'],
  ['2026-11-30T17:30:00Z', 'quá hạn 2 ngày'],
])('at %s, wherever the machine is, the deadline is %s', (now, said) => {
  expect(daysLeft(DEADLINE, '+07:00', new Date(now))).toBe(said);
});
