import { issueKeyRoute } from '../../contract/routes/issue-key.ts';
import type { listKeysRoute } from '../../contract/routes/list-keys.ts';
import type { revokeKeyRoute } from '../../contract/routes/revoke-key.ts';
import { localDay } from '../../core/local-day.ts';
import { personName } from '../../core/person-name.ts';
import type { Deps } from '../deps.ts';
import { issueKey, listKeys, revokeKey } from '../identity/access-key.ts';
import { registerOf } from '../periods/register.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { invalid, readJson } from './read-body.ts';
import { noAgency } from './refusals.ts';

/** The access keys that were issued: who has one, since when; never the keys themselves. */
export const getKeys =
  (deps: Deps): Serves<typeof listKeysRoute> =>
  async (_call, reply) =>
    reply.json(200, { keys: await listKeys(deps.table) });

/** Issues a key for an agency; it is shown this once. Several may be valid at a time, so that one is replaced without a pause. */
export const postKey =
  (deps: Deps): Serves<typeof issueKeyRoute> =>
  async (call, reply) => {
    const body = await readJson(call, issueKeyRoute);
    if (!body.ok) return body.error;
    const { agency, until } = body.value;
    const user = body.value.user === undefined ? undefined : personName(body.value.user);
    if (!(await registerOf(deps)).some(({ id }) => id === agency)) return noAgency();
    const at = deps.clock();
    if (until !== undefined && until < localDay(at, deps.plan.reporting.utcOffset))
      return invalid('invalid-request', [{ path: 'until', message: 'Ngày cuối cùng mã truy cập còn dùng được không được trước hôm nay.' }]);
    if (user === '') return invalid('invalid-request', [{ path: 'user', message: 'Ghi họ và tên người dùng, hoặc bỏ mục này.' }]);
    const { key, id } = await issueKey(deps.table, {
      agency,
      by: call.caller.name,
      at,
      ...(until !== undefined && { until }),
      ...(user !== undefined && { user }),
    });
    return reply.json(201, { id, agency, key });
  };

export const deleteKey =
  (deps: Deps): Serves<typeof revokeKeyRoute> =>
  async ({ parameters, caller }, reply) => {
    const done = await revokeKey(deps.table, parameters.key, { by: caller.name, at: deps.clock() });
    return done.ok ? reply.nothing() : refuse('not-found', 'Không có mã truy cập này.');
  };
