import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import { canonicalJson } from '../../../core/canonical.ts';
import { type AgencyId, agencyName } from '../../../core/plan/agency.ts';
import { type Obligations, obligationsOf } from '../../../core/plan/obligations.ts';
import type { Period } from '../../../core/plan/period.ts';
import { NO_SETTINGS, withSettings } from '../../../core/plan/settings.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { sha256Hex } from '../../ui/digest.ts';

/** A workbook once read: whose report it holds and the SHA-256 of that report, as a receipt states it; or why it could not be read. */
export type WorkbookProof =
  | { readonly kind: 'read'; readonly agency: AgencyId; readonly name: string; readonly period: Period; readonly sha256: string }
  | { readonly kind: 'unread'; readonly sentence: string };

/** Reads a workbook as the server reads an upload, and hashes what the server would store (contract, "Receipt"). */
export function workbookProof(bytes: Uint8Array, open: PublicPlan): WorkbookProof {
  const { plan, agencies } = open;
  const { report, findings } = readUpload(bytes, {
    plan,
    // Whoever reported once is still known by name when it has ceased to report.
    agencies: agencies.map((one) => ({ ...one, active: true })),
    obligationsOf: (period) => obligationsIn(period, open),
    expected: null,
    previous: null,
  });
  if (report === null) return { kind: 'unread', sentence: findings[0] ? sentenceOf(findings[0]) : '' };
  const { agency, period } = report;
  return { kind: 'read', agency, name: agencyName(agencies, agency), period, sha256: sha256Hex(canonicalJson(report)) };
}

function obligationsIn(period: Period, { plan, agencies, periods }: PublicPlan): Obligations {
  const changes = periods.find((one) => one.period === period);
  const under = withSettings(plan, agencies, { ...NO_SETTINGS, ...changes }, period);
  return obligationsOf(under.plan, under.agencies, period);
}
