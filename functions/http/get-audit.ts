import type { Deps } from '../deps.ts';
import { keyAudit } from '../identity/access-key.ts';
import { auditEntries } from '../store/audit-entries.ts';
import { AuditEntry } from '../store/rows.ts';
import { consolidatorsGround } from './access.ts';
import { json } from './answer.ts';
import type { GuardedRoute } from './route.ts';
import { AuditList } from './shapes.ts';

/** The trail of a period, oldest first; keys issued and revoked stand among it, as they decide who could act. */
export const getAudit = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/audit',
  id: 'getAudit',
  summary: 'Nhật ký của kỳ báo cáo',
  gives: { 200: { 'application/json': AuditList } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const own = await auditEntries(deps.table, ground.value.partition, AuditEntry);
    const entries = [...own, ...(await keyAudit(deps.table))].sort((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0));
    return json(200, { entries });
  },
});
