import type { Matrix } from '../matrix.ts';
import type { PreviousResults } from '../overview/change-since.ts';
import type { JoinedIndicator } from '../overview/joined-rows.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import { type ReportText, wordingOf } from './report-text.ts';
import { type FieldTexts, filledTemplate } from './template.ts';
import type { REPORT_TEMPLATES, ReportTemplateId } from './templates.ts';
import type { NamedFigure, TextPart } from './text-part.ts';

/** Everything that the words of a report are made from. */
export interface NarrativeContext {
  readonly obligations: Obligations;
  readonly matrix: Matrix;
  readonly previous: PreviousResults | null;
  /** What an agency remarks on a task; null where it says nothing. */
  readonly noteOf: (task: RowId, agency: AgencyId) => string | null;
  /** Agencies that have sent what cannot be read any more. */
  readonly unreadable: ReadonlySet<AgencyId>;
  readonly reportText: ReportText;
  /** The office that issues the report, as sentences name it. */
  readonly issuer: string;
}

/** A paragraph of the report, or the place of a chart of some indicators. */
export type ReportBlock =
  | { readonly kind: 'section'; readonly number: string; readonly title: string }
  | { readonly kind: 'heading' | 'paragraph' | 'item' | 'quote'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'chart'; readonly of: readonly JoinedIndicator[] };

type FieldsOf<I extends ReportTemplateId> = keyof (typeof REPORT_TEMPLATES)[I]['fields'] & string;

/** A sentence of the report in the wording in force. */
export const reportSentence = <I extends ReportTemplateId>(
  { reportText }: Pick<NarrativeContext, 'reportText'>,
  id: I,
  values: FieldTexts<FieldsOf<I>>,
): TextPart[] => filledTemplate(wordingOf(reportText, id), values);

export const paragraphOf = (parts: readonly TextPart[]): ReportBlock => ({ kind: 'paragraph', parts });
export const itemOf = (parts: readonly TextPart[]): ReportBlock => ({ kind: 'item', parts });

/** A figure that is no row's own, named by what it is about. */
export const generalFigure = (about: string, field: string, text: string): readonly NamedFigure[] => [
  { text, name: `${about.replaceAll(/[^A-Za-z0-9]+/g, '_')}__${field}` },
];

/** A paragraph as it stands on paper, with the number of a section or the sign of an item before it. */
export function printedParts(block: Exclude<ReportBlock, { kind: 'chart' }>): readonly TextPart[] {
  switch (block.kind) {
    case 'section':
      return [`${block.number}. ${block.title}`];
    case 'item':
      return ['- ', ...block.parts];
    case 'quote':
      return ['+ ', ...block.parts];
    case 'heading':
    case 'paragraph':
      return block.parts;
  }
}
