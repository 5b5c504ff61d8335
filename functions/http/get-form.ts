import { getFormRoute } from '../../contract/routes/get-form.ts';
import { fittingReport } from '../../core/fitting-report.ts';
import { XLSX } from '../../core/media-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { type FormValues, formValuesOf } from '../../templates/form/form-values.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { figuresBefore } from '../reports/last-report.ts';
import { newestVersion, readHead, saysInForce } from '../store/heads.ts';
import type { VersionRow } from '../store/rows.ts';
import { readVersion } from '../store/versions.ts';
import type { Serves } from './handler.ts';
import { tooManyDocuments } from './problem.ts';
import { invalid } from './read-body.ts';

/**
 * An agency's form of the period: with its version in force, or blank. It names the figures of the period before for reference, unless
 * nothing is wanted.
 */
export const getForm =
  (deps: Deps): Serves<typeof getFormRoute> =>
  async ({ context, caller, agency, query, origin }, reply) => {
    const asked = getFormRoute.queries.values.safeParse(query('values') ?? undefined);
    if (!asked.success) return invalid('invalid-request', [{ path: 'values', message: 'Dùng current, previous hoặc none.' }]);
    const { plan, agencies } = context; // as the period's settings have them
    const values = asked.data === 'current' ? await valuesInForce(deps, context, agency) : null;
    const lastPeriod = asked.data === 'none' ? null : await figuresBefore({ table: deps.table, plan, agencies }, agency, context.period);
    const form = { obligations: context.obligations, agency, uploadPage: `${origin}/` };
    const wanted = { ...form, ...(values && { values }), ...(lastPeriod && { lastPeriod }) };
    const book = await deps.documents.write('form', wanted, caller.agency);
    if (book === 'busy') return tooManyDocuments();
    return reply.file(XLSX, `phu-luc-${agency}-${context.period}.xlsx`, book);
  };

/** The version in force; of an unreadable report the newest that can be read is the best there is to send it anew from. */
async function valuesInForce(deps: Deps, context: PeriodContext, agency: AgencyId): Promise<FormValues | null> {
  const head = (await readHead(deps.table, context.partition, agency))?.head;
  const current = saysInForce(head ?? null) ? head?.current : await newestReadable(deps, context, agency);
  return current ? formValuesOf(fittingReport(current.report, context.plan)) : null;
}

/** From the newest back, one at a time. */
async function newestReadable({ table }: Deps, { partition }: PeriodContext, agency: AgencyId): Promise<VersionRow | null> {
  for (let version = await newestVersion(table, partition, agency); version > 0; version--) {
    const stored = await readVersion(table, partition, agency, version);
    if (stored) return stored;
  }
  return null;
}
