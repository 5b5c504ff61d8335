import { cellName } from '../grid.ts';
import type { Field, RowPlace } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import type { Severity } from '../rules/rule.ts';
import type { AnyRule, FactsOf, RuleId } from '../rules/rules.ts';
import { shortFacts } from './quoted.ts';

/** Something that a rule found, as data: its rule makes the sentence. `row` and `field` null: of the whole file or sheet. */
export type Finding = { [R in RuleId]: FindingOf<R> }[RuleId];

export interface FindingOf<R extends RuleId> {
  readonly rule: R;
  readonly severity: Severity;
  readonly row: RowId | null;
  readonly field: Field | null;
  readonly facts: FactsOf<R>;
  /** Title of the sheet and name of the cell ("J12") in the workbook it came from. */
  readonly sheet?: string;
  readonly cell?: string;
  /** Header of the column in the table where it was read: two tables may have a field of one name under different headers. */
  readonly column?: string;
}

/** Where something was found, as far as that is known. */
export interface FindingPlace {
  readonly row?: RowId | null;
  readonly field?: Field | null;
  readonly sheet?: string;
  readonly cell?: string;
  readonly column?: string;
}

/** A finding with its rule's own severity; long texts among the facts are cut. */
export function finding<R extends AnyRule>({ id, severity }: R, facts: FactsOf<R['id']>, where: FindingPlace = {}): FindingOf<R['id']> {
  const { row = null, field = null, ...place } = where;
  return { rule: id, severity, row, field, facts: shortFacts(facts), ...place };
}

/** Gives findings about rows of a report the sheet and cell where that row stands; those without a place are left as they are. */
export function placed(findings: readonly Finding[], places: ReadonlyMap<RowId, RowPlace>): Finding[] {
  return findings.map((one) => {
    const place = one.row ? places.get(one.row) : undefined;
    if (!place || one.sheet) return one;
    const column = (one.field && place.columns[one.field]) ?? place.columns.id ?? 1;
    return { ...one, sheet: place.sheet, cell: cellName(place.row, column) };
  });
}

export const blocks = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error');
