import type { DocumentKind, DocumentRequests, Written } from './documents.ts';

type Writer<K extends DocumentKind> = (wanted: DocumentRequests[K]) => Promise<Written<K>>;

/** Each loaded when it is asked for: what writes workbooks and documents is most of the program. */
const WRITERS: { readonly [K in DocumentKind]: Writer<K> } = {
  form: async (wanted) => (await import('../form/build-form.ts')).buildForm(wanted),
  appendix: async (wanted) => (await import('../appendix/build-appendix.ts')).buildAppendix(wanted),
  report: async (wanted) => (await import('../report/build-report.ts')).buildReport(wanted),
  honours: async (wanted) => (await import('../honours/build-honours.ts')).buildHonours(wanted),
  ownReport: async (wanted) => (await import('../report/build-own-report.ts')).buildOwnReport(wanted),
  ownPreview: async ({ at, ...report }) => (await import('../report/build-own-report.ts')).buildOwnPreview(report, at),
  planWorkbook: async (wanted) => (await import('../plan-workbook/build-plan-workbook.ts')).buildPlanWorkbook(wanted),
  letter: async (wanted) => (await import('../letters/handout-letter.ts')).buildHandoutLetter(wanted),
  handoutList: async ({ lines, ...of }) => (await import('../letters/handout-list.ts')).buildHandoutList(lines, of),
  checkedReport: async ({ printed, ...wanted }) => (await import('../checking/check-document.ts')).checkDocument(printed, wanted),
};

/** Writes a document in the thread that asks for it. */
export const writeDocument = <K extends DocumentKind>(kind: K, wanted: DocumentRequests[K]): Promise<Written<K>> => WRITERS[kind](wanted);
