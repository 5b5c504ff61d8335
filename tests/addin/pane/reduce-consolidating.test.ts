import { type ConsolidatingEvent, consolidatingFrom, reduceConsolidating } from '../../../addin/pane/consolidator/state.ts';
import type { PeriodDays } from '../../../contract/period-line.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';

const start = consolidatingFrom({ period: '2026' } as PeriodDays);
const after = (...events: readonly ConsolidatingEvent[]) => events.reduce(reduceConsolidating, start);
const opened: ConsolidatingEvent = { kind: 'agency-opened', agency: 'SYT' as AgencyId };

test('a report that was shut is remembered, so that the focus comes back to its agency', () => {
  expect(after(opened)).toMatchObject({ open: 'SYT', lastOpen: null });
  expect(after(opened, { kind: 'agency-shut' })).toMatchObject({ open: null, lastOpen: 'SYT' });
});

test('another period shuts the report that was open', () => {
  expect(after(opened, { kind: 'period-chosen', period: '2027' as Period })).toMatchObject({ open: null, period: '2027' });
});

test('periods that cannot be listed leave the ones that are known', () => {
  expect(after({ kind: 'periods-refused', why: 'Mất mạng.' })).toEqual({ ...start, refused: 'Mất mạng.' });
});
