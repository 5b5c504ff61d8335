import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { ReportState } from '../../contract/report-state.ts';
import { LONGEST_WRITTEN } from '../../contract/written-texts.ts';
import { canonicalJson } from '../../core/canonical.ts';
import { abridged } from '../../core/clip-text.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { rowsIn } from '../../core/report-diff.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { citedAs } from '../../core/wording/names.ts';
import type { Rows } from '../identity/rights.ts';
import { readHead } from '../store/heads.ts';
import { auditRow, type Head, headRow, isFrozen, PERIOD_ROW, PeriodRow, partitionOf, type RowRemark } from '../store/rows.ts';
import { neededValue } from '../store/sound-row.ts';
import type { Change, Table } from '../store/table.ts';
import { acceptedAfterReturn, alsoAccepted } from './accepted-rows.ts';
import { withRemark, withRemarks } from './remarks.ts';
import { fitsRemarks } from './report-room.ts';

/** What a lead or a consolidator says of a version. */
export interface ReviewCall {
  readonly plan: string;
  readonly period: Period;
  readonly agency: AgencyId;
  readonly version: number;
  readonly decision: 'accept' | 'return';
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
  /** Of the report as a whole. */
  readonly remark?: string;
  readonly reviewer: AgencyId;
  /** Whether the reviewer sends this report. */
  readonly sendsIt: boolean;
  /** The rows that the reviewer answers for: of a consolidator all, of a lead those that it leads. */
  readonly rows: Rows;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
  /** The letter that tells the agency what it came to. */
  readonly letters?: (next: Head) => readonly Change[];
}

export type ReviewFailure =
  | 'closed'
  | 'stale'
  | 'not-sent'
  | 'unreadable'
  | 'no-period'
  | 'remarks-too-long'
  | 'accepted-with-remarks'
  | LeadFailure;

/**
 * What a lead is refused: a report that it sends, one without a row of its, undoing a consolidator's acceptance, a return without a remark
 * on such a row.
 */
type LeadFailure = 'own-report' | 'nothing-led' | 'accepted' | 'no-remark';

const MOST_ROUNDS = 20;

/**
 * Any return makes the report `returned`; a lead's accept marks its rows, a consolidator's makes the report `accepted`, which no
 * lead undoes (contract, review). Head and audit change in one transaction.
 */
export async function review(table: Table, call: ReviewCall): Promise<Result<ReportState, ReviewFailure>> {
  const { plan, period, agency, version, decision, remarks, by, at, nonce } = call;
  const partition = partitionOf(plan, period);
  let tried: ReportState | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // The head before its period, never the other way round (isFrozen).
    const found = await readHead(table, partition, agency);
    const row = await table.read(partition, PERIOD_ROW);
    if (!row) return failed('no-period');
    // A conflict may be this very review, done and its answer lost: its audit entry tells.
    if (tried && (await table.read(partition, auditRow(at, nonce)))) return ok(tried);
    if (found?.head.unreadable) return failed('unreadable');
    if (!found?.head.current) return failed('not-sent');
    const { entity, head } = found;
    if (isFrozen(head, neededValue(table, partition, row, PeriodRow))) return failed('closed');
    const { current } = found.head;
    if (current.receipt.version !== version) return failed('stale');
    const refused = leadFailure(call, head.state, rowsIn(current.report));
    if (refused) return failed(refused);
    // Whoever accepts asks for nothing: a remark would be lost.
    if (decision === 'accept' && (Object.keys(remarks).length > 0 || call.remark !== undefined)) return failed('accepted-with-remarks');
    const next = reviewed(head, call);
    if (!fitsRemarks(next)) return failed('remarks-too-long');
    const reason = saidInReturn(call);
    const audit: AuditEntry = { at: at.toISOString(), by, action: decision, agency, version, ...(reason !== '' && { reason }) };
    const done = await table.commit(partition, [
      { kind: 'replace', row: headRow(agency), etag: entity.etag, value: next },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
      ...(isNews(head, next) ? (call.letters?.(next) ?? []) : []),
    ]);
    if (done.ok) return ok(next.state);
    tried = next.state;
  }
  return failed('stale');
}

/** Why a report is returned, in the words of whoever does: of the whole of it, then row by row, as much as an entry of the audit holds. */
function saidInReturn({ remark, remarks }: Pick<ReviewCall, 'remark' | 'remarks'>): string {
  const ofRows = Object.entries(remarks).map(([row, text]) => `${citedAs(row as RowId)}: ${text}`); // keys are rows
  return abridged([...(remark === undefined ? [] : [remark]), ...ofRows].join('; '), LONGEST_WRITTEN);
}

/** Whether its agency learns something of it: a lead's acceptance marks rows alone, a decision made again is told already. */
const isNews = (before: Head, next: Head): boolean => canonicalJson(toldIn(before)) !== canonicalJson(toldIn(next));

function toldIn({ state, remarks, remark = [] }: Head) {
  const texts = (all: readonly RowRemark[] = []) => all.map(({ by, text }) => ({ by, text }));
  return [state, Object.fromEntries(Object.entries(remarks).map(([row, all]) => [row, texts(all)])), texts(remark)];
}

/**
 * A lead speaks of its rows that another's report holds, returns it with a remark on one of them, and never undoes what a consolidator
 * accepted.
 */
function leadFailure({ sendsIt, rows, decision, remarks }: ReviewCall, state: ReportState, reported: readonly RowId[]): LeadFailure | null {
  if (rows === 'all') return null;
  if (sendsIt) return 'own-report';
  const led = reported.filter((row) => rows.includes(row));
  if (led.length === 0) return 'nothing-led';
  if (decision === 'accept') return null;
  if (state === 'accepted') return 'accepted';
  return led.some((row) => remarks[row] !== undefined) ? null : 'no-remark';
}

/** A row with a remark keeps it until the next version. */
function reviewed(head: Head, { decision, remarks, remark, reviewer: by, rows, at }: ReviewCall): Head {
  if (decision === 'return')
    return {
      ...head,
      state: 'returned',
      returnedAt: at.toISOString(),
      remarks: withRemarks(head.remarks, remarks, { by, at }),
      ...(remark !== undefined && { remark: withRemark(head.remark, remark, { by, at }) }),
      acceptedRows: acceptedAfterReturn(head, Object.keys(remarks)),
    };
  if (rows !== 'all') return { ...head, acceptedRows: alsoAccepted(head, rows) };
  const { returnedAt: _, remark: __, ...rest } = head;
  return { ...rest, state: 'accepted', remarks: {}, acceptedRows: [] };
}
