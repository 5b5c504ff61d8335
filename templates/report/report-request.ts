import type { Matrix } from '../../core/matrix.ts';
import type { PreviousResults } from '../../core/overview/change-since.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Signing } from '../../core/plan/signing.ts';
import type { Report } from '../../core/report.ts';
import type { NarrativeContext } from '../../core/report-text/narrative-context.ts';
import type { ReportText } from '../../core/report-text/report-text.ts';

/** A consolidated period to be told in a report. */
export interface ReportRequest {
  readonly obligations: Obligations;
  readonly matrix: Matrix;
  readonly reports: readonly Report[];
  readonly previous: PreviousResults | null;
  readonly signing: Signing;
  readonly reportText: ReportText;
  /** Whether rows that the period does not ask for stand in the appendices as well. */
  readonly rows: 'due' | 'all';
  /** Whether the names behind counts of documents follow as an annex of their own. */
  readonly annexOfNames: 'with' | 'without';
  /** Whether where each figure comes from follows as another one. */
  readonly annexOfSources: 'with' | 'without';
  /** Numbers of the receipts of the reports, by agencies; left out where there are none. */
  readonly receipts?: ReadonlyMap<AgencyId, string>;
  /** Agencies that have sent what cannot be read any more. */
  readonly unreadable?: ReadonlySet<AgencyId>;
}

/** What of a period stands in its report. */
export type ReportExtent = Pick<ReportRequest, 'rows' | 'annexOfNames' | 'annexOfSources'>;

/** What the words of the report are made from. */
export function narrativeContext(
  { obligations, matrix, reports, previous, reportText, unreadable = new Set() }: ReportRequest,
  issuer: string,
): NarrativeContext {
  const byAgency = new Map(reports.map((report) => [report.agency, report]));
  return {
    obligations,
    matrix,
    previous,
    reportText,
    issuer,
    unreadable,
    noteOf: (task, agency) => byAgency.get(agency)?.tasks[task]?.note ?? null,
  };
}
