import type { AgencyId } from '../agency.ts';
import type { Day } from '../day.ts';
import type { Finding } from '../findings/finding.ts';
import type { Matrix } from '../matrix.ts';
import type { Obligations } from '../obligations.ts';
import type { RowId } from '../plan.ts';
import type { Report } from '../report.ts';

/** What a rule may look at besides the report. */
export interface RuleContext {
  readonly obligations: Obligations;
  readonly agency: AgencyId;
  /** Rows of which a cell could not be read: named already, so the rules on figures are silent about them. */
  readonly unread: ReadonlySet<RowId>;
  /** The matrix of the last period, where there is one. */
  readonly previous: Matrix | null;
  /** The day of reading; left out, nothing is said of days to come. */
  readonly today?: Day;
}

/** Data in, findings out. One file a rule; the list is `rules.ts`. */
export type Rule = (report: Report, context: RuleContext) => readonly Finding[];
