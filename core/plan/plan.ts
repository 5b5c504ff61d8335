import * as z from 'zod';
import { Day } from '../day.ts';
import { ownTargets } from '../measures/own-targets.ts';
import { Measure } from '../measures/schemas.ts';
import { seenText, toNfc } from '../text.ts';
import { type Agencies, AgencyId, AgencyKind } from './agency.ts';
import { AgencyGroup } from './agency-groups.ts';
import { Appendix } from './appendix.ts';
import { Period, PeriodKind } from './period.ts';
import { MonthDay, PeriodDay } from './period-day.ts';

/**
 * A row of the plan, `<table>.<place in it>`: `B1.A.3`, `B3.III.6a`. Short enough for Word's names of bookmarks (40 characters), which
 * say what of the row they cover.
 */
export const RowId = z
  .string()
  .max(24)
  .regex(/^[A-Z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$/)
  .brand('RowId');
export type RowId = z.infer<typeof RowId>;

/** An agency's id, or the id of a group of agencies. */
const AgencyOrGroup = z.string().min(1);

/** Who reads the plan otherwise than its letter, and why: `openQuestion` is the id of a question in `openQuestions`. */
const Reading = { note: z.string().optional(), openQuestion: z.string().optional() };

/** How an amended plan differs in a row: the last day on which it is in force, and the names that it had before, the newest first. */
const Amended = { until: Day.optional(), renamed: z.array(z.string().min(1)).min(1).optional() };

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
    every: PeriodKind.optional(),
    continues: RowId.optional(),
    ...Amended,
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
  every: PeriodKind.optional(),
  schedule: Schedule,
  ...Amended,
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

/** Until when the figures of a period go, and when they are due. */
const KindDays = z.strictObject({ cutOff: PeriodDay, deadline: PeriodDay });

/**
 * When and to whom reports go (plan, V.1). `every`: the periods of rows that say nothing else; `also`: further kinds of periods that single
 * rows are reported in. `from`: where the figures of a year begin, if not on 1 January.
 */
const Reporting = z.strictObject({
  to: z.string(),
  every: PeriodKind.default('year'),
  from: MonthDay.optional(),
  ...KindDays.shape,
  also: z.partialRecord(PeriodKind, KindDays).optional(),
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
  phases: z.array(z.strictObject({ id: z.string(), tt: z.string(), title: z.string(), from: Year, to: Year })).min(1),
  groups: z.array(z.strictObject({ id: z.string(), phase: z.string(), parent: z.string().optional(), title: z.string() })),
  sections: z.array(z.strictObject({ id: z.string(), parent: z.string().optional(), title: z.string() })),
  indicators: z.array(Indicator),
  tasks: z.array(Task),
  openQuestions: z.array(OpenQuestion),
});
export type Plan = z.infer<typeof Plan>;

/** A plan and its agencies. */
export interface PlanAndAgencies {
  readonly plan: Plan;
  readonly agencies: Agencies;
}

/** What a plan calls all its agencies together where it says nothing. */
const USUAL_WHOLE = 'toàn tỉnh';

/** What the plan calls all its agencies together, as it stands within a sentence. */
export const wholeOf = ({ office }: Pick<Plan, 'office'>): string => office.whole ?? USUAL_WHOLE;
