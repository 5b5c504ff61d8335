import * as z from 'zod';
import type { MicrosoftSignIn } from '../../contract/routes/get-sign-in.ts';
import { type Agency, AgencyId } from '../../core/plan/agency.ts';

const Guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID')
  .transform((text) => text.toLowerCase());

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** Whoever can change the keys on their way can be anybody: only this machine itself may serve them without TLS. */
const KeysUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}, 'must be an address that begins with https://');

/** Members of a group (its object id), or holders of an app role (its value), speak for an agency. */
const Mapping = z
  .strictObject({ group: Guid.optional(), role: z.string().min(1).optional(), agency: AgencyId })
  .refine(({ group, role }) => (group === undefined) !== (role === undefined), 'must name either a group or a role');

/**
 * Signing in with Microsoft Entra ID, as the administrator writes it down. `audience`: ids under which this application is known
 * to the tenant (client id, `api://…`). `issuer` and `keys` follow from the tenant, for tokens of version 2.0, unless they are given.
 * `client` signs people in within Excel; it is the GUID of the audience, and `scope` all that it may ask there, unless they are given.
 */
const Settings = z
  .strictObject({
    tenant: Guid,
    audience: z.array(z.string().min(1)).min(1),
    issuer: z.string().min(1).optional(),
    keys: KeysUrl.optional(),
    client: Guid.optional(),
    scope: z.string().regex(/^\S+$/, 'must be one scope').optional(),
    agencies: z.array(Mapping).min(1),
  })
  .transform(({ tenant, issuer, keys, client, scope, ...rest }) => ({
    ...rest,
    issuer: issuer ?? `https://login.microsoftonline.com/${tenant}/v2.0`,
    keys: keys ?? `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
    pane: paneOf(tenant, rest.audience, client, scope),
  }));
export type EntraSettings = z.infer<typeof Settings>;

/** Null where no client id is known. An application asks for a token of its own only by its GUID (error AADSTS90009). */
function paneOf(tenant: string, audience: readonly string[], given?: string, scope?: string): MicrosoftSignIn | null {
  const own = audience.find((id) => Guid.safeParse(id).success);
  const client = given ?? own?.toLowerCase();
  if (client === undefined) return null;
  return { client, authority: `https://login.microsoftonline.com/${tenant}`, scope: scope ?? `${own ?? client}/.default` };
}

/**
 * The settings from a text of JSON, which `source` names (an environment variable); null where there is none. Throws, with the
 * path of each field that is wrong, so that a bad configuration stops the start. `agencies`: null while they are not known yet.
 */
export function readEntraSettings(
  text: string | undefined,
  agencies: readonly Agency[] | null,
  source = 'PHULUC_ENTRA',
): EntraSettings | null {
  if (text === undefined || text.trim() === '') return null;
  const stop = (...problems: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): never => {
    const lines = problems.map(({ path, message }) => `[Entra sign-in] "${[source, ...path].map(String).join('.')}": ${message}`);
    throw new Error(lines.join('\n'));
  };
  const read = Settings.safeParse(jsonOf(text) ?? stop({ path: [], message: 'is no JSON object' }));
  if (!read.success) return stop(...read.error.issues);
  const seen = new Set<string>();
  for (const [k, { group, role, agency }] of read.data.agencies.entries()) {
    if (agencies && !agencies.some(({ id }) => id === agency))
      stop({ path: ['agencies', k, 'agency'], message: `there is no agency ${agency}` });
    const who = group === undefined ? `role ${role}` : `group ${group}`;
    if (seen.has(who)) stop({ path: ['agencies', k], message: `${who} stands twice` });
    seen.add(who);
  }
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
