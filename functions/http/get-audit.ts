import { AuditEntry } from '../../contract/audit-entry.ts';
import { getAuditRoute } from '../../contract/routes/get-audit.ts';
import type { Deps } from '../deps.ts';
import { keyAudit } from '../identity/access-key.ts';
import { auditEntries } from '../store/audit-entries.ts';
import type { Serves } from './handler.ts';
import { invalid } from './read-body.ts';

/** Entries of one answer: what a period of all agencies leaves in years, and some megabytes at most. */
const MOST_ENTRIES = 10_000;

/** The trail of a period, oldest first; keys issued and revoked stand among it, as they decide who could act. */
export const getAudit =
  (deps: Deps, most = MOST_ENTRIES): Serves<typeof getAuditRoute> =>
  async ({ context, query }, reply) => {
    const after = getAuditRoute.queries.after.safeParse(query('after') ?? undefined);
    if (!after.success)
      return invalid('invalid-request', [{ path: 'after', message: 'Dùng giá trị next của lần hỏi trước, hoặc một thời điểm.' }]);
    // One more than are shown tells whether others follow.
    const part = { after: after.data ?? '', most: most + 1 };
    const [own, ofKeys] = await Promise.all([auditEntries(deps.table, context.partition, AuditEntry, part), keyAudit(deps.table, part)]);
    const all = [...own, ...ofKeys].sort((one, two) => (one.place < two.place ? -1 : 1));
    const shown = all.slice(0, most);
    const next = all.length > most ? shown.at(-1)?.place : undefined;
    return reply.json(200, { entries: shown.map(({ entry }) => entry), ...(next !== undefined && { next }) });
  };
