import * as z from 'zod';
import { AgencyId } from '../../core/agency.ts';
import { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import type { Deps } from '../deps.ts';
import { issueKey, listKeys, revokeKey } from '../identity/access-key.ts';
import { forbidden, noAgency } from './access.ts';
import { json } from './answer.ts';
import { refuse } from './problem.ts';
import { invalid, readJson } from './read-body.ts';
import type { GuardedRoute } from './route.ts';

const KeyView = z.object({
  id: z.string(),
  agency: AgencyId,
  issuedAt: z.string(),
  issuedBy: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  /** The last day on which it works; null: until it is revoked. */
  until: Day.nullable(),
});
const KeyList = z.object({ keys: z.array(KeyView) });
const IssueRequest = z.strictObject({ agency: AgencyId, until: Day.optional() });
const IssuedKey = z.object({ id: z.string(), agency: AgencyId, key: z.string() });

/** The access keys that were issued: who has one, since when; never the keys themselves. */
export const getKeys = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/keys',
  id: 'listKeys',
  summary: 'Các khóa truy cập đã cấp',
  gives: { 200: { 'application/json': KeyList } },
  refuses: ['unauthenticated', 'forbidden'],
  async serve(_request, caller) {
    return caller.consolidator ? json(200, { keys: await listKeys(deps.table) }) : forbidden();
  },
});

/** Issues a key for an agency; it is shown this once. Several may be valid at a time, so that one is replaced without a pause. */
export const postKey = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/keys',
  id: 'issueKey',
  summary: 'Cấp khóa truy cập cho một đơn vị',
  takes: { 'application/json': IssueRequest },
  gives: { 201: { 'application/json': IssuedKey } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'invalid-request'],
  async serve(request, caller) {
    if (!caller.consolidator) return forbidden();
    const body = await readJson(request, IssueRequest);
    if (!body.ok) return body.error;
    const { agency, until } = body.value;
    if (!deps.agencies.some(({ id }) => id === agency)) return noAgency();
    const at = deps.clock();
    if (until !== undefined && until < localDay(at, deps.plan.reporting.utcOffset))
      return invalid('invalid-request', [{ path: 'until', message: 'Ngày cuối cùng khóa còn dùng được không được trước hôm nay.' }]);
    const { key, id } = await issueKey(deps.table, { agency, by: caller.name, at, ...(until !== undefined && { until }) });
    return json(201, { id, agency, key });
  },
});

export const deleteKey = (deps: Deps): GuardedRoute => ({
  method: 'DELETE',
  path: '/keys/{key}',
  id: 'revokeKey',
  summary: 'Thu hồi một khóa truy cập',
  gives: { 204: {} },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    if (!caller.consolidator) return forbidden();
    const done = await revokeKey(deps.table, request.parameters.key ?? '', { by: caller.name, at: deps.clock() });
    return done.ok ? { status: 204, headers: {}, body: null } : refuse('not-found', 'Không có khóa này.');
  },
});
