import type { Rights } from '../../contract/rights.ts';
import type { Route } from '../../contract/route.ts';
import { putSettingsRoute } from '../../contract/routes/put-settings.ts';
import { reopenPeriodRoute } from '../../contract/routes/reopen-period.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { owedBy } from '../../core/plan/obligations.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../identity/caller.ts';
import { followedRows, maySend, type Rows, readableRows } from '../identity/rights.ts';
import { type PeriodContext, periodContextOf, repairContextOf } from '../periods/period-context.ts';
import type { ApiRequest } from './api.ts';
import type { Admission } from './handler.ts';
import type { Refusal } from './problem.ts';
import { forbidden, noAgency, noPeriod } from './refusals.ts';

/** What a period whose settings cannot be read still takes: new settings, and the reopening that these need of a closed one. */
const REPAIRS_SETTINGS: ReadonlySet<string> = new Set([putSettingsRoute.id, reopenPeriodRoute.id]);

/** Lets a known caller in to a route, or says why not: the rights of the route first, then whether what its URL names is there. */
export type Admit = (
  route: Route,
  parameters: ApiRequest['parameters'],
  caller: Caller,
) => Promise<Result<Partial<Admission>, Refusal<'forbidden' | 'not-found'>>>;

export const admitter =
  (deps: Pick<Deps, 'table' | 'plan' | 'agencies' | 'clock'>): Admit =>
  async ({ id, rights, path, readOnlyKeys }, parameters, caller) => {
    if (caller.readOnly && readOnlyKeys !== 'let-in') return failed(forbidden());
    const rows = rowsUnder(rights, deps, caller, parameters.agency ?? '');
    if (rows === null) return failed(forbidden());
    if (!path.includes('{period}')) return ok({ caller, rows });
    const context = await (REPAIRS_SETTINGS.has(id) ? repairContextOf : periodContextOf)(deps, parameters.period);
    if (!context) return failed(noPeriod());
    if (!path.includes('{agency}')) return ok({ caller, rows, context });
    const agency = context.obligations.agency.get(parameters.agency ?? '')?.id;
    if (!agency) return failed(noAgency());
    // Whoever owes none of a lead's rows is not the lead's affair: not even whether it has sent.
    if (!owesOneOf(rows, context, agency)) return failed(forbidden());
    return ok({ caller, rows, context, agency });
  };

/**
 * The rows that a caller may see or judge under some rights; null where they keep it out. Whether there is such an agency does not matter.
 */
function rowsUnder(rights: Rights, register: Pick<Deps, 'plan' | 'agencies'>, caller: Caller, agency: string): Rows | null {
  switch (rights) {
    case 'anyone':
    case 'signed-in':
      return 'all';
    case 'own-report':
      return maySend(register.agencies, caller, agency) ? 'all' : null;
    case 'own-report-or-consolidators':
      return maySend(register.agencies, caller, agency) || caller.consolidator ? 'all' : null;
    case 'readers-of-report':
      return readableRows(register, caller, agency);
    case 'leads':
      return followedRows(register.plan, caller);
    case 'consolidators':
      return caller.consolidator ? 'all' : null;
  }
}

function owesOneOf(rows: Rows, { obligations }: PeriodContext, agency: AgencyId): boolean {
  if (rows === 'all') return true;
  return owedBy(obligations, agency).asked.some(({ id }) => rows.includes(id));
}
