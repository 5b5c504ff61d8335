import type { PublicPlan } from '../../api/answers.ts';
import { workbookProof } from './workbook-proof.ts';

/** What the page hands over: a workbook's bytes and what it is read by. */
export interface ToProve {
  readonly bytes: Uint8Array;
  readonly open: PublicPlan;
}

addEventListener('message', async ({ data: { bytes, open } }: MessageEvent<ToProve>) => postMessage(await workbookProof(bytes, open)));

// What fails in a promise reaches nobody outside a worker by itself; thrown here, it is the page's `onerror`.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
