import type { Receipt } from '../../contract/receipt.ts';
import type { Day } from '../../core/day.ts';
import type { Finding } from '../../core/findings/finding.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Report } from '../../core/report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { arrivedOf, inForceOf, replacementDoubt } from '../reports/beside-in-force.ts';
import { contentDigest } from '../reports/content-digest.ts';
import { provenVersion } from '../reports/proven-version.ts';
import { precheck } from '../reports/submit.ts';
import { wireReceipt } from '../reports/wire-receipt.ts';
import { readHead } from '../store/heads.ts';
import type { CurrentVersion, Origin } from '../store/rows.ts';
import { findingsIn } from '../store/versions.ts';
import { type Refusal, refuse } from './problem.ts';
import { staleVersion } from './refusals.ts';
import { bodyDigest, type GivenReceipt, refusalOf, type SubmissionProblem, takeSubmission } from './take-submission.ts';

/** Why a workbook does not take the place of the version in force. */
type Doubted = 'older-workbook' | 'emptier-workbook';

/** A workbook of some agency that somebody else hands in. */
export interface Intake {
  readonly agency: AgencyId;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly origin: Origin;
  readonly bytes: Uint8Array;
  /** Names the call in the store. */
  readonly key: string;
  readonly by: string;
  readonly address: string | null;
  readonly receivedOn: Day | null;
  readonly replace: 'yes' | 'no';
}

const MOST_ROUNDS = 20;

/**
 * Takes a workbook in under the contract's order: a key used before, the closed period, what is in force, the findings that block. It is
 * decided against one version and stored on top of that very version; where another came between, it is decided again.
 */
export async function takeWorkbookIn(
  deps: Deps,
  context: PeriodContext,
  intake: Intake,
): Promise<Result<GivenReceipt, Refusal<SubmissionProblem | Doubted>>> {
  const { agency, bytes, key, report, receivedOn } = intake;
  const call = { plan: context.plan.id, period: context.period, agency, key, body: bodyDigest(bytes), expected: 'any' as const };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = await precheck(deps.table, call);
    if (!before.ok) return failed(refusalOf(before.error));
    const inForce = (await readHead(deps.table, context.partition, agency))?.head.current ?? null;
    const standsAgain = before.value && before.value.receipt.version === inForce?.receipt.version;
    if (inForce && (standsAgain || (report !== null && says(inForce, intake, report))))
      return ok({ receipt: await receiptOf(deps, context, inForce), replayed: true });
    const refusal = inForce && report && (before.value ? superseded() : await doubts(deps, context, intake, inForce));
    if (refusal) {
      const members = { inForce: inForceOf(inForce, context), arrived: arrivedOf(intake, context, deps.clock()) };
      return failed({ ...refusal, members });
    }
    const taken = { ...(receivedOn && { receivedOn }), ...(inForce && { replaces: inForceOf(inForce, context) }) };
    const expected = ok(inForce?.receipt.version ?? 0);
    const answer = await takeSubmission<never>(deps, context, { ...intake, expected, intake: true, taken });
    if (answer.ok || answer.error.problem !== 'stale-version') return answer;
  }
  return failed(staleVersion());
}

const receiptOf = async ({ table }: Deps, { partition }: PeriodContext, { receipt }: CurrentVersion): Promise<Receipt> =>
  wireReceipt(receipt, await findingsIn(table, partition, receipt));

/** Whether the version in force is what this workbook would make, so that there is nothing to do. */
function says({ receipt }: CurrentVersion, { replace, receivedOn }: Intake, report: Report): boolean {
  const correctsTheDay = replace === 'yes' && receivedOn !== null && receivedOn !== receipt.receivedOn;
  return receipt.sha256 === contentDigest(report) && !correctsTheDay;
}

/** Why the version in force may not be replaced unasked; null where nothing speaks against it. */
async function doubts(deps: Deps, context: PeriodContext, intake: Intake, inForce: CurrentVersion): Promise<Refusal<Doubted> | null> {
  const { agency, report, origin, receivedOn, replace } = intake;
  if (replace === 'yes' || report === null) return null;
  if (await provenVersion(deps, context.partition, agency, { sha256: contentDigest(report) }))
    return refuse(
      'older-workbook',
      'Nội dung tệp này đã là một lần nộp trước, sau đó đơn vị có lần nộp khác. Chỉ thay lần nộp hiện hành khi chắc chắn tệp này mới đúng.',
    );
  switch (replacementDoubt({ report, modified: origin.modified ?? null, receivedOn }, inForce, context, deps.clock())) {
    case 'older':
      return refuse(
        'older-workbook',
        'Tệp này được lưu trước tệp của lần nộp hiện hành. Chỉ thay lần nộp hiện hành khi chắc chắn tệp này mới đúng.',
      );
    case 'maybe-older':
      return refuse(
        'older-workbook',
        'Không rõ tệp này được lưu trước hay sau tệp của lần nộp hiện hành. Xem lại hai tệp; chỉ thay lần nộp hiện hành khi chắc chắn tệp này mới đúng.',
        { unclear: true },
      );
    case 'emptier':
      return refuse(
        'emptier-workbook',
        'Tệp này điền ít dòng hơn lần nộp hiện hành. Chỉ thay lần nộp hiện hành khi chắc chắn tệp này mới đúng.',
      );
    case null:
      return null;
  }
}

/** The same call again, whose version was replaced since: its receipt would say what does not hold any more. */
const superseded = (): Refusal<Doubted> =>
  refuse(
    'older-workbook',
    'Tệp này đã được nhận, sau đó đơn vị có lần nộp khác. Muốn dùng lại tệp này, nhận tệp như một lần mới (Idempotency-Key mới).',
  );
