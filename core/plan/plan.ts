import * as z from 'zod';
import { Day } from '../day.ts';
import { ownTargets } from '../measures/own-targets.ts';
import { Measure } from '../measures/schemas.ts';
import { seenText, toNfc } from '../text.ts';
import { AgencyId, AgencyKind } from './agency.ts';
import { AgencyGroup } from './agency-groups.ts';
import { Appendix } from './appendix.ts';

/**
 * A row of the plan, `<table>.<place in it>`: `PL1.I.1.3`, `B3.III.6a`. Short enough for Word's names of bookmarks (40 characters), which
 * say what of the row they cover.
 */
export const RowId = z
  .string()
  .max(24)
  .regex(/^[A-Z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$/)
  .brand('RowId');
export type RowId = z.infer<typeof RowId>;

/** A reporting period: a calendar year. */
export const Period = z
  .string()
  .regex(/^20\d\d$/)
  .brand('Period');
export type Period = z.infer<typeof Period>;

/** An agency's id, or the id of a group of agencies. */
const AgencyOrGroup = z.string().min(1);
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Who reads the plan otherwise than its letter, and why: `openQuestion` is the id of a question in `openQuestions`. */
const Reading = { note: z.string().optional(), openQuestion: z.string().optional() };

/** A row of a table of indicators. Texts are the plan's own, NFC; what stands under `measure`, `reporters`, `due` is a reading of them. */
export const Indicator = z
  .strictObject({
    id: RowId,
    phase: z.string(),
    group: z.string().optional(),
    tt: z.string(),
    name: z.string(),
    unitText: z.string().optional(),
    targetText: z.string(),
    leadsText: z.string(),
    implementersText: z.string(),
    leads: z.array(AgencyOrGroup).min(1),
    implementers: z.array(z.string()),
    reporters: z.array(AgencyOrGroup).min(1),
    measure: Measure,
    targets: z.partialRecord(Period, z.number()).optional(),
    perAgency: z.partialRecord(AgencyId, z.number()).optional(),
    due: Day,
    continues: RowId.optional(),
    ...Reading,
  })
  .superRefine(ownTargets);
export type Indicator = z.infer<typeof Indicator>;

/** When a task is due: by a day, every year until a day, or after an event that has no date yet. */
export const Schedule = z.strictObject({
  kind: z.enum(['by-date', 'continuous', 'conditional']),
  trigger: z.string().optional(),
  start: Day.nullable(),
  due: Day.nullable(),
});
export type Schedule = z.infer<typeof Schedule>;

/** A row of a table of tasks. */
export const Task = z.strictObject({
  id: RowId,
  section: z.string().optional(),
  tt: z.string().nullable(),
  name: z.string(),
  leadsText: z.string(),
  coordinatorsText: z.string(),
  deliverable: z.string(),
  timeframeText: z.string(),
  leads: z.array(AgencyOrGroup).min(1),
  optionalLeads: z.array(AgencyOrGroup).default([]),
  coordinators: z.array(z.string()),
  schedule: Schedule,
  ...Reading,
});
export type Task = z.infer<typeof Task>;

/** Cuts of the pace: those of Eurostat and of Open SDG's ProgressMeasure. */
const Thresholds = z.strictObject({
  version: z.string(),
  onTrack: z.number(),
  accelerate: z.number(),
  slow: z.number(),
  judgedFrom: z.number().min(0).max(1),
  shortfallPoints: z.number().min(0),
  note: z.string(),
});

/** When and to whom the yearly report goes (plan, V.1); days of a period's year as `MM-DD`. */
const Reporting = z.strictObject({
  to: z.string(),
  from: MonthDay,
  cutOff: MonthDay,
  deadline: MonthDay,
  /** As on Earth: from −12:00 to +14:00. */
  utcOffset: z.string().regex(/^(?:[+-](?:0\d|1[01]):[0-5]\d|[+-]12:00|\+1[23]:[0-5]\d|\+14:00)$/),
  ...Reading,
});

const Office = z.strictObject({
  name: z.string(),
  place: z.string(),
  issuer: z.string(),
  /** What all agencies are together, in sentences and headings. */
  whole: z.string().trim().min(1).optional(),
  /** The upper line of letterheads, by kinds of agencies. */
  governs: z.record(AgencyKind, z.string()),
});

const HALF_PAIR = /\p{Cs}/u;

/**
 * What names a plan in its forms and in the store. It comes back from a form as it went in (readers put texts into NFC and take away what
 * cannot be seen), and each of its characters may take nine in the name of a partition, which has 512 (`functions/store/limits.ts`).
 */
const PlanId = z
  .string()
  .min(1)
  .max(50)
  .refine((id) => id === seenText(toNfc(id)) && !HALF_PAIR.test(id));

/** A year that a period can be called by. */
const Year = z.int().min(2000).max(2099);

const OpenQuestion = z.strictObject({
  id: z.string(),
  rows: z.array(RowId),
  question: z.string(),
  assumed: z.string(),
  change: z.string(),
});

/**
 * The plan with its tables. Nothing about one province stands in code: another plan of this shape works alike. What a plan says
 * must fit together as well: `checkPlan` finds what does not.
 */
export const Plan = z.strictObject({
  id: PlanId,
  title: z.string(),
  number: z.string(),
  date: Day,
  basis: z.string(),
  office: Office,
  reporting: Reporting,
  thresholds: Thresholds,
  agencyGroups: z.array(AgencyGroup),
  appendices: z.array(Appendix).min(1),
  phases: z.array(z.strictObject({ id: z.string(), tt: z.string(), title: z.string(), from: Year, to: Year })),
  groups: z.array(z.strictObject({ id: z.string(), phase: z.string(), parent: z.string().optional(), title: z.string() })),
  sections: z.array(z.strictObject({ id: z.string(), parent: z.string().optional(), title: z.string() })),
  indicators: z.array(Indicator),
  tasks: z.array(Task),
  openQuestions: z.array(OpenQuestion),
});
export type Plan = z.infer<typeof Plan>;

/** What a plan calls all its agencies together where it says nothing. */
const USUAL_WHOLE = 'toàn tỉnh';

/** What the plan calls all its agencies together, as it stands within a sentence. */
export const wholeOf = ({ office }: Pick<Plan, 'office'>): string => office.whole ?? USUAL_WHOLE;

/** The plan's years, as the phases give them. */
export function isPlanPeriod(plan: Plan, period: Period): boolean {
  return plan.phases.some(({ from, to }) => from <= Number(period) && Number(period) <= to);
}

/** The plan's first period: the one that a new store opens. */
export const firstPeriodOf = ({ phases }: Plan): Period => Period.parse(String(Math.min(...phases.map(({ from }) => from))));

/** The last day of a period. */
export const lastDayOf = (period: Period): Day => `${period}-12-31` as Day; // every year has it

/** The day at which a period's figures are taken. */
export const cutOffOf = (plan: Plan, period: Period): Day => `${period}-${plan.reporting.cutOff}` as Day; // both halves are checked

/** The last day on which a period's report is on time. */
export const deadlineOf = (plan: Plan, period: Period): Day => `${period}-${plan.reporting.deadline}` as Day; // both halves are checked

/** The first day whose figures belong to a period: of the year before, when the period begins in its last months. */
export function startOf(plan: Plan, period: Period): Day {
  const year = plan.reporting.from > plan.reporting.cutOff ? Number(period) - 1 : Number(period);
  return `${year}-${plan.reporting.from}` as Day; // both halves are checked
}

/** The year before, whether or not the plan holds it. */
export const periodBefore = (period: Period): Period => Period.parse(String(Number(period) - 1));
