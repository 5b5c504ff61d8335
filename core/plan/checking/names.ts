import { TABLE_KINDS } from '../../tables/table-kind.ts';
import { tableIdOf } from '../appendix.ts';
import { MOST_LEVELS } from '../headings.ts';
import { idsIn, type PlanDraft, withPlaces } from './draft.ts';
import { type PlanFault, type PlanFile, planFault } from './plan-fault.ts';
import { statedByOf, staterPath } from './stated.ts';

/** Everything that a plan names and that is not there: agencies, phases, groups, sections, rows, questions. */
export function nameFaults(draft: PlanDraft): PlanFault[] {
  return [...agencyFaults(draft), ...agencyListFaults(draft), ...partFaults(draft), ...tableFaults(draft)];
}

/** Agencies that others name: members of groups, those whose reports they send or whose counts are theirs. Groups are none. */
function agencyListFaults({ plan, agencies, namedAgencies }: PlanDraft): PlanFault[] {
  const each = (file: PlanFile, ids: readonly (string | undefined)[] | undefined, path: readonly PropertyKey[]): PlanFault[] =>
    withPlaces(ids).flatMap(([id, k]) =>
      namedAgencies.has(id) ? [] : [{ file, path: [...path, k], rule: 'unknown-agency', name: id } satisfies PlanFault],
    );
  return [
    ...withPlaces(plan.agencyGroups).flatMap(([group, k]) =>
      'members' in group ? each('plan', group.members, ['agencyGroups', k, 'members']) : [],
    ),
    ...withPlaces(plan.indicators).flatMap(([{ perAgency }, k]) =>
      Object.keys(perAgency ?? {}).flatMap((id) =>
        namedAgencies.has(id) ? [] : [planFault('unknown-agency', ['indicators', k, 'perAgency', id], id)],
      ),
    ),
    ...withPlaces(agencies).flatMap(([agency, k]) => [
      ...each('agencies', agency.submitsFor, [k, 'submitsFor']),
      ...each('agencies', agency.succeeds, [k, 'succeeds']),
    ]),
  ];
}

/** Rows whose ids begin with no table of their kind. */
function tableFaults({ plan }: PlanDraft): PlanFault[] {
  const tables = withPlaces(plan.appendices);
  if (tables.length === 0) return [];
  return TABLE_KINDS.flatMap((kind) =>
    withPlaces<{ readonly id?: string | undefined }>(plan[kind]).flatMap(([{ id }, k]) => {
      const table = tables.find(([one]) => id !== undefined && one.id === tableIdOf(id))?.[0];
      return id === undefined || (table && (table.kind ?? kind) === kind) ? [] : [planFault('unknown-table', [kind, k, 'id'], id)];
    }),
  );
}

/** Headings that stand below one that is not there, below one of another phase, or too deep. */
function parentFaults(
  list: 'groups' | 'sections',
  headings: readonly (DraftHeading | undefined)[] | undefined,
  rule: 'unknown-group' | 'unknown-section',
): PlanFault[] {
  const known = new Map(withPlaces(headings).map(([heading]) => [heading.id, heading]));
  return withPlaces(headings).flatMap(([{ id = '', parent, phase }, k]) => {
    if (parent === undefined) return [];
    const above = known.get(parent);
    if (!above) return [planFault(rule, [list, k, 'parent'], parent)];
    if (phase !== undefined && above.phase !== undefined && phase !== above.phase)
      return [planFault('group-of-another-phase', [list, k, 'parent'], parent)];
    return isTooDeep(known, id) ? [planFault('too-many-levels', [list, k, 'parent'], id)] : [];
  });
}

interface DraftHeading {
  readonly id?: string | undefined;
  readonly parent?: string | undefined;
  readonly phase?: string | undefined;
}

function isTooDeep(known: ReadonlyMap<string | undefined, DraftHeading>, id: string): boolean {
  let level = 0;
  for (let one = known.get(id); one; one = one.parent === undefined ? undefined : known.get(one.parent))
    if (++level > MOST_LEVELS) return true;
  return false;
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
  const continued = new Set(idsIn(plan.indicators));
  const rows = new Set([...continued, ...idsIn(plan.tasks)]);
  const unless = (known: ReadonlySet<string>, name: string | undefined, rule: Parameters<typeof planFault>[0], path: PropertyKey[]) =>
    // without any phase that is told, once
    name === undefined || known.has(name) || (rule === 'unknown-phase' && phases.size === 0) ? [] : [planFault(rule, path, name)];
  const asked = ({ openQuestion }: { readonly openQuestion?: string | undefined }, path: PropertyKey[]) =>
    unless(questions, openQuestion, 'unknown-question', [...path, 'openQuestion']);
  return [
    ...withPlaces(plan.groups).flatMap(([group, k]) => unless(phases, group.phase, 'unknown-phase', ['groups', k, 'phase'])),
    ...withPlaces(plan.indicators).flatMap(([row, k]) => [
      ...unless(phases, row.phase, 'unknown-phase', ['indicators', k, 'phase']),
      ...unless(groups, row.group, 'unknown-group', ['indicators', k, 'group']),
      ...unless(continued, row.continues, 'unknown-row', ['indicators', k, 'continues']),
      ...asked(row, ['indicators', k]),
    ]),
    ...withPlaces(plan.tasks).flatMap(([row, k]) => [
      ...unless(sections, row.section, 'unknown-section', ['tasks', k, 'section']),
      ...asked(row, ['tasks', k]),
    ]),
    ...parentFaults('groups', plan.groups, 'unknown-group'),
    ...parentFaults('sections', plan.sections, 'unknown-section'),
    ...asked(plan.reporting ?? {}, ['reporting']),
    ...withPlaces(plan.openQuestions).flatMap(([question, k]) =>
      withPlaces(question.rows).flatMap(([row, n]) => unless(rows, row, 'unknown-row', ['openQuestions', k, 'rows', n])),
    ),
  ];
}
