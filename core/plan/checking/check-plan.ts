import { Agencies } from '../agency.ts';
import { Plan } from '../plan.ts';
import { blankFaults } from './blanks.ts';
import { dayFaults } from './days.ts';
import { idsIn, type PlanDraft } from './draft.ts';
import { nameFaults } from './names.ts';
import { phaseFaults } from './phases.ts';
import type { PlanFault, PlanFile } from './plan-fault.ts';
import { rhythmFaults } from './rhythms.ts';
import { indicatorFaults, owingFaults } from './rows.ts';
import { partAt, type ShapeIssue, soundPart } from './sound-part.ts';
import { tieFaults } from './ties.ts';
import { twiceFaults } from './twice.ts';

/** The two files of a plan as JSON says them: anything. */
export interface WrittenPlan {
  readonly plan: unknown;
  readonly agencies: unknown;
}

/**
 * All faults of a plan and of its agencies at once, in the order of the files (contract, "plan check"). What is not of its shape is told
 * and left out; the rest is looked at all the same.
 */
export function checkPlan(written: WrittenPlan): PlanFault[] {
  const plan = soundPart(Plan, written.plan);
  const agencies = soundPart(Agencies, written.agencies);
  const draft: PlanDraft = {
    plan: plan.sound ?? {},
    agencies: agencies.sound ?? [],
    named: new Set([...idsIn(written.agencies), ...idsIn(partAt(written.plan, ['agencyGroups']))]),
    namedAgencies: new Set(idsIn(written.agencies)),
  };
  const faults = [
    ...shapeFaults('plan', written.plan, plan.issues),
    ...shapeFaults('agencies', written.agencies, agencies.issues),
    ...nameFaults(draft),
    ...twiceFaults(draft),
    ...dayFaults(draft),
    ...rhythmFaults(draft),
    ...indicatorFaults(draft),
    ...owingFaults(draft),
    ...phaseFaults(draft),
    ...tieFaults(draft),
    ...blankFaults(draft),
  ];
  const placeOf = new Map(faults.map((fault) => [fault, placeIn(written, fault)]));
  return faults.toSorted((one, two) => comparePlaces(placeOf.get(one) ?? [], placeOf.get(two) ?? []));
}

/** Days of a year that reporting sets. */
const DAY_FIELDS = /^(from|cutOff|deadline)$/;

function shapeFaults(file: PlanFile, written: unknown, issues: readonly ShapeIssue[]): PlanFault[] {
  return issues.map(({ path, issue }) => {
    const said = partAt(written, path);
    const isDay = issue.code === 'invalid_format' && issue.format === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(said));
    const isMonthDay = DAY_FIELDS.test(String(path.at(-1))) && path[0] === 'reporting' && /^\+?\d{1,2}-\d{1,2}$/.test(String(said));
    return isDay || isMonthDay ? { file, path, rule: 'no-such-day', name: String(said) } : { file, path, rule: 'shape', issue };
  });
}

/** Where a path stands in its file: at each level the number of its key. */
function placeIn(written: WrittenPlan, { file, path }: PlanFault): number[] {
  const numbers = path.map((key, k) => {
    const parent = partAt(written[file], path.slice(0, k));
    return typeof key === 'number' ? key : Object.keys(parent ?? {}).indexOf(String(key));
  });
  return [file === 'plan' ? 0 : 1, ...numbers];
}

function comparePlaces(one: readonly number[], two: readonly number[]): number {
  const at = one.findIndex((number, k) => number !== two[k]);
  return at < 0 ? one.length - two.length : (one[at] ?? 0) - (two[at] ?? -1);
}
