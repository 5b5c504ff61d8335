import type { Received } from '../../core/consolidating/consolidate.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Signing } from '../../core/plan/signing.ts';

/** What was found in an agency's workbooks. */
export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
  readonly file: string;
}

/** A consolidated period to be written down. */
export interface AppendixRequest {
  /** `some-rows`: for whoever follows these rows alone, and is not told who has sent what else. Left out: the whole. */
  readonly extent?: 'whole' | 'some-rows';
  readonly obligations: Obligations;
  readonly matrix: Matrix;
  /** The reports that count: documents of the tasks come from them. */
  readonly received: readonly Received[];
  /** How the report is signed that the official tables belong to; left out: as the plan's office usually has it. */
  readonly signing?: Signing;
  /** When each agency's report was last changed or sent. */
  readonly receivedAt?: ReadonlyMap<string, Date>;
  /** Numbers of the receipts of the reports, by agencies. */
  readonly receipts?: ReadonlyMap<AgencyId, string>;
  /** Agencies that have sent what cannot be read any more: nothing of it counts, and nobody may say that they sent nothing. */
  readonly unreadable?: ReadonlySet<AgencyId>;
  /** Also of agencies whose workbook was left out because of its errors. */
  readonly problems?: ReadonlyMap<AgencyId | string, ProblemCount>;
}

/** What headings and footers say of it. */
export type HeadedRequest = Pick<AppendixRequest, 'obligations' | 'matrix'>;
