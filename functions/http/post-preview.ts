import type { previewDocumentRoute } from '../../contract/routes/preview-document.ts';
import { DOCX, JSON_TYPE } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import type { Serves } from './handler.ts';
import { tooManyDocuments } from './problem.ts';
import { mediaType, readBytes } from './read-body.ts';
import { sentReportIn } from './sent-report-in.ts';

/** What a document takes to be written grows with its texts: those of a hundred rows with a page of reasons each are fewer. */
const MOST_TEXT_UNITS = 300_000;

/** A report that nobody has received as the document that would be signed, marked on every page. */
export const postPreview =
  (deps: Deps): Serves<typeof previewDocumentRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const bytes = await readBytes(call);
    if (!bytes.ok) return bytes.error;
    const { context, agency } = call;
    const sent = sentReportIn(bytes.value, { agency, context, previous: null, mostTextUnits: MOST_TEXT_UNITS });
    if (!sent.ok) return sent.error;
    const wanted = { obligations: context.obligations, agency, report: sent.value.report, at: deps.clock() };
    const document = await deps.documents.write('ownPreview', wanted, call.caller.agency);
    if (document === 'busy') return tooManyDocuments();
    return reply.file(DOCX, `xem-truoc-${agency}-${context.period}.docx`, document);
  };
