import type { getAppendixRoute } from '../../contract/routes/get-appendix.ts';
import { XLSX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import { appendixOf } from './get-matrix.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';

/** The consolidated appendix tables, in the official layout. */
export const getAppendix =
  (deps: Deps): Serves<typeof getAppendixRoute> =>
  async ({ context }, reply) => {
    const tagged = await currentMatrix(deps, context);
    const unchanged = reply.unchanged(tagged.etag);
    if (unchanged) return unchanged;
    const workbook = await appendixOf(context, tagged, 'all');
    return reply.file(XLSX, `phu-luc-tong-hop-${context.period}.xlsx`, workbook, { ...REVALIDATED, ETag: tagged.etag });
  };
