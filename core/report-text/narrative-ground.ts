import type { IndicatorRow, Matrix, TaskRow } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Period } from '../plan/period.ts';
import type { Indicator, RowId, Task } from '../plan/plan.ts';
import { type ReportText, wordingOf } from './report-text.ts';
import { type FieldTexts, filledTemplate } from './template.ts';
import type { REPORT_TEMPLATES, ReportTemplateId } from './templates.ts';
import type { NamedFigure, TextPart } from './text-part.ts';

/** What a period came to before: enough to say what changed. */
export interface PreviousResults {
  readonly period: Period;
  readonly indicators: readonly Pick<IndicatorRow, 'id' | 'result' | 'verdict'>[];
}

/** Everything that the words of a report are made from. */
export interface NarrativeGround {
  readonly obligations: Obligations;
  readonly matrix: Matrix;
  readonly previous: PreviousResults | null;
  /** What an agency remarks on a task; null where it says nothing. */
  readonly noteOf: (task: RowId, agency: AgencyId) => string | null;
  readonly reportText: ReportText;
  /** The office that issues the report, as sentences name it. */
  readonly issuer: string;
}

/** A paragraph of the report, or the place of its chart. */
export type ReportBlock =
  | { readonly kind: 'section'; readonly number: string; readonly title: string }
  | { readonly kind: 'heading' | 'paragraph' | 'item' | 'quote'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'chart' };

type FieldsOf<I extends ReportTemplateId> = keyof (typeof REPORT_TEMPLATES)[I]['fields'] & string;

/** A sentence of the report in the wording in force. */
export const reportSentence = <I extends ReportTemplateId>(
  { reportText }: Pick<NarrativeGround, 'reportText'>,
  id: I,
  values: FieldTexts<FieldsOf<I>>,
): TextPart[] => filledTemplate(wordingOf(reportText, id), values);

export const paragraphOf = (parts: readonly TextPart[]): ReportBlock => ({ kind: 'paragraph', parts });
export const itemOf = (parts: readonly TextPart[]): ReportBlock => ({ kind: 'item', parts });

/** A figure that is no row's own, named by what it is about. */
export const generalFigure = (about: string, field: string, text: string): readonly NamedFigure[] => [
  { text, name: `${about.replaceAll(/[^A-Za-z0-9]+/g, '_')}__${field}` },
];

/** A row of the plan beside what it came to. */
export interface JoinedIndicator {
  readonly indicator: Indicator;
  readonly row: IndicatorRow;
}
export interface JoinedTask {
  readonly task: Task;
  readonly row: TaskRow;
}

/** Indicators that the period asks for, in the plan's order. */
export function dueIndicators({ obligations: { plan }, matrix }: Pick<NarrativeGround, 'obligations' | 'matrix'>): JoinedIndicator[] {
  const rows = new Map(matrix.indicators.map((row) => [row.id, row]));
  return plan.indicators.flatMap((indicator) => {
    const row = rows.get(indicator.id);
    return row && row.verdict !== 'not-due' ? [{ indicator, row }] : [];
  });
}

/** Tasks that the period asks for, in the plan's order. */
export const dueTasks = (ground: Pick<NarrativeGround, 'obligations' | 'matrix'>): JoinedTask[] =>
  joinedTasks(ground).filter(({ row }) => row.verdict !== 'not-due');

/** All tasks, in the plan's order. */
export function joinedTasks({ obligations: { plan }, matrix }: Pick<NarrativeGround, 'obligations' | 'matrix'>): JoinedTask[] {
  const rows = new Map(matrix.tasks.map((row) => [row.id, row]));
  return plan.tasks.flatMap((task) => {
    const row = rows.get(task.id);
    return row ? [{ task, row }] : [];
  });
}
