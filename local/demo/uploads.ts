import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { AgencyId } from '../../core/agency.ts';
import type { MadeUpInbox } from '../../seeds/made-up/inbox.ts';
import { type Answer, type Asking, atOnce, call, expectStatus, jsonOf } from './call.ts';
import type { DemoServer } from './server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CONNECTIONS = 32;
/** Every so many agencies one loses the answer on its way and sends the same again. */
const RETRY_EVERY = 5;

export const Receipt = z.object({ id: z.string(), agency: z.string(), version: z.number(), at: z.string(), sha256: z.string() });
export type Receipt = z.infer<typeof Receipt>;

/** What came of all workbooks that were sent. */
export interface Uploads {
  /** The receipts, in the order in which they came. */
  readonly receipts: readonly Receipt[];
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
  const receipts: Receipt[] = [];
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
export const upload = (bytes: Uint8Array, version: number): Asking => ({
  method: 'PUT',
  headers: {
    'Content-Type': XLSX,
    'Idempotency-Key': randomUUID(),
    ...(version === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` }),
  },
  body: bytes,
});

export const receiptOf = (answer: Answer): Receipt => Receipt.parse(jsonOf(answer));
