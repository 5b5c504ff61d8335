/** @jest-environment jsdom */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { DeskProps } from '../../../../addin/web/desk/desk-props.ts';
import { agenciesToCall } from '../../../../addin/web/desk/overview/agencies-to-call.ts';
import { arrivalsOf } from '../../../../addin/web/desk/overview/arrivals.ts';
import { OverviewTab } from '../../../../addin/web/desk/overview/overview-tab.tsx';
import type { StatusLine } from '../../../../contract/routes/get-status.ts';
import { consolidate } from '../../../../core/consolidating/consolidate.ts';
import type { Day } from '../../../../core/day.ts';
import { Agency, type AgencyId } from '../../../../core/plan/agency.ts';
import { obligationsOf } from '../../../../core/plan/obligations.ts';
import { NO_SETTINGS } from '../../../../core/plan/settings.ts';
import { obligationsIn } from '../../../support/a-form.ts';

const obligations = obligationsIn('2026');
const [FIRST, SECOND] = obligations.agencies.map(({ id }) => id) as [AgencyId, AgencyId];

const line = (agency: AgencyId, over: Partial<StatusLine> = {}): StatusLine => ({
  ...{ agency, state: 'not-started', version: null, at: null, by: null, returnedAt: null },
  ...{ remarks: 0, acceptedRows: 0, rowsFilled: 0, rowsOwed: 9, daysLate: 0, openWarnings: 0, warnings: 0 },
  ...over,
});

test('an agency is called for one reason: a refused file first, then what its report lacks; a full one is left alone', () => {
  const status = [
    line('A' as AgencyId),
    line('B' as AgencyId),
    line('C' as AgencyId, { state: 'unreadable' }),
    line('D' as AgencyId, { state: 'returned', rowsFilled: 3 }),
    line('E' as AgencyId, { state: 'submitted', rowsFilled: 8 }),
    line('F' as AgencyId, { state: 'accepted', rowsFilled: 9 }),
  ];
  const calls = agenciesToCall(status, [
    { agency: 'B' as AgencyId, rules: ['older'] },
    { agency: 'B' as AgencyId, rules: ['part-within-whole'] },
    { agency: null, rules: ['not-a-workbook'] },
  ]);
  expect(Object.entries(calls).map(([reason, found]) => [reason, found.map(({ agency }) => agency)])).toEqual([
    ['refused', ['B']],
    ['missing', ['A']],
    ['unreadable', ['C']],
    ['returned', ['D']],
    ['incomplete', ['E']],
  ]);
  expect(calls.refused[0]?.rules).toEqual(['part-within-whole']);
});

test('reports add up day by day; what came on time and was taken in later stands before the deadline', () => {
  const days = { deadline: '2026-11-29' as Day, utcOffset: '+07:00', today: '2026-12-03' as Day };
  const came = (at: string | null, daysLate = 0) => ({ at, daysLate });
  const arrivals = arrivalsOf(
    [came('2026-11-20T18:00:00Z'), came('2026-11-21T01:00:00Z'), came('2026-12-02T01:00:00Z'), came('2026-12-02T01:00:00Z', 2), came(null)],
    days,
  );
  expect(arrivals).toEqual({
    days: [
      { day: '2026-11-21', count: 2 },
      { day: '2026-11-29', count: 3 },
      { day: '2026-12-01', count: 4 },
    ],
    from: '2026-11-15',
    to: '2026-12-03',
  });
  expect(arrivalsOf([], days)).toEqual({ days: [], from: '2026-11-15', to: '2026-12-03' });
});

/** How many elements the overview is made of with so many agencies of which none has sent. */
async function elementsWith(count: number): Promise<number> {
  const agencies = Array.from({ length: count }, (_, k) =>
    Agency.parse({ ...obligations.agencies[k % 2 === 0 ? 0 : obligations.agencies.length - 1], id: k < 2 ? [FIRST, SECOND][k] : `Z-${k}` }),
  );
  const many = obligationsOf(obligations.plan, agencies, obligations.period);
  const api = {
    refused: async () => ({ ok: true, value: { value: { refused: [] } } }),
    settings: async () => ({ ok: true, value: { value: { settings: NO_SETTINGS } } }),
  };
  const props = {
    ...{ api, plan: many.plan, period: many.period, periods: [], agencies, agency: many.agency, query: {}, go: () => undefined },
    periodLine: { deadline: '2026-11-29' },
    matrix: consolidate({ obligations: many, received: [], at: new Date('2026-11-23T03:00:00Z'), previous: null }),
    status: agencies.map(({ id }) => line(id)),
    nameOf: (id: string) => id,
  } as unknown as DeskProps; // nothing else of it is looked at
  const root = document.body.appendChild(document.createElement('div'));
  await act(async () => render(<OverviewTab {...props} />, root));
  expect(root.textContent).toContain(`Chưa gửi (${count})`);
  const elements = root.querySelectorAll('*').length;
  render(null, root);
  return elements;
}

test('the overview is as small with 3,400 agencies as with 112: it is drawn in a frame', async () => {
  const small = await elementsWith(112);
  expect(small).toBeLessThan(700);
  expect(await elementsWith(3_400)).toBe(small);
});
