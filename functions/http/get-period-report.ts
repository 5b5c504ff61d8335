import { createHash } from 'node:crypto';
import { getPeriodReportRoute } from '../../contract/routes/get-period-report.ts';
import { DOCX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix, previousMatrix } from '../periods/matrix-of.ts';
import { reportRequestIn } from './document-requests.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { tooManyDocuments } from './problem.ts';
import { invalid } from './read-body.ts';

/** The province's report with both appendices, of what is in force, signed as the period's settings say. */
export const getPeriodReport =
  (deps: Deps): Serves<typeof getPeriodReportRoute> =>
  async ({ context, caller, query }, reply) => {
    const { queries } = getPeriodReportRoute;
    const rows = queries.rows.safeParse(query('rows') ?? undefined);
    if (!rows.success) return invalid('invalid-request', [{ path: 'rows', message: 'Dùng due hoặc all.' }]);
    const names = queries.names.safeParse(query('names') ?? undefined);
    if (!names.success) return invalid('invalid-request', [{ path: 'names', message: 'Dùng with hoặc without.' }]);
    const sources = queries.sources.safeParse(query('sources') ?? undefined);
    if (!sources.success) return invalid('invalid-request', [{ path: 'sources', message: 'Dùng with hoặc without.' }]);
    const tagged = await currentMatrix(deps, context);
    const previous = await previousMatrix(deps, context);
    const { settingsTag, period } = context;
    const parts = [tagged.etag, settingsTag, previous?.asOf ?? '', rows.data, names.data, sources.data].join('\n');
    const etag = `"${createHash('sha256').update(parts).digest('base64url').slice(0, 22)}"`;
    const unchanged = reply.unchanged(etag);
    if (unchanged) return unchanged;
    const extent = { rows: rows.data, annexOfNames: names.data, annexOfSources: sources.data } as const;
    const wanted = reportRequestIn(context, tagged, previous, extent);
    const document = await deps.documents.write('report', wanted, caller.agency);
    if (document === 'busy') return tooManyDocuments();
    return reply.file(DOCX, `bao-cao-${period}.docx`, document, { ...REVALIDATED, ETag: etag });
  };
