import * as z from 'zod';
import type { Day } from '../day.ts';
import type { Fix } from '../fixing/fix.ts';
import type { FixPlace } from '../fixing/fix-place.ts';
import type { LiveChecks } from '../form/live-check.ts';
import type { Field } from '../layout.ts';
import type { Matrix } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';

/** Errors block, warnings travel with the report, hints are only shown. */
export type Severity = 'error' | 'warning' | 'hint';

/**
 * Where a rule looks. `file`: nothing can be read of it; `foreign`: a workbook that is no form of ours; `form`, `cell`: found while
 * reading.
 */
export type RuleStage = 'file' | 'foreign' | 'form' | 'cell' | 'report' | 'other-reports';

/** A part that a rule expressly does not have. */
export const none = null;
type None = typeof none;

/** Of rules that know nothing but the place. */
export const NO_FACTS = z.strictObject({});

/** The row of a finding, and the header of its column: '' for none. */
export interface SentencePlace {
  readonly row: RowId | null;
  readonly column: string;
}

/** What a rule may look at besides the report. */
export interface RuleContext {
  readonly obligations: Obligations;
  readonly agency: AgencyId;
  /** Rows of which a cell could not be read: named already, so the rules on figures are silent about them. */
  readonly unread: ReadonlySet<RowId>;
  /** Rows without an entry in which the agency wrote something all the same; of a report that was no workbook nobody knows. */
  readonly begun?: ReadonlySet<RowId>;
  /** The matrix of the last period, where there is one. */
  readonly previous: Matrix | null;
  /** The day of reading; left out, nothing is said of days to come. */
  readonly today?: Day;
}

/** One thing that a rule found in a report; `row` and `field` null: of the report as a whole. */
interface Found<Facts> {
  readonly row: RowId | null;
  readonly field: Field | null;
  readonly facts: Facts;
}

/** Everything about a rule: what it finds, says, offers and is called. Each part is given or expressly `none`. */
export interface Rule<Id extends string, Facts extends object> {
  readonly id: Id;
  /** Unless the period's settings say otherwise. */
  readonly severity: Severity;
  readonly stage: RuleStage;
  /** What it knows of the thing found: sentence and fixes speak from these alone, and they are what is stored. */
  readonly facts: z.ZodType<Facts>;
  /** What is wrong, then what to do: a sentence or two in official Vietnamese. */
  readonly sentence: (facts: Facts, where: SentencePlace) => string;
  /** Why it has a file refused, in a few words, as the desk lists it. */
  readonly refusal: string | None;
  /** Its name where the desk lets a period change its severity and free an agency of it, or the latter alone. */
  readonly setting: { readonly name: string; readonly allows: 'severity' | 'waiver' } | None;
  /**
   * `asked`: the warning stays open until a reason stands in `Giải trình`, or `Ghi chú` of a task; `required`: it is an error until then.
   */
  readonly reason: 'asked' | 'required' | None;
  /** What a clerk can click, the likeliest first; never a guessed figure. */
  readonly fixes: ((facts: Facts, place: FixPlace) => readonly Fix[]) | None;
  /** How the form says the same while it is being filled; none where no formula can see it. */
  readonly live: LiveChecks | None;
  /** How it is found in one report; none where it is found while reading, or beside other reports. */
  readonly check: ((report: Report, context: RuleContext) => readonly Found<Facts>[]) | None;
}

/** A rule as it is given. */
export const rule = <Id extends string, Facts extends object>(given: Rule<Id, Facts>): Rule<Id, Facts> => given;
