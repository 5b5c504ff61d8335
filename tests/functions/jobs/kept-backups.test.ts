import { type Day, plusDays } from '../../../core/day.ts';
import { keptBackups } from '../../../functions/jobs/kept-backups.ts';
import { mondayOf } from '../../../functions/jobs/workday.ts';
import { fc } from '../../support/properties.ts';

const START = '2026-01-01' as Day;

test('seven days stay, and the last one of each of four weeks before them', () => {
  const days = Array.from({ length: 60 }, (_, k) => plusDays('2026-10-01' as Day, k));
  expect([...keptBackups(days)].sort()).toEqual([
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
  ]);
});

test('run day after day, with days missed, it keeps the newest ones and never more than eleven', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 120 }), (ran) => {
      let kept: Day[] = [];
      for (const [k, on] of ran.entries()) if (on) kept = [...keptBackups([...kept, plusDays(START, k)])].sort();
      const all = ran.flatMap((on, k) => (on ? [plusDays(START, k)] : []));
      expect(kept.length).toBeLessThanOrEqual(11);
      expect(kept.slice(-7)).toEqual(all.slice(-7));
      const older = kept.slice(0, -7);
      expect(new Set(older.map(mondayOf)).size).toBe(older.length);
    }),
  );
});
