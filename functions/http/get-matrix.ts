import type { getMatrixRoute } from '../../contract/routes/get-matrix.ts';
import type { Matrix } from '../../core/matrix.ts';
import { matrixCsv } from '../../core/matrix-csv.ts';
import { CSV, JSON_TYPE, XLSX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { ledMatrix } from '../periods/led-matrix.ts';
import { currentMatrix } from '../periods/matrix-of.ts';
import { keepNewest } from '../periods/newest-kept.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { appendixRequestIn } from './document-requests.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { type JsonBytes, jsonBytes, jsonTexts } from './json-texts.ts';
import { chosen } from './negotiate.ts';
import { tooManyDocuments } from './problem.ts';

/** In a tag: each form of the same state has a tag of its own. */
const FORMS = { [JSON_TYPE]: 'j', [CSV]: 'c', [XLSX]: 'x' } as const;

/** The province-wide matrix, as JSON, CSV or workbook; to a lead the rows that it leads. */
export const getMatrix =
  (deps: Deps, text = matrixTexts()): Serves<typeof getMatrixRoute> =>
  async ({ context, rows, caller, header }, reply) => {
    const type = chosen(header('accept'), [JSON_TYPE, CSV, XLSX]);
    const whole = await currentMatrix(deps, context);
    // So has each lead's view.
    const etag = `${whole.etag.slice(0, -1)}-${FORMS[type]}${rows === 'all' ? '' : `-${caller.agency}`}"`;
    const unchanged = reply.unchanged(etag);
    if (unchanged) return unchanged;
    const tagged = { ...whole, matrix: rows === 'all' ? whole.matrix : ledMatrix(whole.matrix, rows) };
    const headers = { ...REVALIDATED, ETag: etag, Vary: 'Accept, Authorization' };
    if (type === JSON_TYPE && rows === 'all') return reply.written(await text(context, whole.matrix), headers);
    if (type === JSON_TYPE) return reply.written(jsonTexts<Matrix>(tagged.matrix), headers);
    if (type === CSV) return reply.file(CSV, `ma-tran-${context.period}.csv`, matrixCsv(tagged.matrix, context.obligations), headers);
    const wanted = appendixRequestIn(context, tagged, rows);
    const workbook = await deps.documents.write('appendix', wanted, caller.agency);
    if (workbook === 'busy') return tooManyDocuments();
    return reply.file(XLSX, `ma-tran-${context.period}.xlsx`, workbook, headers);
  };

/** Periods that are looked at from day to day. */
const MOST_KEPT = 4;

/** The JSON of whole matrices, written once: a matrix stays as it is until something changes, and everybody asks for it. */
function matrixTexts(): (of: Pick<PeriodContext, 'partition'>, matrix: Matrix) => Promise<JsonBytes<Matrix>> {
  const kept = new Map<string, { readonly matrix: Matrix; readonly json: Promise<JsonBytes<Matrix>> }>();
  return ({ partition }, matrix) => {
    const before = kept.get(partition);
    const json = before?.matrix === matrix ? before.json : jsonBytes(jsonTexts<Matrix>(matrix));
    return keepNewest(kept, partition, { matrix, json }, MOST_KEPT).json;
  };
}
