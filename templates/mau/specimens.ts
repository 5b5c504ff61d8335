import { AgencyId } from '../../core/plan/agency.ts';
import { obligationsOf } from '../../core/plan/obligations.ts';
import { Period } from '../../core/plan/period.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { buildForm } from '../form/build-form.ts';

/** Whose blank forms lie beside this file, for people who want to look at one before they run anything. */
const SPECIMENS = { 'so.xlsx': 'STC', 'xa.xlsx': 'XA-21211' } as const;

export interface Specimen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The specimens as the builder makes them now: a department's and a commune's form of the plan's first year. */
export async function buildSpecimens(): Promise<Specimen[]> {
  const plan = defaultPlan();
  const period = Period.parse(String(Math.min(...plan.phases.map(({ from }) => from))));
  const obligations = obligationsOf(plan, defaultAgencies(), period);
  const specimens: Specimen[] = [];
  for (const [name, id] of Object.entries(SPECIMENS))
    specimens.push({ name, bytes: await buildForm({ obligations, agency: AgencyId.parse(id) }) });
  return specimens;
}
