import { AuditEntry } from '../../contract/audit-entry.ts';
import type { getAuditRoute } from '../../contract/routes/get-audit.ts';
import type { Deps } from '../deps.ts';
import { keyAudit } from '../identity/access-key.ts';
import { auditEntries } from '../store/audit-entries.ts';
import type { Serves } from './handler.ts';

/** The trail of a period, oldest first; keys issued and revoked stand among it, as they decide who could act. */
export const getAudit =
  (deps: Deps): Serves<typeof getAuditRoute> =>
  async ({ context }, reply) => {
    const own = await auditEntries(deps.table, context.partition, AuditEntry);
    const entries = [...own, ...(await keyAudit(deps.table))].sort((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0));
    return reply.json(200, { entries });
  };
