import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import type { Proof } from '../../../contract/routes/prove-report.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Api } from '../../api/api.ts';
import type { ApiTrouble } from '../../api/trouble.ts';
import type { AskedProof } from '../../ui/proof-address.ts';
import { codesMeant } from './agency-code.ts';
import { readBeside } from './read-beside.ts';
import type { WorkbookProof } from './workbook-proof.ts';

/** What the server says of a hash. `offset`: the plan's own time zone. */
export type HashProof = { readonly kind: 'proven'; readonly proof: Proof; readonly offset: string } | { readonly kind: 'unknown' };

/** What is known of a file. */
export type FileProof =
  | Exclude<WorkbookProof, { kind: 'read' }>
  | { readonly kind: 'told'; readonly file: Extract<WorkbookProof, { kind: 'read' }>; readonly told: HashProof };

/** Nothing larger was ever received (contract, limits). */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Asks whether a report with this hash was received. A name that is none of an agency or a hash is as unknown as a wrong one; a code that was
 * typed in another spelling than its own is no wrong one.
 */
export async function askFor(asked: AskedProof, api: Api): Promise<Result<HashProof, ApiTrouble>> {
  const open = await api.publicPlan();
  if (!open.ok) return open;
  for (const agency of codesMeant(asked.agency)) {
    const told = await answerTo({ ...asked, agency }, api, open.value.value);
    if (!told.ok || told.value.kind === 'proven') return told;
  }
  return ok({ kind: 'unknown' });
}

/** Reads a file in the browser, then asks for its hash: the file itself goes nowhere. */
export async function proveFile(chosen: File, api: Api): Promise<Result<FileProof, ApiTrouble>> {
  if (chosen.size > MOST_BYTES) return ok({ kind: 'unread', sentence: 'Tệp lớn hơn 10 MB nên không phải tệp đã gửi qua hệ thống này.' });
  const open = await api.publicPlan();
  if (!open.ok) return open;
  const bytes = await chosen.arrayBuffer().catch(() => null);
  if (bytes === null) return ok({ kind: 'unread', sentence: 'Không mở được tệp. Tệp có thể đã bị xóa hoặc đổi tên; chọn lại tệp.' });
  const file = await readBeside({ bytes: new Uint8Array(bytes), open: open.value.value });
  if (file.kind !== 'read') return ok(file);
  const told = await answerTo(file, api, open.value.value);
  return told.ok ? ok({ kind: 'told', file, told: told.value }) : told;
}

async function answerTo(
  { period, agency, sha256 }: Pick<AskedProof, 'period' | 'agency' | 'sha256'>,
  api: Api,
  { plan }: PublicPlan,
): Promise<Result<HashProof, ApiTrouble>> {
  const answer = await api.proof(period, agency, sha256);
  if (answer.ok) return ok({ kind: 'proven', proof: answer.value.value, offset: plan.reporting.utcOffset });
  const { error } = answer;
  return error.kind === 'problem' && (error.status === 404 || error.status === 400) ? ok({ kind: 'unknown' }) : failed(error);
}
