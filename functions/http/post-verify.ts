import type { verifyDocumentRoute } from '../../contract/routes/verify-document.ts';
import { DOCX, XLSX } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix, previousMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { appendixRequestIn, reportRequestIn } from './document-requests.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { mediaType, readBytes } from './read-body.ts';

/** Every figure of a report or an appendix workbook worked out once more from what is in force; nothing of it is stored. */
export const postVerify =
  (deps: Deps): Serves<typeof verifyDocumentRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [DOCX, XLSX]);
    if (!type.ok) return type.error;
    const bytes = await readBytes(call);
    if (!bytes.ok) return bytes.error;
    const checked =
      type.value === DOCX ? await checkedReport(deps, call.context, bytes.value) : await checkedAppendix(deps, call.context, bytes.value);
    if (!checked) return refuse('not-a-workbook', 'Tệp không phải báo cáo .docx hoặc phụ lục .xlsx đọc được.');
    return reply.json(200, checked);
  };

async function checkedReport(deps: Deps, context: PeriodContext, bytes: Uint8Array) {
  const { checkDocument } = await import('../../templates/checking/check-document.ts');
  const previous = await previousMatrix(deps, context.period);
  const extent = { rows: 'all', annexOfNames: 'with' } as const;
  return checkDocument(bytes, reportRequestIn(context, await currentMatrix(deps, context), previous, extent));
}

async function checkedAppendix(deps: Deps, context: PeriodContext, bytes: Uint8Array) {
  const { checkAppendix } = await import('../../templates/checking/check-workbook.ts');
  return checkAppendix(bytes, appendixRequestIn(context, await currentMatrix(deps, context), 'all'));
}
