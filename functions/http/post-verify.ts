import type { verifyDocumentRoute } from '../../contract/routes/verify-document.ts';
import { DOCX, XLSX } from '../../core/media-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { CheckedFigures } from '../../templates/checking/difference.ts';
import type { Deps } from '../deps.ts';
import { currentMatrix, previousMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { appendixRequestIn, reportRequestIn } from './document-requests.ts';
import type { Serves } from './handler.ts';
import { refuse, tooManyWait } from './problem.ts';
import { mediaType, readBytes } from './read-body.ts';

/** Every figure of a report or an appendix workbook worked out once more from what is in force; nothing of it is stored. */
export const postVerify =
  (deps: Deps): Serves<typeof verifyDocumentRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [DOCX, XLSX]);
    if (!type.ok) return type.error;
    const bytes = await readBytes(call);
    if (!bytes.ok) return bytes.error;
    const { context, caller } = call;
    const checked = await (type.value === DOCX ? checkedReport : checkedAppendix)(deps, context, bytes.value, caller.agency);
    if (checked === 'busy') return tooManyWait();
    if (!checked) return refuse('not-a-workbook', 'Tệp không phải báo cáo .docx hoặc phụ lục .xlsx đọc được.');
    return reply.json(200, checked);
  };

/** Checks a file; null where it is none that can be read. */
type Check = (deps: Deps, context: PeriodContext, bytes: Uint8Array, by: AgencyId) => Promise<CheckedFigures | null | 'busy'>;

const checkedReport: Check = async (deps, context, bytes, by) => {
  const { uploads, documents } = deps;
  const printed = await uploads.document(bytes, by);
  if (printed === 'busy' || printed === null) return printed;
  const previous = await previousMatrix(deps, context);
  const extent = { rows: 'all', annexOfNames: 'with', annexOfSources: 'with' } as const;
  const request = reportRequestIn(context, await currentMatrix(deps, context), previous, extent);
  return documents.write('checkedReport', { ...request, printed }, by);
};

const checkedAppendix: Check = async (deps, context, bytes, by) => {
  const { uploads, documents } = deps;
  const request = appendixRequestIn(context, await currentMatrix(deps, context), 'all');
  const wanted = await documents.write('appendix', request, by);
  return wanted === 'busy' ? wanted : uploads.compare(bytes, wanted, by);
};
