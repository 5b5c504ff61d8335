import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { ReportState } from '../../contract/report-state.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period, RowId } from '../../core/plan/plan.ts';
import { rowsIn } from '../../core/report-diff.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { readHead } from '../store/heads.ts';
import { auditRow, type Head, headRow, isFrozen, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { neededValue } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';
import { acceptedAfterReturn, alsoAccepted } from './accepted-rows.ts';
import { fitsRemarks } from './report-room.ts';

/** What a lead or a consolidator says of a version. `lead`: who the lead is and the rows that it answers for; null for a consolidator. */
export interface ReviewCall {
  readonly plan: string;
  readonly period: Period;
  readonly agency: AgencyId;
  readonly version: number;
  readonly decision: 'accept' | 'return';
  readonly remarks: Readonly<Partial<Record<RowId, string>>>;
  readonly lead: Lead | null;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

export interface Lead {
  readonly agency: AgencyId;
  readonly rows: readonly RowId[];
}

export type ReviewFailure = 'closed' | 'stale' | 'not-sent' | 'unreadable' | 'no-period' | 'remarks-too-long' | LeadFailure;

/** What a lead is refused: its own report, one without a row of its, undoing a consolidator's acceptance, a return without a remark on such a row. */
type LeadFailure = 'own-report' | 'nothing-led' | 'accepted' | 'no-remark';

const MOST_ROUNDS = 20;

/**
 * Any return makes the report `returned`; a lead's accept marks its rows, a consolidator's makes the report `accepted`, which no
 * lead undoes (contract, review). Head and audit change in one transaction.
 */
export async function review(
  table: Table,
  { plan, period, agency, version, decision, remarks, lead, by, at, nonce }: ReviewCall,
): Promise<Result<ReportState, ReviewFailure>> {
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
    const refused = lead && leadFailure(lead, { agency, state: head.state, said: rowsIn(current.report), decision, remarks });
    if (refused) return failed(refused);
    const next = reviewed(head, { decision, remarks, lead, at });
    if (!fitsRemarks(next.remarks)) return failed('remarks-too-long');
    const audit: AuditEntry = { at: at.toISOString(), by, action: decision, agency, version };
    const done = await table.commit(partition, [
      { kind: 'replace', row: headRow(agency), etag: entity.etag, value: next },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
    ]);
    if (done.ok) return ok(next.state);
    tried = next.state;
  }
  return failed('stale');
}

/** A lead speaks of its rows that another's report holds, returns it with a remark on one of them, and never undoes what a consolidator accepted. */
function leadFailure(
  lead: Lead,
  {
    agency,
    state,
    said,
    decision,
    remarks,
  }: Pick<ReviewCall, 'agency' | 'decision' | 'remarks'> & { readonly state: ReportState; readonly said: readonly RowId[] },
): LeadFailure | null {
  if (lead.agency === agency) return 'own-report';
  const led = said.filter((row) => lead.rows.includes(row));
  if (led.length === 0) return 'nothing-led';
  if (decision === 'accept') return null;
  if (state === 'accepted') return 'accepted';
  return led.some((row) => remarks[row] !== undefined) ? null : 'no-remark';
}

/** A row with a remark keeps the remark until the next version; a lead's is added to what others have remarked. */
function reviewed(head: Head, { decision, remarks, lead, at }: Pick<ReviewCall, 'decision' | 'remarks' | 'lead' | 'at'>): Head {
  if (decision === 'return')
    return {
      ...head,
      state: 'returned',
      returnedAt: at.toISOString(),
      remarks: { ...head.remarks, ...(lead ? added(head.remarks, remarks) : remarks) },
      acceptedRows: acceptedAfterReturn(head, Object.keys(remarks)),
    };
  if (lead !== null) return { ...head, acceptedRows: alsoAccepted(head, lead.rows) };
  const { returnedAt: _, ...rest } = head;
  return { ...rest, state: 'accepted', remarks: {}, acceptedRows: [] };
}

function added(before: ReviewCall['remarks'], remarks: ReviewCall['remarks']): ReviewCall['remarks'] {
  return Object.fromEntries(
    Object.entries(remarks).map(([row, text = '']) => [row, behind(before[row as RowId], text)]), // keys of remarks are rows
  );
}

/** A remark behind the one that stands; one that stands there already, of one line or of many, is not said twice. */
function behind(last: string | undefined, text: string): string {
  if (last === undefined) return text;
  return `\n${last}\n`.includes(`\n${text}\n`) ? last : `${last}\n${text}`;
}
