import type { WrittenPlan } from '../../core/plan/checking/check-plan.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { OwnReport } from '../../core/report-text/own-tables.ts';
import type { AppendixRequest } from '../appendix/appendix-request.ts';
import type { CheckedFigures } from '../checking/difference.ts';
import type { PrintedDocument } from '../checking/printed-document.ts';
import type { FormRequest } from '../form/form-request.ts';
import type { HonoursRequest } from '../honours/honours-request.ts';
import type { HandoutLetter } from '../letters/handout-letter.ts';
import type { HandoutLine } from '../letters/handout-list.ts';
import type { OwnReportRequest } from '../report/build-own-report.ts';
import type { ReportRequest } from '../report/report-request.ts';

/** What a document is made of, by its kind. */
export interface DocumentRequests {
  readonly form: FormRequest;
  readonly appendix: AppendixRequest;
  readonly report: ReportRequest;
  readonly honours: HonoursRequest;
  readonly ownReport: OwnReportRequest;
  /** What an agency would sign of a report that nobody has received; `at`: when it is made. */
  readonly ownPreview: OwnReport & { readonly at: Date };
  /** A plan to read and change. */
  readonly planWorkbook: WrittenPlan;
  readonly letter: HandoutLetter;
  readonly handoutList: { readonly lines: readonly HandoutLine[]; readonly period: string; readonly deadline: string; readonly at: Date };
  /** Every figure of a printed report worked out once more. */
  readonly checkedReport: ReportRequest & { readonly printed: PrintedDocument };
}

export type DocumentKind = keyof DocumentRequests;
/** What comes of it. */
export type Written<K extends DocumentKind> = K extends 'checkedReport' ? CheckedFigures : Uint8Array;

/** A kind with what it is made of, as a thread is asked for it: obligations are large and shared by many, so it is handed them once. */
export type WritingRequest =
  | { readonly kind: 'know'; readonly under: number; readonly obligations: Obligations }
  | { readonly kind: 'write'; readonly document: DocumentKind; readonly wanted: unknown; readonly under: number };
