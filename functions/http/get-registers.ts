import * as z from 'zod';
import { Agency, agencyName } from '../../core/agency.ts';
import { Plan } from '../../core/plan.ts';
import type { Deps } from '../deps.ts';
import { leadRows } from '../identity/rights.ts';
import { groundOf } from '../periods/ground.ts';
import { noPeriod } from './access.ts';
import { json, taggedAnswer } from './answer.ts';
import { madeOnce } from './made-once.ts';
import { periodLine } from './period-line.ts';
import type { GuardedRoute } from './route.ts';
import { Me, PeriodView } from './shapes.ts';

const AgencyList = z.object({ agencies: z.array(Agency) });

/** Who the caller is and what it leads. */
export const getMe = ({ plan, agencies }: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/me',
  id: 'getMe',
  summary: 'Đơn vị đang đăng nhập',
  gives: { 200: { 'application/json': Me } },
  refuses: ['unauthenticated'],
  async serve(_request, { agency, consolidator }) {
    return json(200, {
      agency,
      name: agencyName(agencies, agency),
      roles: consolidator ? ['reporter', 'consolidator'] : ['reporter'],
      leads: leadRows(plan, agency),
    });
  },
});

export const getPlan = ({ plan }: Deps, text = madeOnce(() => plan)): GuardedRoute => ({
  method: 'GET',
  path: '/plan',
  id: 'getPlan',
  summary: 'Kế hoạch: chỉ tiêu và nhiệm vụ',
  headers: ['If-None-Match'],
  gives: { 200: { 'application/json': Plan }, 304: {} },
  refuses: ['unauthenticated'],
  serve: async (request) => taggedAnswer(request, text(null)),
});

export const getAgencies = ({ agencies }: Deps, text = madeOnce(() => ({ agencies }))): GuardedRoute => ({
  method: 'GET',
  path: '/agencies',
  id: 'getAgencies',
  summary: 'Danh sách đơn vị',
  headers: ['If-None-Match'],
  gives: { 200: { 'application/json': AgencyList }, 304: {} },
  refuses: ['unauthenticated'],
  serve: async (request) => taggedAnswer(request, text(null)),
});

/** A period: its state and its days; to consolidators also its settings. */
export const getPeriod = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}',
  id: 'getPeriod',
  summary: 'Kỳ báo cáo: trạng thái, ngày chốt, hạn gửi',
  gives: { 200: { 'application/json': PeriodView } },
  refuses: ['unauthenticated', 'not-found'],
  async serve(request, caller) {
    const ground = await groundOf(deps, request.parameters.period);
    if (!ground) return noPeriod();
    const { plan, settings } = ground;
    return json(200, { ...periodLine(ground), plan: plan.id, ...(caller.consolidator && { settings }) });
  },
});
