import { closePeriodRoute } from '../../contract/routes/close-period.ts';
import { reopenPeriodRoute } from '../../contract/routes/reopen-period.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { obligationsOf } from '../../core/plan/obligations.ts';
import { withSettings } from '../../core/plan/settings.ts';
import type { Deps } from '../deps.ts';
import { reopenPeriod } from '../periods/close.ts';
import { closeAsItStands } from '../periods/close-as-it-stands.ts';
import { planNote } from '../periods/note-plan.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { waitingInForce, waitingSettings } from '../periods/waiting-settings.ts';
import { MOST_JSON_BYTES } from './api.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { parseJson, readBytes, readJson } from './read-body.ts';
import { noPeriod } from './refusals.ts';

const EMPTY = new TextEncoder().encode('{}');

/** Closing freezes the matrix and publishes nothing; agencies may be missing, and closing twice is the same as once. */
export const postClose =
  (deps: Deps): Serves<typeof closePeriodRoute> =>
  async (call, reply) => {
    const bytes = await readBytes(call, MOST_JSON_BYTES);
    if (!bytes.ok) return bytes.error;
    const shape = closePeriodRoute.bodies[JSON_TYPE];
    const body = parseJson(bytes.value.length === 0 ? EMPTY : bytes.value, shape, 'invalid-request');
    if (!body.ok) return body.error;
    const { reason } = body.value;
    const closed = await closeAsItStands(deps, call.context, { by: call.caller.name, ...(reason !== undefined && { reason }) });
    return closed.ok ? reply.json(200, closed.value) : noPeriod();
  };

/** Opening a closed period again needs a reason; the published figures say that they are being revised. */
export const postReopen =
  (deps: Deps): Serves<typeof reopenPeriodRoute> =>
  async (call, reply) => {
    const body = await readJson(call, reopenPeriodRoute);
    if (!body.ok) return body.error;
    const { plan, period, partition } = call.context;
    const act = { by: call.caller.name, at: deps.clock(), nonce: deps.nonce() };
    const opened = await reopenPeriod(deps.table, {
      plan: plan.id,
      period,
      ...act,
      reason: body.value.reason,
      agencies: await obligedOnceOpen(deps, call.context),
      alongside: async () => [
        ...(await planNote(deps, partition)),
        ...(await waitingInForce(deps.table, partition, { ...act, nonce: deps.nonce() })),
      ],
    });
    if (opened.ok) return reply.json(200, { state: 'open' });
    return opened.error === 'no-period' ? noPeriod() : refuse('period-closed', 'Kỳ báo cáo đang được khóa. Chờ khóa xong rồi mở lại.');
  };

/** Who reports in a closed period once it is reopened: under the plan in use, and under what waits for it. */
async function obligedOnceOpen({ table, plan, agencies }: Deps, { partition, period, settings }: PeriodContext): Promise<AgencyId[]> {
  const under = withSettings(plan, agencies, (await waitingSettings(table, partition)) ?? settings, period);
  return obligationsOf(under.plan, under.agencies, period).agencies.map(({ id }) => id);
}
