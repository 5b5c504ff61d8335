import { revokeCodesRoute } from '../../contract/routes/revoke-codes.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { revokeCodes } from '../identity/sign-in-code.ts';
import type { Serves } from './handler.ts';
import { mediaType, readJson } from './read-body.ts';

/** Takes back one-time codes that nobody has used. An agency without any, and one that is no longer listed, is no wrong call. */
export const postRevokeCodes =
  (deps: Deps): Serves<typeof revokeCodesRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, revokeCodesRoute);
    if (!body.ok) return body.error;
    const revoked = await revokeCodes(deps.table, body.value.agency ?? null, { by: call.caller.name, at: deps.clock() });
    return reply.json(200, { revoked: [...revoked] });
  };
