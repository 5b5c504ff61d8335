import * as z from 'zod';
import type { Finding } from '../findings/finding.ts';
import { HonoursWeights } from '../honours/weights.ts';
import { ReportText } from '../report-text/report-text.ts';
import { isRuleId } from '../rules/rule-by-id.ts';
import type { RuleId } from '../rules/rules.ts';
import { type Agencies, AgencyId } from './agency.ts';
import { AgencyChanges } from './agency-changes.ts';
import type { Period } from './period.ts';
import { PeriodDay } from './period-day.ts';
import { type Plan, RowId } from './plan.ts';
import { withDays } from './plan-periods.ts';
import { Signing } from './signing.ts';
import { withAgencyChanges } from './with-agency-changes.ts';

const RuleName = z.custom<RuleId>(isRuleId, 'unknown rule');

/** A finding that one agency need not fix, with the reason on the record. */
export const Waiver = z.strictObject({
  agency: AgencyId,
  rule: RuleName,
  row: RowId.nullable(),
  reason: z.string().trim().min(1).max(4000),
});

/** Whom agencies ask about a period: an office or a person, with a telephone number or an address. */
export const Contact = z.strictObject({
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().min(1).max(50).optional(),
  email: z.email().max(200).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** What an administrator changes for one period without a release: who reports, who owes a row, how strict a rule is, which days count. */
export const Settings = z.strictObject({
  cutOff: PeriodDay.optional(),
  deadline: PeriodDay.optional(),
  contact: Contact.optional(),
  /** Whom the consolidating office asks about an agency's report; no letter, page or feed for others shows it. */
  contacts: z.partialRecord(AgencyId, Contact).optional(),
  agencies: AgencyChanges.default({}),
  reporters: z.partialRecord(RowId, z.array(z.string().max(200)).min(1)).default({}),
  rules: z.array(z.strictObject({ rule: RuleName, severity: z.enum(['error', 'warning', 'hint', 'off']) })).default([]),
  waivers: z.array(Waiver).default([]),
  /** Below this part of the agencies, in percent, a result is published without a verdict (`USUAL_PUBLIC_COVERAGE`). */
  publicCoverage: z.int().min(0).max(100).optional(),
  /** What the parts of the honours list weigh (`USUAL_WEIGHTS`). */
  honours: HonoursWeights.optional(),
  /** How the report is signed and sent. */
  signing: Signing.optional(),
  /** Sentences of the report that are worded otherwise than usual. */
  reportText: ReportText.optional(),
});
export type Settings = z.infer<typeof Settings>;

export const NO_SETTINGS: Settings = { agencies: {}, reporters: {}, rules: [], waivers: [] };

/** Plan and agencies as they are in a period with these settings. */
export function withSettings(plan: Plan, agencies: Agencies, settings: Settings, period: Period): { plan: Plan; agencies: Agencies } {
  const { cutOff, deadline } = settings;
  return {
    plan: {
      ...withDays(plan, period, { ...(cutOff !== undefined && { cutOff }), ...(deadline !== undefined && { deadline }) }),
      indicators: plan.indicators.map((row) => ({ ...row, reporters: settings.reporters[row.id] ?? row.reporters })),
    },
    agencies: withAgencyChanges(agencies, settings.agencies),
  };
}

/** Findings as a period's settings see them: switched-off rules are silent, waived findings are only shown. */
export function underSettings(findings: readonly Finding[], agency: AgencyId, { rules, waivers }: Settings): Finding[] {
  return findings.flatMap((finding) => {
    const severity = rules.find(({ rule }) => rule === finding.rule)?.severity ?? finding.severity;
    if (severity === 'off') return [];
    const waived = waivers.some(
      (one) => one.agency === agency && one.rule === finding.rule && (one.row === null || one.row === finding.row),
    );
    return [{ ...finding, severity: waived ? 'hint' : severity }];
  });
}
