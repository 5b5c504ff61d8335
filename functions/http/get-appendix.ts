import type { Deps } from '../deps.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import { consolidatorsGround } from './access.ts';
import { file, isCurrent, notModified, REVALIDATED, XLSX } from './answer.ts';
import { appendixOf } from './get-matrix.ts';
import type { GuardedRoute } from './route.ts';

/** The consolidated appendix tables, in the official layout. */
export const getAppendix = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/appendix',
  id: 'getAppendix',
  summary: 'Phụ lục tổng hợp (.xlsx)',
  headers: ['If-None-Match'],
  gives: { 200: { [XLSX]: null }, 304: {} },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const tagged = await currentMatrix(deps, ground.value);
    if (isCurrent(request.header('if-none-match'), tagged.etag)) return notModified(tagged.etag);
    return file(XLSX, `phu-luc-tong-hop-${ground.value.period}.xlsx`, await appendixOf(ground.value, tagged, 'all'), {
      ...REVALIDATED,
      ETag: tagged.etag,
    });
  },
});
