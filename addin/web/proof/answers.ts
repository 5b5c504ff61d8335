import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import type { Proof } from '../../../contract/routes/prove-report.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { HeldProof, NamedProof } from '../../../core/proof-path.ts';
import { receiptNumberIn } from '../../../core/receipt-number.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Api } from '../../api/api.ts';
import type { ApiTrouble } from '../../api/trouble.ts';
import { agenciesMeant, type MeantAgency } from './agencies-meant.ts';
import { readBeside } from './read-beside.ts';
import type { WorkbookProof } from './workbook-proof.ts';

/** What the server says of a hash, or of a receipt's number. */
export type HashProof = { readonly kind: 'proven'; readonly proof: Proof; readonly plan: Plan } | { readonly kind: 'unknown' };

/** What is known of a receipt; `which-agency`: several may be meant by what was typed, or none. */
export type ReceiptProof = HashProof | { readonly kind: 'which-agency'; readonly meant: readonly MeantAgency[] };

/** A name that so many have is asked for again; of fewer each is tried. */
const MOST_MEANT = 5;

/** What is known of a file. */
export type FileProof =
  | Exclude<WorkbookProof, { kind: 'read' }>
  | { readonly kind: 'told'; readonly file: Extract<WorkbookProof, { kind: 'read' }>; readonly told: HashProof };

/** Nothing larger was ever received (contract, limits). */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Asks whether a report with this hash, or with this number on its receipt, was received. Whatever the spelling of its agency, and by its name
 * as well: a receipt is unknown only where it is of none that may be meant.
 */
export async function askFor({ period, agency, code }: NamedProof, api: Api): Promise<Result<ReceiptProof, ApiTrouble>> {
  const open = await api.publicPlan();
  if (!open.ok) return open;
  const meant = agenciesMeant(agency, open.value.value);
  if (meant.length === 0 || meant.length > MOST_MEANT) return ok({ kind: 'which-agency', meant });
  const number = receiptNumberIn(code);
  const held = number === null ? { sha256: code } : { receipt: number };
  for (const { id } of meant) {
    const told = await answerTo({ period, agency: id, held }, api, open.value.value);
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
  const told = await answerTo({ ...file, held: { sha256: file.sha256 } }, api, open.value.value);
  return told.ok ? ok({ kind: 'told', file, told: told.value }) : told;
}

async function answerTo(
  { period, agency, held }: { readonly period: string; readonly agency: string; readonly held: HeldProof },
  api: Api,
  { plan }: PublicPlan,
): Promise<Result<HashProof, ApiTrouble>> {
  const answer = await api.proof(period, agency, held);
  if (answer.ok) return ok({ kind: 'proven', proof: answer.value.value, plan });
  const { error } = answer;
  return error.kind === 'problem' && (error.status === 404 || error.status === 400) ? ok({ kind: 'unknown' }) : failed(error);
}
