import * as z from 'zod';
import { Day } from '../day.ts';
import { ownTargets } from '../measures/own-targets.ts';
import { Measure } from '../measures/schemas.ts';
import { AgencyId } from './agency.ts';
import { Period, PeriodKind } from './period.ts';
import { MonthDay, PeriodDay } from './period-day.ts';

/** A row of the plan: `PL1.I.1.3` (indicator) or `PL2.III.6a` (task). */
export const RowId = z
  .string()
  .regex(/^PL[12](\.[A-Za-z0-9]+)+$/)
  .brand('RowId');
export type RowId = z.infer<typeof RowId>;

/** An agency's id, or the id of a group of agencies. */
const AgencyOrGroup = z.string().min(1);

/** Who reads the plan otherwise than its letter, and why: `openQuestion` is the id of a question in `openQuestions`. */
const Reading = { note: z.string().optional(), openQuestion: z.string().optional() };

/** How an amended plan differs in a row: the last day on which it is in force, and the names that it had before, the newest first. */
const Amended = { until: Day.optional(), renamed: z.array(z.string().min(1)).min(1).optional() };

/** A row of Phụ lục I. Texts are the plan's own, NFC; what stands under `measure`, `reporters`, `due` is a reading of them. */
export const Indicator = z
  .strictObject({
    id: RowId,
    phase: z.string(),
    group: z.string(),
    tt: z.string(),
    name: z.string(),
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
  start: Day.nullable(),
  due: Day.nullable(),
  trigger: z.string().optional(),
});
export type Schedule = z.infer<typeof Schedule>;

/** A row of Phụ lục II. */
export const Task = z.strictObject({
  id: RowId,
  section: z.string(),
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

const Appendix = z.strictObject({ heading: z.string(), title: z.string(), attached: z.string() });

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
  utcOffset: z.string().regex(/^[+-]\d\d:\d\d$/),
  ...Reading,
});

const Office = z.strictObject({
  name: z.string(),
  place: z.string(),
  issuer: z.string(),
  governs: z.strictObject({ provincial: z.string(), commune: z.string() }),
});

const OpenQuestion = z.strictObject({
  id: z.string(),
  rows: z.array(RowId),
  question: z.string(),
  assumed: z.string(),
  change: z.string(),
});

/**
 * The plan with both appendices. Nothing about one province stands in code: another plan of this shape works alike. What a plan says
 * must fit together as well: `checkPlan` finds what does not.
 */
export const Plan = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  number: z.string(),
  date: Day,
  basis: z.string(),
  office: Office,
  reporting: Reporting,
  thresholds: Thresholds,
  agencyGroups: z.array(z.strictObject({ id: z.string(), name: z.string(), kind: z.enum(['provincial', 'commune']) })),
  appendices: z.strictObject({ indicators: Appendix, tasks: Appendix }),
  phases: z.array(z.strictObject({ id: z.string(), tt: z.string(), title: z.string(), from: z.int(), to: z.int() })),
  groups: z.array(z.strictObject({ id: z.string(), phase: z.string(), title: z.string() })),
  sections: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  indicators: z.array(Indicator).min(1),
  tasks: z.array(Task).min(1),
  openQuestions: z.array(OpenQuestion),
});
export type Plan = z.infer<typeof Plan>;
