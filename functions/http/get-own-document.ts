import type { getOwnDocumentRoute } from '../../contract/routes/get-own-document.ts';
import { DOCX } from '../../core/media-types.ts';
import { proofPath } from '../../core/proof-path.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../store/heads.ts';
import { calledOrigin } from './called-origin.ts';
import type { Serves } from './handler.ts';
import { tooManyDocuments } from './problem.ts';
import { nothingSent, unreadableReport } from './refusals.ts';

/** An agency's report in force as a document to be signed. */
export const getOwnDocument =
  (deps: Deps): Serves<typeof getOwnDocumentRoute> =>
  async ({ context, caller, agency, header }, reply) => {
    const head = (await readHead(deps.table, context.partition, agency))?.head;
    if (head?.unreadable) return unreadableReport();
    if (!head?.current) return nothingSent();
    const { report, receipt } = head.current;
    const proof = `${calledOrigin(header)}${proofPath({ ...receipt, code: receipt.sha256 })}`;
    const wanted = { obligations: context.obligations, agency, report, receipt, proof };
    const document = await deps.documents.write('ownReport', wanted, caller.agency);
    if (document === 'busy') return tooManyDocuments();
    return reply.file(DOCX, `bao-cao-${agency}-${context.period}.docx`, document);
  };
