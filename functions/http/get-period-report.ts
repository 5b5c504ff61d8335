import { createHash } from 'node:crypto';
import { getPeriodReportRoute } from '../../contract/routes/get-period-report.ts';
import { DOCX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix, previousMatrix } from '../periods/matrix-of.ts';
import { receivedOf } from '../periods/received.ts';
import type { Serves } from './handler.ts';
import { REVALIDATED } from './headers.ts';
import { invalid } from './read-body.ts';

/** The province's report with both appendices, of what is in force, signed as the period's settings say. */
export const getPeriodReport =
  (deps: Deps): Serves<typeof getPeriodReportRoute> =>
  async ({ context, query }, reply) => {
    const { queries } = getPeriodReportRoute;
    const rows = queries.rows.safeParse(query('rows') ?? undefined);
    if (!rows.success) return invalid('invalid-request', [{ path: 'rows', message: 'Dùng due hoặc all.' }]);
    const names = queries.names.safeParse(query('names') ?? undefined);
    if (!names.success) return invalid('invalid-request', [{ path: 'names', message: 'Dùng with hoặc without.' }]);
    const { matrix, etag: state, heads } = await currentMatrix(deps, context);
    const previous = await previousMatrix(deps, context.period);
    const { settings, settingsTag, obligations, period } = context;
    const parts = [state, settingsTag, previous?.asOf ?? '', rows.data, names.data].join('\n');
    const etag = `"${createHash('sha256').update(parts).digest('base64url').slice(0, 22)}"`;
    const unchanged = reply.unchanged(etag);
    if (unchanged) return unchanged;
    // Loaded when asked for: what writes documents is big, and no other route needs it.
    const { buildReport } = await import('../../templates/report/build-report.ts');
    const document = await buildReport({
      obligations,
      matrix,
      reports: receivedOf(heads).map(({ report }) => report),
      previous,
      signing: settings.signing ?? {},
      reportText: settings.reportText ?? {},
      rows: rows.data,
      annexOfNames: names.data,
    });
    return reply.file(DOCX, `bao-cao-${period}.docx`, document, { ...REVALIDATED, ETag: etag });
  };
