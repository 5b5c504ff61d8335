import * as z from 'zod';
import { REPORT_TEMPLATES, type ReportTemplateId } from './templates.ts';

/** Longer ones are no sentences of a report. */
const LONGEST = 2000;

const TemplateName = z.enum(Object.keys(REPORT_TEMPLATES) as [ReportTemplateId, ...ReportTemplateId[]]); // the list is not empty

/** Sentences of the report that are worded otherwise than usual, by the name of their template. */
export const ReportText = z.partialRecord(TemplateName, z.string().trim().min(1).max(LONGEST));
export type ReportText = z.infer<typeof ReportText>;

/** The wording in force. */
export const wordingOf = (own: ReportText | undefined, id: ReportTemplateId): string => own?.[id] ?? REPORT_TEMPLATES[id].text;
