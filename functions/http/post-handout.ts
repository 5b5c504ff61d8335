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
import { periodClosed } from './refusals.ts';
import { zipPieces } from './zip-pieces.ts';

/** Of one office: each gives out new codes, and lasts until its last file is taken, so that an impatient one would have any number of them. */
const MOST_AT_ONCE = 2;

/** Forms and letters with new one-time codes, as one .zip, each written when it is there. Its codes are stored before it begins. */
export const postHandout = (deps: Deps): Serves<typeof handOutRoute> => {
  const takePlace = fewAtOnce(MOST_AT_ONCE);
  return async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, handOutRoute);
    if (!body.ok) return body.error;
    const { context, caller } = call;
    const { plan, period, agencies, obligations, settings } = context;
    if (context.row.state !== 'open') return periodClosed('handout');
    const asked = body.value.agencies ?? context.obligations.agencies.map(({ id }) => id);
    const unknown = asked.flatMap((id, k) =>
      obligations.agency.has(id) ? [] : [{ path: `agencies.${k}`, message: 'Không có đơn vị này trong danh sách phải báo cáo.' }],
    );
    if (unknown.length > 0) return invalid('invalid-request', unknown);
    const handout = {
      ...{ plan, period, agencies, obligations, to: [...new Set(asked)], address: addressOf(deps, call) },
      ...{ contact: contactLine(settings.contact, agencies), by: caller.name, at: deps.clock(), nonce: deps.nonce() },
    };
    const leave = takePlace(caller.agency);
    if (!leave) return tooManyDocuments();
    const files = await handOut(deps.table, handout, patiently(deps.documents, caller.agency)).catch((error: unknown) => {
      leave();
      throw error;
    });
    return reply.file(ZIP, `giao-bieu-${period}.zip`, { pieces: zipPieces(files, handout.at), over: leave });
  };
};
