import * as z from 'zod';

/** States of an agency's report. */
export const ReportState = z.enum(['not-started', 'submitted', 'returned', 'accepted']);
export type ReportState = z.infer<typeof ReportState>;
