import type { getWorkbookRoute } from '../../contract/routes/get-workbook.ts';
import { XLSX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { keptWorkbook } from '../reports/keep-workbook.ts';
import { readVersion } from '../store/versions.ts';
import { savedWorkbookName } from './content-disposition.ts';
import { versionNumber } from './get-version.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { lostWorkbook, noVersion, noWorkbook } from './refusals.ts';

/** The workbook of a version, byte for byte as it was sent. */
export const getWorkbook =
  (deps: Deps): Serves<typeof getWorkbookRoute> =>
  async ({ context, agency, parameters }, reply) => {
    const number = versionNumber(parameters.version);
    const version = number === null ? null : await readVersion(deps.table, context.partition, agency, number);
    if (!version) return noVersion();
    const { workbook, file } = version.origin ?? {};
    if (!workbook) return noWorkbook();
    const etag = `"${workbook.sha256}"`;
    const unchanged = reply.unchanged(etag);
    if (unchanged) return unchanged;
    const bytes = await keptWorkbook(deps.files, context.partition, agency, workbook);
    if (!bytes) return lostWorkbook();
    return reply.file(XLSX, savedWorkbookName(file ?? `phu-luc-${agency}-${context.period}`), bytes, { ...REVALIDATED, ETag: etag });
  };
