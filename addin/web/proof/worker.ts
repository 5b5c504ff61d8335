import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import { workbookProof } from './workbook-proof.ts';

/** What the page hands over: a workbook's bytes and what it is read by. */
export interface ToProve {
  readonly bytes: Uint8Array;
  readonly open: PublicPlan;
}

addEventListener('message', ({ data: { bytes, open } }: MessageEvent<ToProve>) => postMessage(workbookProof(bytes, open)));
