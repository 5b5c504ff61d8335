import { type ChosenPlan, choosePlan, planFilesOf, refusalText } from '../seeds/chosen-plan.ts';

/** The plan that the environment names, else the seeds. */
export function ownPlan(): ChosenPlan {
  const chosen = choosePlan(planFilesOf({}, process.env));
  if (chosen.ok) return chosen.value;
  process.stderr.write(`${refusalText(chosen.error)}\n`);
  process.exit(1);
}

/** The office that adds up, in whose name the demo closes the period. */
export function consolidatorOf(list: ChosenPlan['agencies']): string {
  const office = list.find(({ active, roles }) => active && roles.includes('consolidator'));
  if (!office) throw new Error('[demo] "agencies": no consolidator');
  return office.id;
}
