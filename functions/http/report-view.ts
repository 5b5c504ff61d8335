import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { wireFinding } from '../../core/wording/wire-finding.ts';
import { covers } from '../identity/rights.ts';
import { acceptedRows } from '../reports/accepted-rows.ts';
import type { ShownRemarks } from '../reports/remarks.ts';
import type { Head, VersionRow } from '../store/rows.ts';
import { type StoredFinding, wireStoredFinding } from '../store/stored-finding.ts';
import type { Admission } from './handler.ts';

/**
 * A version as it is shown: to a lead its own rows alone, with the hash of the whole. `head`: null where another version is in force;
 * `amongAll`: what was found beside the others' reports, for those who see them too.
 */
export function reportView(
  { report, receipt, findings }: Readonly<Pick<VersionRow, 'report' | 'receipt'>> & { readonly findings: readonly StoredFinding[] },
  head: Head | null,
  { rows }: Pick<Admission, 'rows'>,
  said: ShownRemarks,
  amongAll: readonly Finding[] = [],
): ReportEnvelope {
  const { version, at, by, sha256, receivedOn, preparedBy } = receipt;
  const isWhole = rows === 'all';
  const seen = (id: string | null) => isWhole || (id !== null && covers(rows, [id]));
  const only = <T>(entries: Readonly<Partial<Record<RowId, T>>>): Partial<Record<RowId, T>> =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => seen(id)));
  const shown: Report = isWhole ? report : { ...report, indicators: only(report.indicators), tasks: only(report.tasks) };
  return {
    report: shown,
    version,
    state: head?.state ?? 'submitted',
    at,
    by,
    sha256,
    ...(receivedOn && { receivedOn }),
    ...(isWhole && preparedBy && { preparedBy }),
    findings: [...findings.map(wireStoredFinding), ...amongAll.map(wireFinding)].filter(({ row }) => seen(row)),
    remarks: only(said.remarks),
    ...(isWhole && said.remark && { remark: said.remark }),
    acceptedRows: head ? acceptedRows(head).filter(seen) : [],
    ...(!isWhole && { partial: true as const }),
  };
}
