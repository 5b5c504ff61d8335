import type { AgencyId } from '../../core/plan/agency.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { aForm, obligationsIn } from './a-form.ts';

/** The bytes of an agency's form with every row answered that it owes. */
export function aFilledFile(agency: AgencyId): Promise<Uint8Array> {
  const { report } = aForm(agency).filled().read();
  return buildForm({ obligations: obligationsIn('2026'), agency, ...(report && { values: formValuesOf(report) }) });
}
