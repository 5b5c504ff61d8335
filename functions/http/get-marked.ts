import type { getMarkedRoute } from '../../contract/routes/get-marked.ts';
import { XLSX } from '../../core/media-types.ts';
import { readingContext } from '../../core/reading/reading-context.ts';
import type { Deps } from '../deps.ts';
import { keptWorkbook } from '../reports/keep-workbook.ts';
import { remarksOfVersion } from '../reports/remarks-of-version.ts';
import { readHead } from '../store/heads.ts';
import { readVersion } from '../store/versions.ts';
import { savedWorkbookName } from './content-disposition.ts';
import { versionNumber } from './get-version.ts';
import type { Serves } from './handler.ts';
import { tooManyWait } from './problem.ts';
import { lostWorkbook, noVersion, noWorkbook } from './refusals.ts';

/** The workbook of a version as it was sent, with what was remarked as notes: at rows in their cells, of all of it in the first one. */
export const getMarked =
  (deps: Deps): Serves<typeof getMarkedRoute> =>
  async ({ context, caller, agency, parameters }, reply) => {
    const { uploads } = deps;
    const number = versionNumber(parameters.version);
    const version = number === null ? null : await readVersion(deps.table, context.partition, agency, number);
    if (!version) return noVersion();
    const { workbook, file } = version.origin ?? {};
    if (!workbook) return noWorkbook();
    const bytes = await keptWorkbook(deps.files, context.partition, agency, workbook);
    if (!bytes) return lostWorkbook();
    const head = (await readHead(deps.table, context.partition, agency))?.head ?? null;
    const remarked = await remarksOfVersion(deps, context, { agency, version: version.receipt.version, head });
    const marked = await uploads.mark(bytes, remarked, readingContext({ ...context, previous: null }), caller.agency);
    if (marked === 'busy') return tooManyWait();
    if (!marked?.ok) return noWorkbook();
    return reply.file(XLSX, `y-kien-${savedWorkbookName(file ?? `phu-luc-${agency}-${context.period}`)}`, marked.value);
  };
