import type { ShapeIssue } from './sound-part.ts';

/** The files that a plan is given in. */
export type PlanFile = 'plan' | 'agencies';

/** What a fault names besides its place: an id, a day, a text; empty where its place says it all. */
type NamedRule = (typeof PLAN_ERRORS)[number] | (typeof PLAN_WARNINGS)[number];

/** What stops a plan from being used. */
export const PLAN_ERRORS = [
  'unknown-agency',
  'unknown-group',
  'unknown-section',
  'unknown-phase',
  'unknown-row',
  'unknown-question',
  'unknown-table',
  'stated-by-not-reporting',
  'group-of-another-phase',
  'too-many-levels',
  'no-such-day',
  'day-missing',
  'due-outside-plan',
  'unknown-period',
  'twice',
  'names-itself',
  'continues-unlike',
  'phase-backwards',
  'start-after-due',
  'cuts-turned',
  'blank-name',
] as const;

/** What is only told. */
export const PLAN_WARNINGS = [
  'target-differs',
  'nobody-reports',
  'owes-nothing',
  'continues-no-earlier',
  'target-not-reporting',
  'phases-overlap',
  'due-before-phase',
  'deadline-before-cut-off',
  'misspelt-agency',
  'same-name',
  'succeeds-active',
  'succeeded-twice',
  'no-consolidator',
] as const;

/** A fault of a plan or of the list of its agencies, with its path from the root of the file. One cause gives one fault. */
export type PlanFault = { readonly file: PlanFile; readonly path: readonly PropertyKey[] } & (
  | { readonly rule: 'shape'; readonly issue: ShapeIssue['issue'] }
  | { readonly rule: NamedRule; readonly name: string }
);

/** The same as it is told: `row` the id of the row, or of the agency; `field` from there, keys joined by points, places from nought. */
export interface PlanFinding {
  readonly file: string;
  readonly row?: string;
  readonly field: string;
  readonly rule: PlanFault['rule'];
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Makes a fault of the plan's own file. */
export const planFault = (rule: NamedRule, path: readonly PropertyKey[], name = ''): PlanFault => ({ file: 'plan', path, rule, name });
