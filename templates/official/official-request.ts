import type { Matrix } from '../../core/matrix.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { Report } from '../../core/report.ts';
import type { PaperHead } from '../../core/report-text/paper-head.ts';

/** What the official tables of a period are made of. */
export interface OfficialRequest {
  readonly obligations: Obligations;
  readonly matrix: Matrix;
  /** The reports that count: what agencies say in words comes from them. */
  readonly reports: readonly Report[];
  readonly head: PaperHead;
  /** Which rows of the plan: those that the period asks for, all, or the others alone. */
  readonly rows: 'due' | 'all' | 'not-due';
}
