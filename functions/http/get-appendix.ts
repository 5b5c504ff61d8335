import type { getAppendixRoute } from '../../contract/routes/get-appendix.ts';
import { XLSX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import { appendixRequestIn } from './document-requests.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { tooManyDocuments } from './problem.ts';

/** The consolidated appendix tables, in the official layout. */
export const getAppendix =
  (deps: Deps): Serves<typeof getAppendixRoute> =>
  async ({ context, caller }, reply) => {
    const tagged = await currentMatrix(deps, context);
    const unchanged = reply.unchanged(tagged.etag);
    if (unchanged) return unchanged;
    const wanted = appendixRequestIn(context, tagged, 'all');
    const workbook = await deps.documents.write('appendix', wanted, caller.agency);
    if (workbook === 'busy') return tooManyDocuments();
    return reply.file(XLSX, `phu-luc-tong-hop-${context.period}.xlsx`, workbook, { ...REVALIDATED, ETag: tagged.etag });
  };
