import type { Agencies, AgencyId } from '../../core/agency.ts';
import type { Day } from '../../core/day.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { Period, Plan, RowId } from '../../core/plan.ts';
import type { Report } from '../../core/report.ts';
import type { Settings } from '../../core/settings.ts';
import type {
  AuditLine,
  ChangeList,
  Ground,
  IntakeReceipt,
  IssuedKey,
  KeyLine,
  Me,
  PeriodLine,
  Proof,
  PublicFigures,
  PublicPeriods,
  PublicPlan,
  Receipt,
  RefusedLine,
  ReminderList,
  ReportEnvelope,
  ReportState,
  SignInWays,
  StatusLine,
  VersionLine,
} from './answers.ts';
import { type Bearer, callerOf, type Send } from './call.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_BODY = { 'content-type': 'application/json' };

/** What a submission must meet: version in force as the sender knows it; null for none. */
const precondition = (version: number | null): Readonly<Record<string, string>> =>
  version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };

/** A file's name travels beside its content (RFC 8187). */
const workbookHeaders = (name: string): Readonly<Record<string, string>> => ({
  'content-type': XLSX,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '_')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
});

const queryOf = (members: Readonly<Record<string, string | null>>): string => {
  const said = Object.entries(members).filter((one): one is [string, string] => one[1] !== null);
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
};

/** A workbook under the name that it has on the sender's machine. */
export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

/** How a workbook that came by another way is taken in: null where it came today; whether it may take the place of a newer or fuller one. */
export interface IntakeTerms {
  readonly receivedOn: Day | null;
  readonly replace: boolean;
}

/** The API, one function a route. None throws: what went wrong is the value. A key of null calls the routes that are open to anyone. */
export function apiOf(bearer: Bearer | null, send?: Send) {
  const { json, blob, newer } = callerOf(bearer, send);
  const post = (value: unknown) => ({ method: 'POST', headers: JSON_BODY, body: JSON.stringify(value) }) as const;
  const report = (period: Period, agency: AgencyId) => `/periods/${period}/reports/${encodeURIComponent(agency)}`;
  return {
    signInWays: () => json<SignInWays>('/sign-in'),
    me: () => json<Me>('/me'),
    plan: () => json<Plan>('/plan'),
    agencies: () => json<{ readonly agencies: Agencies }>('/agencies'),
    periods: () => json<{ readonly periods: readonly PeriodLine[] }>('/periods'),
    openPeriod: (period: Period) => json<PeriodLine>('/periods', post({ period })),
    ground: (period: Period, agency: AgencyId) => json<Ground>(`${report(period, agency)}/ground`),
    form: (period: Period, agency: AgencyId, values: 'current' | 'previous' | 'none') =>
      blob(`${report(period, agency)}/form?values=${values}`),
    report: (period: Period, agency: AgencyId) => json<ReportEnvelope>(report(period, agency)),
    versions: (period: Period, agency: AgencyId) =>
      json<{ readonly versions: readonly VersionLine[] }>(`${report(period, agency)}/versions`),
    version: (period: Period, agency: AgencyId, version: number) => json<ReportEnvelope>(`${report(period, agency)}/versions/${version}`),
    changes: (period: Period, agency: AgencyId, version: number) =>
      json<ChangeList>(`${report(period, agency)}/versions/${version}/changes`),
    /** `inForce`: the version that the sender has seen, null for none; `idempotencyKey` stays the same over every retry of this content. */
    submitReport: (content: Report, inForce: number | null, idempotencyKey: string) =>
      json<Receipt>(report(content.period, content.agency), {
        method: 'PUT',
        headers: { ...JSON_BODY, ...precondition(inForce), 'idempotency-key': idempotencyKey },
        body: JSON.stringify(content),
      }),
    submitWorkbook: (period: Period, agency: AgencyId, { name, content }: NamedFile, inForce: number | null, idempotencyKey: string) =>
      json<Receipt>(report(period, agency), {
        method: 'PUT',
        headers: { ...workbookHeaders(name), ...precondition(inForce), 'idempotency-key': idempotencyKey },
        body: content,
      }),
    intake: (
      period: Period,
      { name, content }: NamedFile,
      { receivedOn, replace }: IntakeTerms,
      idempotencyKey: string,
      signal: AbortSignal,
    ) =>
      json<IntakeReceipt>(`/periods/${period}/intake${queryOf({ receivedOn, replace: replace ? 'yes' : null })}`, {
        method: 'POST',
        headers: { ...workbookHeaders(name), 'idempotency-key': idempotencyKey },
        body: content,
        signal,
      }),
    refused: (period: Period) => json<{ readonly refused: readonly RefusedLine[] }>(`/periods/${period}/refused`),
    publish: (period: Period) => json<unknown>(`/periods/${period}/publish`, post({})),
    review: (
      period: Period,
      agency: AgencyId,
      review: {
        readonly version: number;
        readonly decision: 'accept' | 'return';
        readonly remarks: Readonly<Partial<Record<RowId, string>>>;
      },
    ) => json<{ readonly state: ReportState }>(`${report(period, agency)}/review`, post(review)),
    status: (period: Period, etag: string | null) => newer<{ readonly agencies: readonly StatusLine[] }>(`/periods/${period}/status`, etag),
    matrix: (period: Period, etag: string | null) =>
      newer<Matrix>(`/periods/${period}/matrix`, etag, { headers: { accept: 'application/json' } }),
    matrixFile: (period: Period, type: 'text/csv' | typeof XLSX | 'application/json') =>
      blob(`/periods/${period}/matrix`, { headers: { accept: type } }),
    appendix: (period: Period) => blob(`/periods/${period}/appendix`),
    reminders: (period: Period) => json<ReminderList>(`/periods/${period}/reminders`),
    close: (period: Period, reason?: string) =>
      json<{ readonly state: 'closed'; readonly closes: number; readonly asOf: string }>(
        `/periods/${period}/close`,
        post(reason ? { reason } : {}),
      ),
    reopen: (period: Period, reason: string) => json<{ readonly state: 'open' }>(`/periods/${period}/reopen`, post({ reason })),
    settings: (period: Period) => json<{ readonly settings: Settings }>(`/periods/${period}/settings`),
    changeSettings: (period: Period, settings: Settings, reason: string, etag: string) =>
      json<{ readonly settings: Settings }>(`/periods/${period}/settings`, {
        method: 'PUT',
        headers: { ...JSON_BODY, 'if-match': etag },
        body: JSON.stringify({ settings, reason }),
      }),
    keys: () => json<{ readonly keys: readonly KeyLine[] }>('/keys'),
    issueKey: (agency: AgencyId) => json<IssuedKey>('/keys', post({ agency })),
    revokeKey: (id: string) => json<null>(`/keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    audit: (period: Period) => json<{ readonly entries: readonly AuditLine[] }>(`/periods/${period}/audit`),
    publicPeriods: () => json<PublicPeriods>('/public'),
    publicPlan: () => json<PublicPlan>('/public/plan'),
    publicFigures: (period: Period) => json<PublicFigures>(`/public/${period}`),
    proof: (period: string, agency: string, sha256: string) =>
      json<Proof>(`/public/${encodeURIComponent(period)}/proof?agency=${encodeURIComponent(agency)}&sha256=${encodeURIComponent(sha256)}`),
  };
}

export type Api = ReturnType<typeof apiOf>;
