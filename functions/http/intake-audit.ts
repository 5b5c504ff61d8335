import * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { Ground } from '../periods/ground.ts';
import type { ReadUpload } from '../reports/read-workbook.ts';
import { Finding } from '../reports/receipt.ts';
import { recordRefused } from '../reports/refused-workbooks.ts';
import { readHead } from '../store/heads.ts';
import type { ApiResponse } from './api.ts';
import type { ProblemName, Refusal } from './problem.ts';
import { bodyDigest } from './take-submission.ts';

/** Refusals of the file itself; others are about the call or the period, and the file may well be taken in later. */
const OF_THE_FILE: ReadonlySet<ProblemName> = new Set([
  'not-a-workbook',
  'findings-block',
  'invalid-report',
  'older-workbook',
  'emptier-workbook',
]);

/** The answer to a workbook that was handed in; where the file was refused, that stands in the audit before it is told. */
export async function audited(
  deps: Deps,
  { partition }: Ground,
  { upload, bytes, by }: { readonly upload: ReadUpload; readonly bytes: Uint8Array; readonly by: string },
  answer: ApiResponse | Refusal,
): Promise<ApiResponse | Refusal> {
  if (!('problem' in answer) || !OF_THE_FILE.has(answer.problem)) return answer;
  const { agency, origin } = upload;
  const found = agency && (await readHead(deps.table, partition, agency));
  await recordRefused(deps.table, partition, {
    file: origin.file ?? null,
    agency,
    rules: rulesOf(answer),
    sha256: bodyDigest(bytes),
    inForce: (found && found.head.current?.receipt.version) || 0,
    by,
    at: deps.clock(),
    nonce: deps.nonce(),
  });
  return answer;
}

/** The rules that block, or what else it is refused as. */
function rulesOf({ problem, members }: Refusal): string[] {
  const findings = z.array(Finding).safeParse(members?.findings).data ?? [];
  const blocking = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return blocking.length > 0 ? blocking : [problem];
}
