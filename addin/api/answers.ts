import type { Agencies, AgencyId } from '../../core/agency.ts';
import type { Day } from '../../core/day.ts';
import type { Coverage, Matrix, Verdict } from '../../core/matrix.ts';
import type { RowResult } from '../../core/measures/schemas.ts';
import type { Period, Plan, RowId } from '../../core/plan.ts';
import type { Report } from '../../core/report.ts';
import type { Change } from '../../core/report-diff.ts';
import type { Settings } from '../../core/settings.ts';

/** What the API answers (docs/contract.md, "HTTP"); `tests/addin/api` holds these types against the schemas that make the answers. */
export type ReportState = 'not-started' | 'submitted' | 'returned' | 'accepted';

export interface WireFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly row: string | null;
  readonly field: string | null;
  readonly message: string;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
}

export interface Me {
  readonly agency: AgencyId;
  readonly name: string;
  readonly roles: readonly string[];
  readonly leads: readonly RowId[];
}

/** What the pane asks a token of Microsoft 365 with. */
export interface MicrosoftSignIn {
  readonly client: string;
  readonly authority: string;
  readonly scope: string;
}

export interface SignInWays {
  readonly microsoft: MicrosoftSignIn | null;
}

export interface PeriodLine {
  readonly period: Period;
  readonly state: 'open' | 'closing' | 'closed';
  readonly closes: number;
  readonly from: Day;
  readonly cutOff: Day;
  readonly deadline: Day;
  readonly asOf: string | null;
  /** When its figures were last published; null while nobody has, absent in answers of an earlier release. */
  readonly publishedAt?: string | null | undefined;
}

/** What a browser needs to read and check an agency's report as the server does. */
export interface Ground {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly period: PeriodLine;
  readonly settings: Settings;
  readonly previous: Matrix | null;
}

export interface Receipt {
  readonly id: string;
  readonly plan: string;
  readonly period: Period;
  readonly agency: AgencyId;
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly sha256: string;
  readonly findings: readonly WireFinding[];
}

/** The version that is in force when a workbook is taken in. */
export interface InForce {
  readonly version: number;
  readonly at: string;
  readonly file: string | null;
  /** When its workbook was saved, by the workbook's own word; null where it has none. */
  readonly modified: string | null;
  readonly rowsFilled: number;
}

/** The workbook that is to be taken in, beside the one in force. */
export interface Arrived {
  readonly agency: AgencyId;
  readonly modified: string | null;
  readonly rowsFilled: number;
}

/** What a taken-in workbook came to, and what was in force before. */
export interface IntakeReceipt extends Receipt {
  readonly receivedOn?: Day | undefined;
  readonly replaces?: InForce | undefined;
}

/** A file that was not taken in, as long as its agency has sent nothing newer. */
export interface RefusedLine {
  readonly file: string | null;
  readonly agency: AgencyId | null;
  readonly rules: readonly string[];
  readonly at: string;
  readonly by: string;
}

export interface ReportEnvelope {
  readonly report: Report;
  readonly version: number;
  readonly state: ReportState;
  readonly at: string;
  readonly by: string;
  readonly sha256: string;
  readonly findings: readonly WireFinding[];
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
  readonly acceptedRows: readonly RowId[];
  readonly partial?: true | undefined;
}

export interface VersionLine {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly sha256: string;
}

export interface ChangeList {
  readonly from: number | null;
  readonly to: number;
  readonly at: string;
  readonly by: string;
  readonly changes: readonly Change[];
}

export interface StatusLine {
  readonly agency: AgencyId;
  readonly state: ReportState | 'unreadable';
  readonly version: number | null;
  readonly at: string | null;
  readonly by: string | null;
  readonly returnedAt: string | null;
  readonly remarks: number;
  readonly acceptedRows: number;
  readonly rowsFilled: number;
  readonly rowsOwed: number;
  readonly daysLate: number;
  readonly openWarnings: number;
}

export interface ReminderList {
  readonly day: Day;
  readonly mail: boolean;
  readonly reminders: readonly {
    readonly kind: 'missing' | 'returned' | 'digest';
    readonly agency: AgencyId;
    readonly subject: string;
    readonly text: string;
    readonly due: boolean;
    readonly mail: 'off' | 'no-address' | 'not-due' | 'waiting' | 'sending' | 'sent' | 'refused';
    readonly at: string | null;
  }[];
}

export interface KeyLine {
  readonly id: string;
  readonly agency: AgencyId;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
}

export interface IssuedKey {
  readonly id: string;
  readonly agency: AgencyId;
  readonly key: string;
}

export interface AuditLine {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly agency?: AgencyId | undefined;
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
  readonly intake?: boolean | undefined;
  readonly settings?: Settings | undefined;
}

export interface PublicPeriods {
  readonly plan: string;
  readonly periods: readonly { readonly period: Period; readonly asOf: string; readonly revising?: true | undefined }[];
}

/** What anyone needs to read a workbook as the server does. */
export interface PublicPlan {
  readonly plan: Plan;
  readonly agencies: Agencies;
  readonly periods: readonly ({ readonly period: Period } & Pick<Settings, 'agencies' | 'reporters'>)[];
}

export interface PublicFigures {
  readonly plan: string;
  readonly period: Period;
  readonly asOf: string;
  readonly indicators: readonly {
    readonly id: RowId;
    readonly name: string;
    readonly target: string;
    readonly result: RowResult | null;
    readonly verdict: Verdict;
    readonly coverage: Coverage;
  }[];
  readonly revising?: true | undefined;
}

export interface Proof {
  readonly agency: AgencyId;
  readonly name: string;
  readonly period: Period;
  readonly version: number;
  readonly at: string;
  readonly inForce: boolean;
}
