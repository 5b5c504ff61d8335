import { measureOf } from '../../core/measures/measure-of.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { periodsBefore } from '../../core/plan/plan-periods.ts';
import { agencySize, isLocal } from './agency-size.ts';
import { shuffled } from './dice.ts';
import { isSmallOffice } from './volumes.ts';

/** What goes wrong with a workbook, as real clerks make it. Only `count-as-text` and `sent-twice` still count. */
export type MistakeKind =
  | 'columns-swapped'
  | 'about-95'
  | 'part-became-a-date'
  | 'row-pasted-twice'
  | 'form-of-last-period'
  | 'percent-in-a-count'
  | 'renamed-xls'
  | 'text-file'
  | 'count-as-text'
  | 'sent-twice';

/** Who plays which part in a period's inbox. */
export interface Cast {
  readonly silent: ReadonlySet<AgencyId>;
  readonly late: ReadonlySet<AgencyId>;
  readonly mistakes: ReadonlyMap<AgencyId, MistakeKind>;
}

const STILL_COUNTS: readonly MistakeKind[] = ['count-as-text', 'sent-twice'];
const SILENT_COMMUNES = 3;
const LATE = 3;

/** The first form has no period before it; the mistakes differ a little from year to year. */
const kindsOf = (first: boolean): readonly MistakeKind[] =>
  first
    ? ['columns-swapped', 'about-95', 'part-became-a-date', 'row-pasted-twice', 'renamed-xls', 'text-file']
    : ['columns-swapped', 'percent-in-a-count', 'part-became-a-date', 'form-of-last-period', 'renamed-xls'];

/** Deals the parts. Agencies that state a figure or lead a row by name send in time and without a fault, as everything hangs on them. */
export function castOf(obligations: Obligations): Cast {
  const { plan, period, agencies } = obligations;
  const needed = new Set<string>([
    ...plan.indicators.flatMap((row) => [...row.leads, measureOf(row).statedBy ?? []].flat()),
    ...plan.tasks.flatMap(({ leads }) => leads),
  ]);
  const free = (agency: Agency) => !needed.has(agency.id);
  const offices = shuffled(
    agencies.filter((agency) => !isLocal(agency) && free(agency) && isSmallOffice(agency)),
    'offices',
    period,
  );
  const wards = shuffled(
    agencies.filter((agency) => agencySize(agency) === 'ward'),
    'wards',
    period,
  );
  const communes = shuffled(
    agencies.filter((agency) => isLocal(agency) && agencySize(agency) !== 'ward' && free(agency)),
    'communes',
    period,
  ).map(({ id }) => id);
  const first = periodsBefore(plan, period).length === 0;
  const mistakes = new Map<AgencyId, MistakeKind>();
  const silent = new Set([...offices.slice(0, 1).map(({ id }) => id), ...communes.splice(0, SILENT_COMMUNES)]);
  const late = new Set(communes.splice(0, LATE));
  for (const kind of kindsOf(first)) for (const id of communes.splice(0, 1)) mistakes.set(id, kind);
  STILL_COUNTS.forEach((kind, k) => {
    const id = wards[k]?.id;
    if (id) mistakes.set(id, kind);
  });
  return { silent, late, mistakes };
}

/** Whether an agency's figures come into the matrix: it sent something, without an error. */
export function countsIn(cast: Cast, agency: AgencyId): boolean {
  const kind = cast.mistakes.get(agency);
  return !cast.silent.has(agency) && (kind === undefined || STILL_COUNTS.includes(kind));
}
