import type { getMatrixRoute } from '../../contract/routes/get-matrix.ts';
import { matrixCsv } from '../../core/matrix-csv.ts';
import { CSV, JSON_TYPE, XLSX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import type { Rows } from '../identity/rights.ts';
import { ledMatrix } from '../periods/led-matrix.ts';
import { currentMatrix, type TaggedMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { appendixRequestIn } from './document-requests.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { chosen } from './negotiate.ts';

/** In a tag: each form of the same state has a tag of its own. */
const FORMS = { [JSON_TYPE]: 'j', [CSV]: 'c', [XLSX]: 'x' } as const;

/** The province-wide matrix, as JSON, CSV or workbook; to a lead the rows that it leads. */
export const getMatrix =
  (deps: Deps): Serves<typeof getMatrixRoute> =>
  async ({ context, rows, caller, header }, reply) => {
    const type = chosen(header('accept'), [JSON_TYPE, CSV, XLSX]);
    const whole = await currentMatrix(deps, context);
    // So has each lead's view.
    const etag = `${whole.etag.slice(0, -1)}-${FORMS[type]}${rows === 'all' ? '' : `-${caller.agency}`}"`;
    const unchanged = reply.unchanged(etag);
    if (unchanged) return unchanged;
    const tagged = { ...whole, matrix: rows === 'all' ? whole.matrix : ledMatrix(whole.matrix, rows) };
    const headers = { ...REVALIDATED, ETag: etag, Vary: 'Accept, Authorization' };
    if (type === JSON_TYPE) return reply.json(200, tagged.matrix, headers);
    if (type === CSV) return reply.file(CSV, `ma-tran-${context.period}.csv`, matrixCsv(tagged.matrix, context.obligations), headers);
    return reply.file(XLSX, `ma-tran-${context.period}.xlsx`, await appendixOf(context, tagged, rows), headers);
  };

/** The appendix workbook of a matrix, or of the part of it that somebody sees. */
export async function appendixOf(context: PeriodContext, tagged: TaggedMatrix, rows: Rows): Promise<Uint8Array> {
  const { buildAppendix } = await import('../../templates/appendix/build-appendix.ts');
  return buildAppendix(appendixRequestIn(context, tagged, rows));
}
