import { createHash } from 'node:crypto';
import type { AgencyId } from '../../core/agency.ts';
import { blocks, type Finding } from '../../core/findings/finding.ts';
import { Report } from '../../core/report.ts';
import type { Result } from '../../core/result.ts';
import { underSettings } from '../../core/settings.ts';
import { toldFinding } from '../../core/wording/told-finding.ts';
import type { Deps } from '../deps.ts';
import type { Ground } from '../periods/ground.ts';
import { contentDigest } from '../reports/content-digest.ts';
import { type Acknowledged, type Submission, type SubmissionCall, type SubmitFailure, standing, submit } from '../reports/submit.ts';
import { toldReceipt } from '../reports/told-receipt.ts';
import { VERSION_PAUSE_S } from '../reports/version-quota.ts';
import type { Origin } from '../store/rows.ts';
import { spoiltReport, spoiltVersion } from './access.ts';
import { json } from './answer.ts';
import type { ApiResponse } from './api.ts';
import { staleVersion } from './match.ts';
import { type Refusal, refuse } from './problem.ts';
import { invalid, type ShapeError, shapeErrors } from './read-body.ts';

/** A body once understood, with what the caller asks of it. */
export interface Taken {
  readonly agency: AgencyId;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly origin?: Origin;
  /** Names the call in the store. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly expected: Result<number | 'any', Refusal>;
  readonly by: string;
  readonly intake: boolean;
  readonly taken?: Submission['taken'];
}

/** SHA-256 of a body as it was sent, in hex. */
export const bodyDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * From an understood body to its receipt, in the order of the contract: a key used before, the closed period, the precondition,
 * the findings that block, what no stored report may hold, then the transaction.
 */
export async function takeSubmission(deps: Deps, ground: Ground, taken: Taken): Promise<ApiResponse | Refusal> {
  const { agency, bytes, key } = taken;
  const call = {
    plan: ground.plan.id,
    period: ground.period,
    agency,
    key,
    body: bodyDigest(bytes),
    expected: taken.expected.ok ? taken.expected.value : ('any' as const),
  };
  const findings = underSettings(taken.findings, agency, ground.settings);
  const { report, expected } = taken;
  const unsound = unsoundIn(report);
  if (expected.ok && report !== null && !blocks(findings) && unsound.length === 0) {
    const done = await submit(deps.table, submissionOf(deps, taken, call, report, findings));
    return done.ok ? receiptOf(done.value) : refusalOf(done.error);
  }
  // It will be refused; a key used before and a closed period are told first.
  const stands = await standing(deps.table, call);
  if (!stands.ok) return refusalOf(stands.error);
  if (stands.value) return receiptOf(stands.value);
  if (!expected.ok) return expected.error;
  return report === null || blocks(findings) ? findingsBlock(findings) : invalid('invalid-report', unsound);
}

/** Where a report is no report as it is stored: a workbook may hold longer texts than any report. */
function unsoundIn(report: Report | null): ShapeError[] {
  const parsed = report && Report.safeParse(report);
  return parsed?.error ? shapeErrors(parsed.error) : [];
}

function submissionOf(
  deps: Deps,
  { agency, origin, by, intake, taken }: Taken,
  call: SubmissionCall,
  report: Report,
  findings: readonly Finding[],
): Submission {
  return {
    ...call,
    agency,
    report,
    sha256: contentDigest(report),
    findings,
    ...(origin && { origin }),
    by,
    at: deps.clock(),
    intake,
    ...(taken && { taken }),
    nonce: deps.nonce(),
  };
}

const receiptOf = ({ receipt, findings, replayed }: Acknowledged): ApiResponse =>
  json(replayed ? 200 : 201, toldReceipt(receipt, findings), { ETag: `"${receipt.version}"` });

export const findingsBlock = (findings: readonly Finding[]): Refusal =>
  refuse(
    'findings-block',
    `Báo cáo còn ${findings.filter(({ severity }) => severity === 'error').length} lỗi. Sửa các lỗi nêu dưới đây rồi gửi lại.`,
    {
      members: { findings: findings.map(toldFinding) },
    },
  );

export const unreadableWorkbook = (findings: readonly Finding[]): Refusal =>
  refuse('not-a-workbook', findings.map(toldFinding)[0]?.message ?? '', { members: { findings: findings.map(toldFinding) } });

export function refusalOf(failure: SubmitFailure | 'not-sent' | 'unreadable'): Refusal {
  switch (failure) {
    case 'closed':
      return refuse('period-closed', 'Kỳ báo cáo đã khóa nên không nhận thêm. Liên hệ cơ quan tổng hợp nếu cần mở lại.');
    case 'stale':
      return staleVersion();
    case 'key-reused':
      return refuse('idempotency-key-reused', 'Idempotency-Key này đã dùng cho nội dung khác. Dùng khóa mới cho lần nộp mới.');
    case 'no-period':
      return refuse('not-found', 'Không có kỳ báo cáo này.');
    case 'unreadable':
      return spoiltReport();
    case 'version-unreadable':
      return spoiltVersion();
    case 'not-sent':
      return refuse('not-found', 'Đơn vị chưa nộp báo cáo.');
    case 'too-long':
      return refuse('too-large', 'Báo cáo quá dài để lưu và thẩm định. Rút gọn phần giải trình, ghi chú rồi gửi lại.');
    case 'too-many-versions':
      return refuse('too-many-versions', `Đơn vị vừa nộp quá nhiều lần. Chờ ${VERSION_PAUSE_S} giây rồi gửi lại.`, {
        headers: { 'Retry-After': String(VERSION_PAUSE_S) },
      });
  }
}
