import { useCodeRoute } from '../../contract/routes/use-code.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { elapsedHere } from '../identity/elapsed.ts';
import { changeCode } from '../identity/sign-in-code.ts';
import { wrongTries } from '../identity/wrong-tries.ts';
import type { Serves } from './handler.ts';
import { refuse, tooManyTries } from './problem.ts';
import { mediaType, readJson } from './read-body.ts';

/** Changes a one-time code for an access key. Wrong ones are counted as wrong keys are; a right one goes on working. */
export const postCode = (deps: Deps): Serves<typeof useCodeRoute> => {
  const wrongTry = wrongTries(deps.elapsed ?? elapsedHere);
  return async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, useCodeRoute);
    if (!body.ok) return body.error;
    const changed = await changeCode(deps.table, body.value.code, deps.clock());
    if (changed.ok) return reply.json(200, changed.value);
    const retryAfter = wrongTry(call.clientIp);
    if (retryAfter !== null) return tooManyTries(retryAfter);
    return refuse(
      'unauthenticated',
      'Mã này không đúng, đã dùng hoặc đã hết hạn. Dùng mã truy cập đã nhận được, hoặc đề nghị đầu mối ghi trong thư giao biểu cấp mã mới.',
      { headers: { 'WWW-Authenticate': 'Bearer' } },
    );
  };
};
