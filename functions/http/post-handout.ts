import { handOutRoute } from '../../contract/routes/hand-out.ts';
import { JSON_TYPE, ZIP } from '../../core/media-types.ts';
import { contactLine } from '../../core/wording/contact.ts';
import { patiently } from '../../templates/beside/writing-pool.ts';
import type { Deps } from '../deps.ts';
import { handOut } from '../reports/hand-out.ts';
import { addressOf } from './address-of.ts';
import { fewAtOnce } from './few-at-once.ts';
import type { Serves } from './handler.ts';
import { tooManyDocuments } from './problem.ts';
import { invalid, mediaType, readJson } from './read-body.ts';

/**
 * Of one office: each holds all its files until the last is there, and is made to its end when nobody waits for it any more, so that a call
 * given up and made again would have any number of them.
 */
const MOST_AT_ONCE = 2;

/** Forms and letters with new one-time codes, as one .zip. */
export const postHandout = (deps: Deps): Serves<typeof handOutRoute> => {
  const some = fewAtOnce(MOST_AT_ONCE);
  return async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, handOutRoute);
    if (!body.ok) return body.error;
    const { context, caller } = call;
    const { plan, period, agencies, obligations, settings } = context;
    const asked = body.value.agencies ?? context.obligations.agencies.map(({ id }) => id);
    const unknown = asked.flatMap((id, k) =>
      obligations.agency.has(id) ? [] : [{ path: `agencies.${k}`, message: 'Không có đơn vị này trong danh sách phải báo cáo.' }],
    );
    if (unknown.length > 0) return invalid('invalid-request', unknown);
    const handout = {
      ...{ plan, period, agencies, obligations, to: [...new Set(asked)], address: addressOf(deps, call) },
      ...{ contact: contactLine(settings.contact, agencies), by: caller.name, at: deps.clock(), nonce: deps.nonce() },
    };
    const write = patiently(deps.documents, caller.agency);
    const archive = await some(caller.agency, async () => {
      const files: Record<string, Uint8Array> = {};
      for await (const { path, bytes } of handOut(deps.table, handout, write)) files[path] = bytes;
      return write('archive', { files });
    });
    return archive === 'busy' ? tooManyDocuments() : reply.file(ZIP, `giao-bieu-${period}.zip`, archive);
  };
};
