import type { JsonSent } from '../../contract/route-types.ts';
import type { putPlanRoute } from '../../contract/routes/put-plan.ts';
import type { Day } from '../../core/day.ts';
import type { CSV, JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { personName } from '../../core/person-name.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { HeldProof } from '../../core/proof-path.ts';
import type { Report } from '../../core/report.ts';
import { type Bearer, callerOf, type Fetch } from './call.ts';
import { everyEntry } from './every-entry.ts';
import type { NamedFile } from './request.ts';

/** What a submission must meet: version in force as the sender knows it; null for none. */
const precondition = (version: number | null) => (version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` });

/** Who drew a report up, as a header takes it; nothing where nobody is named. */
function prepared(name: string): { readonly 'prepared-by'?: string } {
  const plain = personName(name);
  return plain === '' ? {} : { 'prepared-by': encodeURIComponent(plain) };
}

/**
 * How a workbook that came by another way is taken in: null where it came today; whether it may take the place of a newer or fuller one.
 */
export interface IntakeTerms {
  readonly receivedOn: Day | null;
  readonly replace: boolean;
}

/** What a reviewer says of a version. */
interface Decision {
  readonly version: number;
  readonly decision: 'accept' | 'return';
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
}

/** The API, one function a route. None throws: what went wrong is the value. A key of null calls the routes that are open to anyone. */
export function apiOf(bearer: Bearer | null, send?: Fetch) {
  const { json, blob, newer } = callerOf(bearer, send);
  return {
    signInWays: () => json('GET /sign-in'),
    useCode: (code: string) => json('POST /sign-in/code', { json: { code } }),
    me: () => json('GET /me'),
    plan: () => json('GET /plan'),
    agencies: () => json('GET /agencies'),
    planStanding: () => json('GET /plan/standing'),
    planWorkbook: () => blob('GET /plan/workbook'),
    readPlanWorkbook: (file: NamedFile) => json('POST /plan/workbook', { file }),
    /** `inForce` names the plan that the change was made of. */
    putPlan: (confirmed: JsonSent<typeof putPlanRoute>, inForce: string) =>
      json('PUT /plan', { headers: { 'if-match': `"${inForce}"` }, json: confirmed }),
    agenciesOf: (period: Period) => json('GET /periods/{period}/agencies', { parameters: { period } }),
    periods: () => json('GET /periods'),
    openPeriod: (period: Period) => json('POST /periods', { json: { period } }),
    ground: (period: Period, agency: AgencyId) => json('GET /periods/{period}/reports/{agency}/ground', { parameters: { period, agency } }),
    form: (period: Period, agency: AgencyId, values: 'current' | 'previous' | 'none') =>
      blob('GET /periods/{period}/reports/{agency}/form', { parameters: { period, agency }, queries: { values } }),
    report: (period: Period, agency: AgencyId) => json('GET /periods/{period}/reports/{agency}', { parameters: { period, agency } }),
    versions: (period: Period, agency: AgencyId) =>
      json('GET /periods/{period}/reports/{agency}/versions', { parameters: { period, agency } }),
    version: (period: Period, agency: AgencyId, version: number) =>
      json('GET /periods/{period}/reports/{agency}/versions/{version}', { parameters: { period, agency, version: String(version) } }),
    changes: (period: Period, agency: AgencyId, version: number) =>
      json('GET /periods/{period}/reports/{agency}/versions/{version}/changes', {
        parameters: { period, agency, version: String(version) },
      }),
    /** `inForce`: the version that the sender has seen, null for none; `idempotencyKey` stays the same over every retry of this content. */
    submitReport: (content: Report, inForce: number | null, idempotencyKey: string, preparedBy = '') =>
      json('PUT /periods/{period}/reports/{agency}', {
        parameters: { period: content.period, agency: content.agency },
        headers: { ...precondition(inForce), 'idempotency-key': idempotencyKey, ...prepared(preparedBy) },
        json: content,
      }),
    submitWorkbook: (period: Period, agency: AgencyId, file: NamedFile, inForce: number | null, idempotencyKey: string, preparedBy = '') =>
      json('PUT /periods/{period}/reports/{agency}', {
        parameters: { period, agency },
        headers: { ...precondition(inForce), 'idempotency-key': idempotencyKey, ...prepared(preparedBy) },
        file,
      }),
    intake: (period: Period, file: NamedFile, { receivedOn, replace }: IntakeTerms, idempotencyKey: string, signal: AbortSignal) =>
      json('POST /periods/{period}/intake', {
        parameters: { period },
        queries: { receivedOn, replace: replace ? 'yes' : null },
        headers: { 'idempotency-key': idempotencyKey },
        file,
        signal,
      }),
    refused: (period: Period) => json('GET /periods/{period}/refused', { parameters: { period } }),
    publish: (period: Period) => json('POST /periods/{period}/publish', { parameters: { period } }),
    review: (period: Period, agency: AgencyId, decision: Decision) =>
      json('POST /periods/{period}/reports/{agency}/review', { parameters: { period, agency }, json: decision }),
    reviews: (period: Period) => json('GET /periods/{period}/review', { parameters: { period } }),
    status: (period: Period, etag: string | null) => newer('GET /periods/{period}/status', etag, { parameters: { period } }),
    matrix: (period: Period, etag: string | null) =>
      newer('GET /periods/{period}/matrix', etag, { parameters: { period }, accept: 'application/json' }),
    matrixFile: (period: Period, accept: typeof CSV | typeof XLSX | typeof JSON_TYPE) =>
      blob('GET /periods/{period}/matrix', { parameters: { period }, accept }),
    sources: (period: Period, row: RowId) => json('GET /periods/{period}/rows/{row}/sources', { parameters: { period, row } }),
    appendix: (period: Period) => blob('GET /periods/{period}/appendix', { parameters: { period } }),
    honours: (period: Period) => json('GET /periods/{period}/honours', { parameters: { period }, accept: 'application/json' }),
    honoursFile: (period: Period, accept: typeof XLSX) => blob('GET /periods/{period}/honours', { parameters: { period }, accept }),
    periodReport: (period: Period, annexes: { readonly names?: 'with'; readonly sources?: 'with' } = {}) =>
      blob('GET /periods/{period}/report', {
        parameters: { period },
        queries: { rows: null, names: annexes.names ?? null, sources: annexes.sources ?? null },
      }),
    verifyDocument: (period: Period, file: NamedFile) => json('POST /periods/{period}/verify', { parameters: { period }, file }),
    document: (period: Period, agency: AgencyId) =>
      blob('GET /periods/{period}/reports/{agency}/document', { parameters: { period, agency } }),
    /** The same of a report that is not sent yet. */
    previewDocument: (report: Report) =>
      blob('POST /periods/{period}/reports/{agency}/preview', {
        parameters: { period: report.period, agency: report.agency },
        json: report,
      }),
    handOut: (period: Period, agencies: readonly AgencyId[] | null) =>
      blob('POST /periods/{period}/handout', { parameters: { period }, json: agencies ? { agencies: [...agencies] } : {} }),
    reviewMany: (
      period: Period,
      decision: 'accept' | 'return',
      reports: readonly { readonly agency: AgencyId; readonly version: number }[],
      said: { readonly remark?: string | undefined; readonly row?: RowId | undefined } = {},
    ) =>
      json('POST /periods/{period}/review/bulk', {
        parameters: { period },
        json: { decision, reports: [...reports], ...(said.remark && { remark: said.remark, ...(said.row && { row: said.row }) }) },
      }),
    workbook: (period: Period, agency: AgencyId, version: number, which: 'workbook' | 'marked') =>
      blob(`GET /periods/{period}/reports/{agency}/versions/{version}/${which}`, {
        parameters: { period, agency, version: String(version) },
      }),
    reminders: (period: Period) => json('GET /periods/{period}/reminders', { parameters: { period } }),
    close: (period: Period, reason?: string) =>
      json('POST /periods/{period}/close', { parameters: { period }, json: reason ? { reason } : {} }),
    reopen: (period: Period, reason: string) => json('POST /periods/{period}/reopen', { parameters: { period }, json: { reason } }),
    settings: (period: Period) => json('GET /periods/{period}/settings', { parameters: { period } }),
    changeSettings: (period: Period, settings: Settings, reason: string, etag: string) =>
      json('PUT /periods/{period}/settings', { parameters: { period }, headers: { 'if-match': etag }, json: { settings, reason } }),
    health: () => json('GET /health'),
    keys: () => json('GET /keys'),
    /** `user`: who will bear it; empty: no one in particular. */
    issueKey: (agency: AgencyId, user: string) => json('POST /keys', { json: { agency, ...(user !== '' && { user }) } }),
    /** `agency` null: of all. */
    revokeCodes: (agency: AgencyId | null) => json('POST /sign-in/codes/revoke', { json: agency === null ? {} : { agency } }),
    revokeKey: (key: string) => json('DELETE /keys/{key}', { parameters: { key } }),
    audit: (period: Period) => everyEntry((after) => json('GET /periods/{period}/audit', { parameters: { period }, queries: { after } })),
    publicPeriods: () => json('GET /public'),
    publicPlan: () => json('GET /public/plan'),
    publicContact: () => json('GET /public/contact'),
    publicFigures: (period: Period) => json('GET /public/{period}', { parameters: { period } }),
    proof: (period: string, agency: string, held: HeldProof) =>
      json('GET /public/{period}/proof', { parameters: { period }, queries: { agency, sha256: null, receipt: null, ...held } }),
  };
}

export type Api = ReturnType<typeof apiOf>;
