import type { AgencyId } from '../../core/agency.ts';
import { Matrix } from '../../core/matrix.ts';
import { matrixCsv } from '../../core/matrix-csv.ts';
import type { RowId } from '../../core/plan.ts';
import type { Deps } from '../deps.ts';
import { followedRows, type Rows } from '../identity/rights.ts';
import { type Ground, groundOf } from '../periods/ground.ts';
import { ledMatrix } from '../periods/led-matrix.ts';
import { currentMatrix, type TaggedMatrix } from '../periods/matrix-of.ts';
import { receivedOf } from '../reports/received.ts';
import { receivedMoment } from '../reports/received-day.ts';
import { forbidden, noPeriod } from './access.ts';
import { file, isCurrent, json, notModified, REVALIDATED, XLSX } from './answer.ts';
import { chosen } from './negotiate.ts';
import type { GuardedRoute } from './route.ts';

const CSV = 'text/csv';
const JSON_TYPE = 'application/json';

/** The province-wide matrix, as JSON, CSV or workbook; to a lead the rows that it leads. */
export const getMatrix = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/matrix',
  id: 'getMatrix',
  summary: 'Ma trận tổng hợp toàn tỉnh',
  headers: ['If-None-Match'],
  gives: { 200: { [JSON_TYPE]: Matrix, [CSV]: null, [XLSX]: null }, 304: {} },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const rows = followedRows(deps.plan, caller);
    if (rows === null) return forbidden();
    const ground = await groundOf(deps, request.parameters.period);
    if (!ground) return noPeriod();
    const type = chosen(request.header('accept'), [JSON_TYPE, CSV, XLSX]);
    const whole = await currentMatrix(deps, ground);
    // Each form and each view of the same state has a tag of its own.
    const etag = `${whole.etag.slice(0, -1)}-${type === JSON_TYPE ? 'j' : type === CSV ? 'c' : 'x'}${rows === 'all' ? '' : `-${caller.agency}`}"`;
    if (isCurrent(request.header('if-none-match'), etag)) return notModified(etag);
    const tagged = { ...whole, matrix: rows === 'all' ? whole.matrix : ledMatrix(whole.matrix, rows) };
    const headers = { ...REVALIDATED, ETag: etag, Vary: 'Accept, Authorization' };
    if (type === JSON_TYPE) return json(200, tagged.matrix, headers);
    if (type === CSV)
      return file(`${CSV}; charset=utf-8`, `ma-tran-${ground.period}.csv`, matrixCsv(tagged.matrix, ground.obligations), headers);
    return file(XLSX, `ma-tran-${ground.period}.xlsx`, await appendixOf(ground, tagged, rows), headers);
  },
});

/** The appendix workbook of a matrix; of a part of it with that part's rows of the plan alone, and not who has sent. */
export async function appendixOf(ground: Ground, { matrix, heads }: TaggedMatrix, rows: Rows): Promise<Uint8Array> {
  const { buildAppendix } = await import('../../templates/appendix/build-appendix.ts');
  const seen = (id: RowId) => rows === 'all' || rows.includes(id);
  const plan = {
    ...ground.plan,
    indicators: ground.plan.indicators.filter(({ id }) => seen(id)),
    tasks: ground.plan.tasks.filter(({ id }) => seen(id)),
  };
  return buildAppendix({
    extent: rows === 'all' ? 'whole' : 'some-rows',
    obligations: { ...ground.obligations, plan },
    matrix,
    received: receivedOf(heads),
    receivedAt: new Map<AgencyId, Date>(
      heads.flatMap(({ agency, current }) => (current ? [[agency, receivedMoment(current.receipt, plan)] as const] : [])),
    ),
  });
}
