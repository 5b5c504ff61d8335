import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Receipt } from '../contract/receipt.ts';
import { XLSX } from '../core/media-types.ts';
import type { AgencyId } from '../core/plan/agency.ts';
import { atOnce, type CallOptions, call, type DemoAnswer, expectStatus, jsonOf } from './call.ts';
import type { MadeUpInbox } from './made-up/inbox.ts';
import type { DemoServer } from './server.ts';

const CONNECTIONS = 32;
/** Every so many agencies one loses the answer on its way and sends the same again. */
const RETRY_EVERY = 5;

/** What the demo keeps of a receipt. */
export type KeptReceipt = Pick<Receipt, 'id' | 'agency' | 'version' | 'at' | 'sha256'>;

/** What came of all workbooks that were sent. */
export interface Uploads {
  /** The receipts, in the order in which they came. */
  readonly receipts: readonly KeptReceipt[];
  /** Workbooks that were sent back with their errors, by agency. */
  readonly returned: readonly AgencyId[];
  /** Calls that were repeated under their key; each got its first receipt. */
  readonly repeated: number;
  readonly slowestMs: number;
}

/** Sends every workbook of an inbox, all agencies at once, an agency's own one after another. */
export async function uploadAll(server: DemoServer, inbox: MadeUpInbox, folder: string): Promise<Uploads> {
  const files = [...inbox.files, ...inbox.strange];
  const senders = [...new Set(files.map(({ agency }) => agency))];
  const receipts: KeptReceipt[] = [];
  const returned: AgencyId[] = [];
  let [repeated, slowestMs] = [0, 0];
  await atOnce(CONNECTIONS, [...senders.entries()], async ([k, agency]) => {
    let version = 0;
    for (const { name } of files.filter((file) => file.agency === agency)) {
      const asking = upload(readFileSync(join(folder, name)), version);
      const answer = await call(server, agency, reportPath(inbox, agency), asking);
      slowestMs = Math.max(slowestMs, answer.ms);
      if (answer.status === 422) {
        returned.push(agency);
        continue;
      }
      const receipt = receiptOf(expectStatus(answer, 201, `submit ${name}`));
      receipts.push(receipt);
      version = receipt.version;
      if (k % RETRY_EVERY !== 0) continue;
      const again = receiptOf(expectStatus(await call(server, agency, reportPath(inbox, agency), asking), 200, `repeat ${name}`));
      if (again.id !== receipt.id) throw new Error(`[repeat] "${name}": another receipt`);
      repeated += 1;
    }
  });
  return { receipts, returned, repeated, slowestMs };
}

export const reportPath = ({ period }: Pick<MadeUpInbox, 'period'>, agency: string): string => `/periods/${period}/reports/${agency}`;

/** A workbook on top of the version in force (0: none yet), under a key of its own. */
export const upload = (bytes: Uint8Array, version: number): CallOptions => ({
  method: 'PUT',
  headers: {
    'Content-Type': XLSX,
    'Idempotency-Key': randomUUID(),
    ...(version === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` }),
  },
  body: bytes,
});

export function receiptOf(answer: DemoAnswer): KeptReceipt {
  const { id, agency, version, at, sha256 } = Receipt.parse(jsonOf(answer));
  return { id, agency, version, at, sha256 };
}
