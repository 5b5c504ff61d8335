import { idsIn, type PlanDraft, withPlaces } from './draft.ts';
import { type PlanFault, planFault } from './plan-fault.ts';
import { statedByOf, staterPath } from './stated.ts';

/** Everything that a plan names and that is not there: agencies, phases, groups, sections, rows, questions. */
export function nameFaults(draft: PlanDraft): PlanFault[] {
  return [...agencyFaults(draft), ...partFaults(draft)];
}

function agencyFaults({ plan, named }: PlanDraft): PlanFault[] {
  const each = (codes: readonly (string | undefined)[] | undefined, path: readonly PropertyKey[]): PlanFault[] =>
    withPlaces(codes).flatMap(([code, k]) => (named.has(code) ? [] : [planFault('unknown-agency', [...path, k], code)]));
  return [
    ...withPlaces(plan.indicators).flatMap(([row, k]) => {
      const stater = statedByOf(row);
      return [
        ...each(row.leads, ['indicators', k, 'leads']),
        ...each(row.reporters, ['indicators', k, 'reporters']),
        ...(stater === null || staterPath(row)[0] === 'leads' || named.has(stater)
          ? []
          : [planFault('unknown-agency', ['indicators', k, 'measure', 'statedBy'], stater)]),
      ];
    }),
    ...withPlaces(plan.tasks).flatMap(([row, k]) => [
      ...each(row.leads, ['tasks', k, 'leads']),
      ...each(row.optionalLeads, ['tasks', k, 'optionalLeads']),
    ]),
  ];
}

function partFaults({ plan }: PlanDraft): PlanFault[] {
  const [phases, groups, sections, questions] = [plan.phases, plan.groups, plan.sections, plan.openQuestions].map(
    (list) => new Set(idsIn(list)),
  ) as [Set<string>, Set<string>, Set<string>, Set<string>]; // as many as there are lists
  const rows = new Set([...idsIn(plan.indicators), ...idsIn(plan.tasks)]);
  const unless = (known: ReadonlySet<string>, name: string | undefined, rule: Parameters<typeof planFault>[0], path: PropertyKey[]) =>
    name === undefined || known.has(name) ? [] : [planFault(rule, path, name)];
  const asked = ({ openQuestion }: { readonly openQuestion?: string | undefined }, path: PropertyKey[]) =>
    unless(questions, openQuestion, 'unknown-question', [...path, 'openQuestion']);
  return [
    ...withPlaces(plan.groups).flatMap(([group, k]) => unless(phases, group.phase, 'unknown-phase', ['groups', k, 'phase'])),
    ...withPlaces(plan.indicators).flatMap(([row, k]) => [
      ...unless(phases, row.phase, 'unknown-phase', ['indicators', k, 'phase']),
      ...unless(groups, row.group, 'unknown-group', ['indicators', k, 'group']),
      ...unless(rows, row.continues, 'unknown-row', ['indicators', k, 'continues']),
      ...asked(row, ['indicators', k]),
    ]),
    ...withPlaces(plan.tasks).flatMap(([row, k]) => [
      ...unless(sections, row.section, 'unknown-section', ['tasks', k, 'section']),
      ...asked(row, ['tasks', k]),
    ]),
    ...asked(plan.reporting ?? {}, ['reporting']),
    ...withPlaces(plan.openQuestions).flatMap(([question, k]) =>
      withPlaces(question.rows).flatMap(([row, n]) => unless(rows, row, 'unknown-row', ['openQuestions', k, 'rows', n])),
    ),
  ];
}
