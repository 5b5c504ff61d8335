import * as z from 'zod';
import type { AgencyId } from '../../core/agency.ts';
import { type FormValues, formValuesOf } from '../../templates/form/form-values.ts';
import type { Deps } from '../deps.ts';
import { isOwn } from '../identity/rights.ts';
import type { Ground } from '../periods/ground.ts';
import { carriedFigures } from '../reports/carried-figures.ts';
import { lastReport } from '../reports/last-report.ts';
import { readHead } from '../store/heads.ts';
import { addressed, forbidden } from './access.ts';
import { file, XLSX } from './answer.ts';
import { invalid } from './read-body.ts';
import type { GuardedRoute } from './route.ts';

const Values = z.enum(['current', 'previous', 'none']).default('current');

/** An agency's form of the period: with its version in force, with the figures of the period before, or blank. */
export const getForm = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/form',
  id: 'getForm',
  summary: 'Biểu .xlsx của một đơn vị',
  queries: { values: Values },
  gives: { 200: { [XLSX]: null } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'invalid-request'],
  async serve(request, caller) {
    if (!caller.consolidator && !isOwn(caller, request.parameters.agency ?? '')) return forbidden();
    const place = await addressed(deps, request.parameters);
    if (!place.ok) return place.error;
    const wanted = Values.safeParse(request.query('values') ?? undefined);
    if (!wanted.success) return invalid('invalid-request', [{ path: 'values', message: 'Dùng current, previous hoặc none.' }]);
    const { ground, agency } = place.value;
    const values = await valuesOf(deps, ground, agency, wanted.data);
    // Loaded when asked for: what writes workbooks is most of the program, and no other route needs it.
    const { buildForm } = await import('../../templates/form/build-form.ts');
    const book = await buildForm({ obligations: ground.obligations, agency, ...(values && { values }) });
    return file(XLSX, `phu-luc-${agency}-${ground.period}.xlsx`, book);
  },
});

/** What fills the form; null for nothing, also where there is nothing to fill it with. */
async function valuesOf(deps: Deps, ground: Ground, agency: AgencyId, wanted: z.infer<typeof Values>): Promise<FormValues | null> {
  if (wanted === 'none') return null;
  if (wanted === 'previous') {
    const last = await lastReport(deps, agency, ground.period);
    return last && formValuesOf(carriedFigures(last, ground.plan));
  }
  const current = (await readHead(deps.table, ground.partition, agency))?.head.current;
  return current ? formValuesOf(current.report) : null;
}
