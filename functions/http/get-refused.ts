import * as z from 'zod';
import { AgencyId } from '../../core/agency.ts';
import type { Deps } from '../deps.ts';
import { headsOf } from '../periods/matrix-of.ts';
import { openRefusals } from '../reports/refused-workbooks.ts';
import { consolidatorsGround } from './access.ts';
import { json } from './answer.ts';
import type { GuardedRoute } from './route.ts';

const RefusedList = z.object({
  refused: z.array(
    z.object({ file: z.string().nullable(), agency: AgencyId.nullable(), rules: z.array(z.string()), at: z.string(), by: z.string() }),
  ),
});

/** The workbooks that could not be taken in and that no newer report has made good, the newest last. */
export const getRefused = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/refused',
  id: 'getRefused',
  summary: 'Các tệp nhận thay đơn vị bị từ chối, chưa có báo cáo mới hơn',
  gives: { 200: { 'application/json': RefusedList } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const { partition } = ground.value;
    const open = await openRefusals(deps.table, partition, await headsOf(deps, partition));
    return json(200, {
      refused: open.map(({ file = null, agency = null, rules = [], at, by }) => ({ file, agency, rules, at, by })),
    });
  },
});
