import { createHash } from 'node:crypto';
import type { PathError } from '../../contract/problem-details.ts';
import type { ProblemName } from '../../contract/problems.ts';
import type { Receipt } from '../../contract/receipt.ts';
import { blocks, type Finding } from '../../core/findings/finding.ts';
import type { Agencies, AgencyId } from '../../core/plan/agency.ts';
import { underSettings } from '../../core/plan/settings.ts';
import { unansweredRemarks } from '../../core/reading/unanswered-remarks.ts';
import { Report } from '../../core/report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { wireFinding } from '../../core/wording/wire-finding.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { contentDigest } from '../reports/content-digest.ts';
import { receivedChanges } from '../reports/event-letters.ts';
import { workbookName } from '../reports/keep-workbook.ts';
import { remarkTexts } from '../reports/remarks.ts';
import { type Acknowledged, precheck, type Submission, type SubmissionCall, type SubmitFailure, submit } from '../reports/submit.ts';
import { wireReceipt } from '../reports/wire-receipt.ts';
import { readHead } from '../store/heads.ts';
import type { Head, Origin } from '../store/rows.ts';
import { type Refusal, refuse } from './problem.ts';
import { invalid, shapeErrors } from './read-body.ts';
import {
  keyReused,
  noPeriod,
  noRoom,
  periodClosed,
  reportTooLong,
  staleVersion,
  tooManyVersions,
  tooManyVersionsToday,
  unreadableVersion,
} from './refusals.ts';

/** What a submission is refused as, once its body was understood. */
export type SubmissionProblem =
  | 'not-found'
  | 'idempotency-key-reused'
  | 'period-closed'
  | 'stale-version'
  | 'too-large'
  | 'too-many-versions'
  | 'findings-block'
  | 'invalid-report';

/** A body once understood, with what the caller asks of it. */
export interface AcceptedInput<Unmet extends ProblemName = never> {
  readonly agency: AgencyId;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly origin?: Origin;
  /** Names the call in the store. */
  readonly key: string;
  readonly bytes: Uint8Array;
  /** The version that it is to replace; where its precondition makes no sense, what is then told. */
  readonly expected: Result<number | 'any', Refusal<Unmet>>;
  readonly by: string;
  /** Where the pages are, for the letter about it. */
  readonly address: string | null;
  readonly intake: boolean;
  readonly taken?: Submission['taken'];
}

/** A receipt in words, and whether it was given before. */
export interface GivenReceipt {
  readonly receipt: Receipt;
  readonly replayed: boolean;
}

const given = ({ receipt, findings, replayed }: Acknowledged): GivenReceipt => ({ receipt: wireReceipt(receipt, findings), replayed });

/** SHA-256 of a body as it was sent, in hex. */
export const bodyDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * From an understood body to its receipt, in the order of the contract: a key used before, the closed period, the precondition,
 * the findings that block, what no stored report may hold, then the transaction.
 */
export async function takeSubmission<Unmet extends ProblemName>(
  deps: Deps,
  context: PeriodContext,
  input: AcceptedInput<Unmet>,
): Promise<Result<GivenReceipt, Refusal<SubmissionProblem | Unmet>>> {
  const { agency, bytes, key, report, expected } = input;
  const body = bodyDigest(bytes);
  const call = {
    plan: context.plan.id,
    period: context.period,
    agency,
    key,
    body,
    expected: expected.ok ? expected.value : ('any' as const),
  };
  const unanswered = (head: Head): readonly Finding[] =>
    report === null ? [] : underSettings(unansweredIn(head, report, context.agencies), agency, context.settings);
  const head = (await readHead(deps.table, context.partition, agency))?.head;
  const findings = [...underSettings(input.findings, agency, context.settings), ...(head ? unanswered(head) : [])];
  const unsound = unsoundIn(report);
  if (expected.ok && report !== null && !blocks(findings) && unsound.length === 0) {
    const submission = submissionOf(deps, context, input, call, report, findings);
    const done = await submit(deps.table, { ...submission, mayFollow: (stands) => !blocks(unanswered(stands)) });
    if (done.ok) return ok(given(done.value));
    // It was returned in this very moment: asked again, it is told what is to be answered.
    if (done.error === 'remarks-unanswered') return takeSubmission(deps, context, input);
    return failed(refusalOf(done.error));
  }
  // It will be refused; a key used before and a closed period are told first.
  const stands = await precheck(deps.table, call);
  if (!stands.ok) return failed(refusalOf(stands.error));
  if (stands.value) return ok(given(stands.value));
  if (!expected.ok) return expected;
  return failed(report === null || blocks(findings) ? findingsBlock(findings) : invalid('invalid-report', unsound));
}

/** Where a report is no report as it is stored: a workbook may hold longer texts than any report. */
function unsoundIn(report: Report | null): PathError[] {
  const parsed = report && Report.safeParse(report);
  return parsed?.error ? shapeErrors(parsed.error) : [];
}

function submissionOf(
  deps: Deps,
  context: PeriodContext,
  { agency, origin, bytes, by, intake, taken, address }: Omit<AcceptedInput, 'expected'>,
  call: SubmissionCall,
  report: Report,
  findings: readonly Finding[],
): Submission {
  const workbook = { sha256: call.body, size: bytes.length };
  const [at, nonce] = [deps.clock(), deps.nonce()];
  return {
    ...call,
    agency,
    report,
    sha256: contentDigest(report),
    findings,
    ...(origin && {
      origin: { ...origin, workbook },
      keepWorkbook: () => deps.files.keep(workbookName(context.partition, agency, workbook), bytes),
    }),
    by,
    at,
    intake,
    ...(taken && { taken }),
    nonce,
    letters: (receipt) => receivedChanges({ context, at, nonce, address }, receipt),
  };
}

export const findingsBlock = (findings: readonly Finding[]): Refusal<'findings-block'> =>
  refuse(
    'findings-block',
    `Báo cáo còn ${findings.filter(({ severity }) => severity === 'error').length} lỗi. Sửa các lỗi nêu dưới đây rồi gửi lại.`,
    { members: { findings: findings.map(wireFinding) } },
  );

export const unreadableWorkbook = (findings: readonly Finding[]): Refusal<'not-a-workbook'> =>
  refuse('not-a-workbook', findings.map(wireFinding)[0]?.message ?? '', { members: { findings: findings.map(wireFinding) } });

/** Where a returned report leaves a remark without an answer. */
function unansweredIn({ state, current, remarks }: Head, next: Report, agencies: Agencies): readonly Finding[] {
  if (state !== 'returned' || !current) return [];
  return unansweredRemarks({ report: current.report, remarks: remarkTexts(remarks, agencies) }, next);
}

export function refusalOf(
  failure: Exclude<SubmitFailure, 'remarks-unanswered'>,
): Refusal<Exclude<SubmissionProblem, 'findings-block' | 'invalid-report'>> {
  switch (failure) {
    case 'closed':
      return periodClosed('sending');
    case 'stale':
      return staleVersion();
    case 'key-reused':
      return keyReused();
    case 'no-period':
      return noPeriod();
    case 'version-unreadable':
      return unreadableVersion();
    case 'too-long':
      return reportTooLong();
    case 'no-room':
      return noRoom();
    case 'too-many-versions':
      return tooManyVersions();
    case 'too-many-versions-today':
      return tooManyVersionsToday();
  }
}
