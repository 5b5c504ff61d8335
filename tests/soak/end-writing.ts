import { setTimeout as sleep } from 'node:timers/promises';
import { writingProgram } from '../../templates/beside/built-writing-program.ts';
import type { DocumentKind, DocumentRequests } from '../../templates/beside/documents.ts';
import { writingPool } from '../../templates/beside/writing-pool.ts';
import { obligationsIn, TINH_KHE } from '../support/a-form.ts';
import { matrixOf } from '../support/some-reports.ts';
import { aRandom } from '../support/xlsx-random.ts';

/** Ends the threads that write documents at any moment: of their start, of their first document, of later ones. Node must live on. */
const ROUNDS = Number(process.env.ROUNDS ?? 300);
/** Half of the rounds end threads that have just been started. */
const [LONGEST_START_MS, LONGEST_WORK_MS] = [200, 2_000];

const obligations = obligationsIn('2026');
const matrix = matrixOf([], obligations);
const WANTED: Partial<{ readonly [K in DocumentKind]: DocumentRequests[K] }> = {
  form: { obligations, agency: TINH_KHE, uploadPage: 'https://bieu.example/', values: new Map() },
  appendix: { obligations, matrix, received: [], receivedAt: new Map() },
  planWorkbook: { plan: obligations.plan, agencies: obligations.agencies },
};
const kinds = Object.keys(WANTED) as (keyof typeof WANTED)[]; // the record's own

const random = aRandom(1);
const count = { written: 0, ended: 0 };
for (let round = 0; round < ROUNDS; round++) {
  const pool = writingPool(async () => writingProgram, { workers: 2, mostWaiting: 64 });
  const write = (k: number) => {
    const kind = kinds[k % kinds.length] ?? 'form';
    pool.write(kind, WANTED[kind] as DocumentRequests[typeof kind], `${k % 3}`).then(
      () => count.written++,
      () => count.ended++,
    );
  };
  for (let k = 0; k < 24; k++) write(round + k);
  await sleep(random(round % 2 === 0 ? LONGEST_START_MS : LONGEST_WORK_MS));
  await pool.end();
}
const good = count.written > 0 && count.ended > 0;
console.log(`${good ? 'holds' : 'FALLS SHORT'}  end-writing: ${ROUNDS} rounds: ${count.written} written, ${count.ended} ended`);
process.exit(good ? 0 : 1);
