import { zipSync } from 'fflate';
import { handOutRoute } from '../../contract/routes/hand-out.ts';
import { JSON_TYPE, ZIP } from '../../core/media-types.ts';
import { contactLine } from '../../core/wording/contact.ts';
import type { Deps } from '../deps.ts';
import { handOut } from '../reports/hand-out.ts';
import { addressOf } from './address-of.ts';
import type { Serves } from './handler.ts';
import { invalid, mediaType, readJson } from './read-body.ts';

/** Forms and letters with new one-time codes, as one .zip. */
export const postHandout =
  (deps: Deps): Serves<typeof handOutRoute> =>
  async (call, reply) => {
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
    const files: Record<string, Uint8Array> = {};
    const handout = {
      ...{ plan, period, agencies, obligations, to: [...new Set(asked)], address: addressOf(deps, call) },
      ...{ contact: contactLine(settings.contact, agencies), by: caller.name, at: deps.clock(), nonce: deps.nonce() },
    };
    for await (const { path, bytes } of handOut(deps.table, handout)) files[path] = bytes;
    // All of them are packed already.
    return reply.file(ZIP, `giao-bieu-${period}.zip`, zipSync(files, { level: 0 }));
  };
