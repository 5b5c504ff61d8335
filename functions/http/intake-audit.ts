import type { ProblemName } from '../../contract/problems.ts';
import type { Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { ReadUpload } from '../reports/read-workbook.ts';
import { recordRefused } from '../reports/refused-workbooks.ts';
import { readHead } from '../store/heads.ts';
import type { Refusal } from './problem.ts';
import { bodyDigest } from './take-submission.ts';

/** Refusals of the file itself; others are about the call or the period, and the file may well be taken in later. */
const OF_THE_FILE: ReadonlySet<ProblemName> = new Set([
  'not-a-workbook',
  'findings-block',
  'invalid-report',
  'older-workbook',
  'emptier-workbook',
]);

/** The outcome of a workbook that was handed in. A refusal is in the audit before it is answered. */
export async function audited<T, Problem extends ProblemName>(
  deps: Deps,
  { partition }: PeriodContext,
  { upload, bytes, by }: { readonly upload: ReadUpload; readonly bytes: Uint8Array; readonly by: string },
  outcome: Result<T, Refusal<Problem>>,
): Promise<Result<T, Refusal<Problem>>> {
  if (outcome.ok || !OF_THE_FILE.has(outcome.error.problem)) return outcome;
  const { agency, origin } = upload;
  const found = agency === null ? null : await readHead(deps.table, partition, agency);
  await recordRefused(deps.table, partition, {
    file: origin.file ?? null,
    agency,
    rules: rulesOf(outcome.error),
    unclear: outcome.error.unclear ?? false,
    sha256: bodyDigest(bytes),
    inForce: found?.head.current?.receipt.version ?? 0,
    by,
    at: deps.clock(),
    nonce: deps.nonce(),
  });
  return outcome;
}

/** The rules that block, or what else it is refused as. */
function rulesOf({ problem, members }: Refusal): string[] {
  const blocking = (members?.findings ?? []).filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return blocking.length > 0 ? blocking : [problem];
}
